/** What the signature of a code stands for: every character of it. */
export interface Signed {
  readonly shareId: string;
  readonly receiptId: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly facts: string;
}

/** Makes and checks the codes that third parties read. */
export abstract class ReceiptSigner {
  /** A new name of a share, 16 hexadecimal characters. */
  abstract newShareId(): string;
  /** The code of a share; the same again as long as the key is. Holds nothing of a person. */
  abstract codeOf(signed: Signed): string;
  /** The share a code speaks of; undefined when it has not the shape of a code. Nothing is proved by that yet. */
  abstract shareIn(code: string): string | undefined;
  /** Whether a code was made by us for exactly this. */
  abstract holds(code: string, signed: Signed): boolean;
}
