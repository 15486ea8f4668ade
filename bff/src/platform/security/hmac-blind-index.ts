import { createHmac } from 'node:crypto';
import { BlindIndex } from './sealing.ts';

/** HMAC-SHA-256 over purpose and value; the same value under another purpose gives another index. */
export class HmacBlindIndex extends BlindIndex {
  constructor(private readonly key: Buffer) {
    super();
  }

  of(value: string, purpose: string): string {
    return createHmac('sha256', this.key).update(`${purpose}\n${value}`, 'utf8').digest('hex');
  }
}
