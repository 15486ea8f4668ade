import type { CaseStage, ReceiptOutcome } from '@anju/shared/contract';
import type { ArchivedPart } from './archived-cases.ts';

/** What the archive has still to be told of a case. */
export interface DuePart {
  /** 1: the whole case; above: a supplement to what it has. */
  readonly part: number;
  readonly outcome: ArchivedPart['outcome'];
  readonly paidAt: Date | null;
  readonly successor: string | null;
  /** The package before, which a supplement names. */
  readonly before: ArchivedPart | undefined;
}

interface StandingCase {
  readonly stage: CaseStage;
  readonly record: { readonly paidAt?: string } | null;
}

const OUTCOMES: readonly CaseStage[] = ['paid', 'refused', 'cancelled'] satisfies readonly ReceiptOutcome[];
const isOutcome = (stage: CaseStage): stage is ReceiptOutcome => OUTCOMES.includes(stage);

/**
 * The next package of a case, by how it stands and what the archive has; undefined when the archive knows all. A payment that failed before
 * anything was handed over is no end yet: it may be paid after all. It is one once another case has taken this one's place.
 * @param successor number of that other case
 */
export function duePart({ stage, record }: StandingCase, parts: readonly ArchivedPart[], successor: string | undefined): DuePart | undefined {
  const before = parts.at(-1);
  const part = (before?.part ?? 0) + 1;
  if (stage === 'payment-failed') {
    if (before === undefined && successor === undefined) return undefined;
    if (before?.outcome === stage && (successor === undefined || before.successor === successor)) return undefined;
    return { part, outcome: stage, paidAt: null, successor: successor ?? null, before };
  }
  if (!isOutcome(stage)) return undefined;
  const paidAt = stage === 'paid' && record?.paidAt !== undefined ? new Date(record.paidAt) : null;
  const paidBefore = before?.paidAt ?? null;
  const samePayment = paidBefore === null || paidAt === null || paidBefore.getTime() === paidAt.getTime();
  return before?.outcome === stage && samePayment ? undefined : { part, outcome: stage, paidAt, successor: null, before };
}

/** `T20261121000001`, its second package `T20261121000001-2`. */
export const packageStem = (number: string, part: number): string => (part === 1 ? number : `${number}-${part}`);
