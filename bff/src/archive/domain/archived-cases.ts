import type { ReceiptOutcome } from '@anju/shared/contract';

/** A package as it was handed over. */
export interface HandedOver {
  readonly sha256: string;
  readonly sm3: string;
  readonly sizeBytes: number;
}

/** One package of a case. The first holds the whole; each further one, what became of the case afterwards. */
export interface ArchivedPart extends HandedOver {
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
  readonly handedOverAt: Date;
}

/** What the archive has of cases. Writes belong inside a unit of work. */
export abstract class ArchivedCases {
  /** In their order. */
  abstract partsOf(caseId: string): Promise<readonly ArchivedPart[]>;
  /** False, and nothing written, when that part of the case stands there already. */
  abstract add(entry: ArchivedPart): Promise<boolean>;
}
