import type { FormReply, MissingField } from '@anju/shared/contract';
import { stepTexts } from '../../texts/withdrawal-form.ts';
import type { DraftContent } from './draft.content.ts';
import { fieldFault } from './field.faults.ts';

/** Where in the form a person stands: one question a screen, then the confirm page as the last step. */
export interface Step {
  readonly field: MissingField;
  /** From 1. */
  readonly number: number;
  /** The confirm page counted in. */
  readonly total: number;
  readonly last: boolean;
}

/** The step of a field, or null when the form does not ask for it. */
export function stepOf(missing: readonly MissingField[], name: string | null): Step | null {
  const index = missing.findIndex((field) => field.name === name);
  const field = missing[index];
  return field === undefined ? null : { field, number: index + 1, total: missing.length + 1, last: index === missing.length - 1 };
}

/** The first question that is not answered well; null: nothing is left. */
export function firstOpen(missing: readonly MissingField[], content: DraftContent, today: string): string | null {
  return missing.find((field) => fieldFault(field, content, today) !== null)?.name ?? null;
}

/** Where the form opens: where the person stood, unless something before it is open; else at what is open, else at the last. */
export function startAt(missing: readonly MissingField[], content: DraftContent, today: string): string | null {
  const open = firstOpen(missing, content, today);
  const at = missing.findIndex((field) => field.name === content.at);
  const first = missing.findIndex((field) => field.name === open);
  if (at >= 0 && (first < 0 || at <= first)) return missing[at]?.name ?? null;
  return open ?? missing[missing.length - 1]?.name ?? null;
}

/** The question after this one, or null when the confirm page is next. @param only a single answer is changed: nothing else is asked that is right */
export function nextAfter(missing: readonly MissingField[], name: string, content: DraftContent, today: string, only: boolean): string | null {
  if (only) return firstOpen(missing, content, today);
  const index = missing.findIndex((field) => field.name === name);
  return missing[index + 1]?.name ?? firstOpen(missing, content, today);
}

/** Why a person was led back here from the confirm page, in words; null: they were not, or all is there by now. */
export function whyBack(why: string | undefined, missing: readonly MissingField[], content: DraftContent, today: string): string | null {
  if ((why !== 'papers' && why !== 'answers') || firstOpen(missing, content, today) === null) return null;
  return stepTexts.back[why];
}

/**
 * Whether going on from this question cannot help: the route is closed by what was answered, and the answer here is the one that was judged.
 * Once it is another, it is judged anew by going on.
 */
export function closedAt(form: Pick<FormReply, 'verdict' | 'draft'>, field: MissingField, content: DraftContent, today: string): boolean {
  if (form.verdict.eligible || fieldFault(field, content, today) !== null) return false;
  const filesOf = (files: DraftContent['files']): string => files.filter((file) => file.field === field.name).map((file) => file.fileId).join();
  return field.kind === 'file' ? filesOf(form.draft?.files ?? []) === filesOf(content.files) : form.draft?.answers[field.name] === content.answers[field.name];
}

/** The question before this one; null on the first. */
export function before(missing: readonly MissingField[], name: string): string | null {
  return missing[missing.findIndex((field) => field.name === name) - 1]?.name ?? null;
}
