import type { CaseStage, ReceiptOutcome } from '@anju/shared/contract';
import type { PlannedPart } from './archived-cases.ts';

/** What the archive has still to be told of a case: as part 1 the whole, above that a supplement to what it has. */
export type DuePart = Pick<PlannedPart, 'part' | 'outcome' | 'paidAt' | 'successor'>;

interface StandingCase {
  readonly stage: CaseStage;
  readonly record: { readonly paidAt?: string } | null;
  /** What was asked for, as long as it can be handed in again. */
  readonly wish: object | null;
}

const OUTCOMES: readonly CaseStage[] = ['paid', 'refused', 'cancelled'] satisfies readonly ReceiptOutcome[];
const isOutcome = (stage: CaseStage): stage is ReceiptOutcome => OUTCOMES.includes(stage);

/**
 * The next package of a case, by how it stands and what the archive has; undefined when the archive knows all. A payment that failed before
 * anything was handed over is no end as long as the case can be handed in again; it is one once that has been done, or cannot be any more.
 * @param successor number of that other case
 */
export function duePart({ stage, record, wish }: StandingCase, parts: readonly PlannedPart[], successor: string | undefined): DuePart | undefined {
  const before = parts.at(-1);
  const part = (before?.part ?? 0) + 1;
  if (stage === 'payment-failed') {
    if (before === undefined && successor === undefined && wish !== null) return undefined;
    if (before?.outcome === stage && (successor === undefined || before.successor === successor)) return undefined;
    return { part, outcome: stage, paidAt: null, successor: successor ?? null };
  }
  if (!isOutcome(stage)) return undefined;
  const paidAt = stage === 'paid' && record?.paidAt !== undefined ? new Date(record.paidAt) : null;
  const paidBefore = before?.paidAt ?? null;
  const samePayment = paidBefore === null || paidAt === null || paidBefore.getTime() === paidAt.getTime();
  return before?.outcome === stage && samePayment ? undefined : { part, outcome: stage, paidAt, successor: null };
}

/** `T20261121000001`, its second package `T20261121000001-2`. */
export const packageStem = (number: string, part: number): string => (part === 1 ? number : `${number}-${part}`);
