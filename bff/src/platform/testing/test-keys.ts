import { createHash } from 'node:crypto';
import { AesFieldCipher } from '../security/aes-field-cipher.ts';
import { HmacBlindIndex } from '../security/hmac-blind-index.ts';

const key = (name: string): Buffer => createHash('sha256').update(`test key ${name}`).digest();

/** Real ciphers under keys made for tests. */
export const testCipher = (): AesFieldCipher => new AesFieldCipher([{ id: 'v1', key: key('field') }]);
export const testBlindIndex = (): HmacBlindIndex => new HmacBlindIndex(key('index'));
