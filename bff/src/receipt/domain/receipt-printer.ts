import type { ReceiptFacts } from '@anju/shared/contract';

/** What a document shows; without a share it has no square code (the archive's copy). */
export interface Print {
  readonly facts: ReceiptFacts;
  readonly share?: { readonly url: string; readonly expiresAt: number };
}

/** Draws the document: A4, PDF, the same bytes for the same print. */
export abstract class ReceiptPrinter {
  /** undefined when too many wait already. */
  abstract print(print: Print): Promise<Buffer | undefined>;
}
