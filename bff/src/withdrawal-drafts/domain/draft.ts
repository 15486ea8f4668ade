import type { DraftFile, ProblemField, SaveDraftBody, WithdrawalAnswers, WithdrawalRouteId } from '@anju/shared/contract';

/** What stands in a draft; sealed as one. */
export interface DraftContent {
  readonly at: string | null;
  readonly answers: WithdrawalAnswers;
  readonly files: readonly DraftFile[];
  readonly amountFen: number | null;
  readonly bankCardId: string | null;
}
export interface StoredDraft {
  readonly personId: string;
  readonly route: WithdrawalRouteId;
  /** Higher with each write, also after the draft was dropped and begun anew. */
  readonly version: number;
  /** The version that the last write saw; null for the first write. A repeat of that write is known by it. */
  readonly follows: number | null;
  readonly updatedAt: Date;
  readonly content: DraftContent;
}

/** So long a draft is kept after its last write, and its files with it. */
export const KEPT_MS = 30 * 86_400_000;
export const MOST_ANSWERS = 40;
export const LONGEST_TEXT = 200;
export const MOST_FILES = 30;
/** Names of fields as the catalogue gives them. */
export const FIELD_NAME = /^[A-Za-z][A-Za-z0-9-]{0,39}$/;
/** No sign that cannot be seen. */
export const PLAIN_TEXT = /^[^\p{Cc}\p{Cs}]*$/u;
/** Sealed and in base64 it has to fit into a column of 64 KiB. */
const MOST_BYTES = 45_000;

export const NOTHING: DraftContent = { at: null, answers: {}, files: [], amountFen: null, bankCardId: null };

/** What is wrong with the answers of a write, each by its path; values are text or whole numbers, null takes an answer out. */
export function answerFaults(answers: SaveDraftBody['answers']): readonly ProblemField[] {
  return Object.entries(answers ?? {}).flatMap(([name, value]) => {
    const field = `answers.${name.slice(0, LONGEST_TEXT)}`;
    if (!FIELD_NAME.test(name)) return [{ field, rule: 'unknown', message: 'this is no name of a field' }];
    if (value === null || Number.isSafeInteger(value)) return [];
    if (typeof value === 'string' && value.length <= LONGEST_TEXT && PLAIN_TEXT.test(value)) return [];
    return [{ field, rule: 'answer', message: `an answer is a text of at most ${LONGEST_TEXT} characters, a whole number, or null` }];
  });
}

/**
 * The content after a write: what the write names is changed, answer by answer, the files as one list; what it leaves out stays; null clears.
 * @returns undefined when more stands in it than a draft holds
 */
export function afterWrite(content: DraftContent, { at, answers, files, amountFen, bankCardId }: SaveDraftBody): DraftContent | undefined {
  const all = answers === null ? [] : Object.entries({ ...content.answers, ...answers });
  const next: DraftContent = {
    at: at === undefined ? content.at : at,
    answers: Object.fromEntries(all.filter((answer): answer is [string, string | number] => answer[1] !== null)),
    files: files === undefined ? content.files : (files ?? []).map(({ field, fileId, name }) => ({ field, fileId, name })),
    amountFen: amountFen === undefined ? content.amountFen : amountFen,
    bankCardId: bankCardId === undefined ? content.bankCardId : bankCardId,
  };
  const fits = Object.keys(next.answers).length <= MOST_ANSWERS && new TextEncoder().encode(JSON.stringify(next)).length <= MOST_BYTES;
  return fits ? next : undefined;
}

export function isSame(one: DraftContent, other: DraftContent): boolean {
  const inOrder = ({ answers, ...rest }: DraftContent): string =>
    JSON.stringify([rest.at, rest.amountFen, rest.bankCardId, rest.files.map(({ field, fileId, name }) => [field, fileId, name]), Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))]);
  return inOrder(one) === inOrder(other);
}

/** Drafts at rest. Writes belong inside a unit of work. */
export abstract class DraftShelf {
  abstract of(personId: string, route: string): Promise<StoredDraft | undefined>;
  abstract allOf(personId: string): Promise<readonly StoredDraft[]>;
  /** Puts the next version in the place of the one that was read (none: undefined); false when another write was there first. */
  abstract put(before: StoredDraft | undefined, next: StoredDraft): Promise<boolean>;
  abstract remove(personId: string, route: string): Promise<void>;
  abstract removeAllOf(personId: string): Promise<void>;
  /** Removes those last written before; how many. */
  abstract sweep(before: Date): Promise<number>;
}
