import type { Draft, DraftFile, MissingField, SaveDraftBody } from '@anju/shared/contract';

type Answer = string | number;

/** What the person has given so far. */
export interface DraftContent {
  readonly answers: Readonly<Record<string, Answer>>;
  readonly files: readonly DraftFile[];
  /** The field they stood at. */
  readonly at: string | null;
  /** Only when they chose less than the maximum. */
  readonly amountFen: number | null;
  readonly bankCardId: string | null;
}
/** The device's copy: what stands here, and what the server had when they last agreed. */
export interface HeldDraft {
  readonly content: DraftContent;
  readonly base: DraftContent;
  /** The server's version that was last seen; null: the server has none that this phone knows of. */
  readonly seen: number | null;
  readonly savedAt: string | null;
}
export const NO_CONTENT: DraftContent = { answers: {}, files: [], at: null, amountFen: null, bankCardId: null };
export const NO_DRAFT: HeldDraft = { content: NO_CONTENT, base: NO_CONTENT, seen: null, savedAt: null };

/** The server's draft as content. */
export const contentOf = ({ answers, files, at, amountFen, bankCardId }: Draft): DraftContent => ({ answers, files, at, amountFen, bankCardId });

const sameFiles = (one: readonly DraftFile[], other: readonly DraftFile[]): boolean => one.length === other.length && one.every((file, index) => file.fileId === other[index]?.fileId);
const filesOf = (content: DraftContent, field: string): readonly DraftFile[] => content.files.filter((file) => file.field === field);

/** Names of answers that are not what the server had: given, changed, or taken away. */
function changedAnswers({ content, base }: HeldDraft): readonly string[] {
  return Object.keys({ ...base.answers, ...content.answers }).filter((name) => content.answers[name] !== base.answers[name]);
}

/** Whether something stands here that the server does not have. Where they stand alone is no content. */
export function hasUnsaved(held: HeldDraft): boolean {
  const { content, base } = held;
  return changedAnswers(held).length > 0 || !sameFiles(content.files, base.files) || content.amountFen !== base.amountFen || content.bankCardId !== base.bankCardId;
}

/** Whether there is anything to go on with. */
export const isBegun = ({ content }: HeldDraft): boolean => Object.keys(content.answers).length > 0 || content.files.length > 0;

/**
 * The next write: only the groups in which something changed, each of them whole; null clears an answer. null: there is nothing to write.
 * @param missing the form's fields, for their groups; a field without one is its own group
 */
export function writeOf(held: HeldDraft, missing: readonly MissingField[]): SaveDraftBody | null {
  const { content, base, seen } = held;
  if (!hasUnsaved(held) && (content.at === base.at || !isBegun(held))) return null;
  const groupOf = (name: string): string => missing.find((field) => field.name === name)?.group ?? name;
  const groups = changedAnswers(held).map(groupOf);
  const named = Object.keys({ ...base.answers, ...content.answers }).filter((name) => groups.includes(groupOf(name)));
  const answers = Object.fromEntries(named.map((name) => [name, content.answers[name] ?? null]));
  return {
    ...(seen === null ? {} : { seen }),
    ...(content.at === base.at ? {} : { at: content.at }),
    ...(groups.length === 0 ? {} : { answers }),
    ...(sameFiles(content.files, base.files) ? {} : { files: content.files }),
    ...(content.amountFen === base.amountFen ? {} : { amountFen: content.amountFen }),
    ...(content.bankCardId === base.bankCardId ? {} : { bankCardId: content.bankCardId }),
  };
}

/** After a write that was sent as `sent`: what was changed meanwhile stays unsaved. */
export function written(held: HeldDraft, sent: DraftContent, saved: Draft): HeldDraft {
  return { ...held, base: { ...contentOf(saved), answers: { ...saved.answers, ...pick(sent.answers, saved.answers) } }, seen: saved.version, savedAt: saved.updatedAt };
}
const pick = (from: Readonly<Record<string, Answer>>, names: Readonly<Record<string, unknown>>): Record<string, Answer> =>
  Object.fromEntries(Object.entries(from).filter(([name]) => name in names));

