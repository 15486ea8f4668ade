import type { ReceiptFacts } from '@anju/shared/contract';

/** What a settled case is proved by. Made once a case; nothing in it changes afterwards. */
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
  /** `altered`: there is one, and somebody has changed it behind our back. */
  abstract byId(receiptId: string): Promise<Receipt | 'altered' | undefined>;
}

export const factsIn = ({ facts }: Receipt): ReceiptFacts => JSON.parse(facts) as ReceiptFacts;
