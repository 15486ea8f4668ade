import type { ReceiptOutcome } from '@anju/shared/contract';

/** A package as it was handed over. */
export interface HandedOver {
  readonly sha256: string;
  readonly sm3: string;
  readonly sizeBytes: number;
}

/** What one package of a case is to say. The first holds the whole; each further one, what became of the case afterwards. */
export interface PlannedPart {
  readonly caseId: string;
  /** From 1. */
  readonly part: number;
  readonly package: string;
  /** How the case stood. */
  readonly outcome: ReceiptOutcome | 'payment-failed';
  /** Of `paid`, when; null where it was not kept. */
  readonly paidAt: Date | null;
  /** Number of the case that took this one's place, when the package names it. */
  readonly successor: string | null;
  /** The receipt that proves the end; null where there is none. */
  readonly receiptId: string | null;
  /** When the case came to this end; null where it was not kept. */
  readonly endedAt: Date | null;
  /** What its files say of the course of the case, as JSON; sealed at rest, empty where it was not kept. */
  readonly said: string;
}
export interface ArchivedPart extends PlannedPart {
  /** Undefined as long as it is only planned. */
  readonly done: HandedOver | undefined;
}

/** What the archive has of cases. Writes belong inside a unit of work. */
export abstract class ArchivedCases {
  /** In their order. */
  abstract partsOf(caseId: string): Promise<readonly ArchivedPart[]>;
  /** Settles, before anything is made, what a package will say: whoever makes it, and however often, makes the same. Nothing when it is settled already. */
  abstract plan(part: PlannedPart): Promise<void>;
  abstract handedOver(part: PlannedPart, done: HandedOver, at: Date): Promise<void>;
}