/** Without the files that the server no longer has, by their place in the list that was written. */
export function withoutFiles(held: HeldDraft, places: readonly number[]): HeldDraft {
  const gone = places.map((place) => held.content.files[place]?.fileId);
  const keep = (files: readonly DraftFile[]): readonly DraftFile[] => files.filter((file) => !gone.includes(file.fileId));
  return { ...held, content: { ...held.content, files: keep(held.content.files) } };
}

export interface Reconciled {
  readonly held: HeldDraft;
  /** Fields that were changed here and on another phone: the other phone's stands now, and the person is told. */
  readonly overwritten: readonly string[];
}

/** One value of three: mine where only I changed it, theirs where they did, theirs and told where both did. */
function merged<Value>(base: Value, mine: Value, theirs: Value, same: (one: Value, other: Value) => boolean): { readonly value: Value; readonly lost: boolean } {
  if (same(mine, base) || same(mine, theirs)) return { value: theirs, lost: false };
  if (same(theirs, base)) return { value: mine, lost: false };
  return { value: theirs, lost: true };
}
const equal = (one: unknown, other: unknown): boolean => one === other;

function mergeContent(held: HeldDraft, theirs: DraftContent): { readonly content: DraftContent; readonly overwritten: readonly string[] } {
  const { content: mine, base } = held;
  const overwritten: string[] = [];
  const answers: Record<string, Answer> = {};
  for (const name of new Set([...Object.keys(theirs.answers), ...Object.keys(mine.answers)])) {
    const { value, lost } = merged<Answer | undefined>(base.answers[name], mine.answers[name], theirs.answers[name], equal);
    if (value !== undefined) answers[name] = value;
    if (lost) overwritten.push(name);
  }
  const files: DraftFile[] = [];
  for (const field of new Set([...theirs.files, ...mine.files].map((file) => file.field))) {
    const { value, lost } = merged(filesOf(base, field), filesOf(mine, field), filesOf(theirs, field), sameFiles);
    files.push(...value);
    if (lost) overwritten.push(field);
  }
  const at = merged(base.at, mine.at, theirs.at, equal).value;
  const amountFen = merged(base.amountFen, mine.amountFen, theirs.amountFen, equal).value;
  const bankCardId = merged(base.bankCardId, mine.bankCardId, theirs.bankCardId, equal).value;
  return { content: { answers, files, at, amountFen, bankCardId }, overwritten };
}

/**
 * The device's copy and the server's, made one. An older answer of the server (asked before the last write) changes nothing.
 * Where the server has none any more (sent or given up on another phone), only what was never saved stays.
 */
export function reconcile(held: HeldDraft, server: Draft | null): Reconciled {
  if (server === null) {
    if (held.seen === null) return { held, overwritten: [] };
    return { held: hasUnsaved(held) ? { ...NO_DRAFT, content: held.content } : NO_DRAFT, overwritten: [] };
  }
  if (held.seen !== null && server.version < held.seen) return { held, overwritten: [] };
  const theirs = contentOf(server);
  const next = { base: theirs, seen: server.version, savedAt: server.updatedAt };
  if (held.seen === server.version) return { held: { ...next, content: held.content }, overwritten: [] };
  const { content, overwritten } = mergeContent(held, theirs);
  return { held: { ...next, content }, overwritten };
}

/** Reads the device's copy; what cannot be read is none. */
export function heldFrom(text: string | null): HeldDraft {
  if (text === null) return NO_DRAFT;
  try {
    const kept = JSON.parse(text) as Partial<HeldDraft>;
    const content = (part: Partial<DraftContent> | undefined): DraftContent => ({ ...NO_CONTENT, ...part });
    return { content: content(kept.content), base: content(kept.base), seen: kept.seen ?? null, savedAt: kept.savedAt ?? null };
  } catch {
    return NO_DRAFT;
  }
}
