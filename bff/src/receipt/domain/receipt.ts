import type { ReceiptFacts } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';

/** What a settled case is proved by. Made once an end; nothing in it changes afterwards. */
export interface Receipt {
  readonly receiptId: string;
  readonly caseId: string;
  readonly personId: string;
  /** The facts as the text that is signed: the same characters at every reading. */
  readonly facts: string;
  readonly madeAt: Date;
}

/** The receipts. Writes belong inside a unit of work. */
export abstract class Receipts {
  /** False, and nothing written, when the case has one already. */
  abstract add(receipt: Receipt): Promise<boolean>;
  abstract byCase(caseId: string): Promise<Receipt | undefined>;
  /** Its case came to another end: it is no case's any more, and stays, so that its codes are told from made-up ones. */
  abstract setAside(receiptId: string): Promise<void>;
  /** Until the end of the unit of work, whoever gives out its codes too waits. The first thing that is done there. */
  abstract hold(receipt: Receipt): Promise<void>;
  /** `altered`: there is one, and somebody has changed it behind our back. */
  abstract byId(receiptId: string): Promise<Receipt | 'altered' | undefined>;
}

export const factsIn = ({ facts }: Receipt): ReceiptFacts => JSON.parse(facts) as ReceiptFacts;

/** Of a case, what a receipt is held against. */
interface StandingCase {
  readonly caseId: string;
  readonly stage: CaseStage;
  readonly record: { readonly paidAt?: string } | null;
}

/** Whether the case still stands as the receipt says: a bank may send back what was paid, and then it proves nothing any more. */
export function stillTells(receipt: Receipt, one: StandingCase | undefined): boolean {
  if (one === undefined || one.caseId !== receipt.caseId) return false;
  const { outcome, paidAt } = factsIn(receipt);
  const paidNow = one.record?.paidAt;
  return outcome === one.stage && (outcome !== 'paid' || paidNow === undefined || paidNow === paidAt);
}
