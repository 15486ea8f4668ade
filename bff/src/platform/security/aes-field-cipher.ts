import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { FieldKey } from '../../config.ts';
import { FieldCipher } from './sealing.ts';

const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM. Text reads `v1.<base64url of nonce, tag and cipher text>`; bytes start with the length and letters of the key's name.
 * The first key seals; each of them opens, so that a key is replaced by putting a new one in front.
 */
export class AesFieldCipher extends FieldCipher {
  constructor(private readonly keys: readonly FieldKey[]) {
    super();
  }

  seal(plain: string, purpose: string): string {
    const key = this.newest();
    return `${key.id}.${this.encrypt(Buffer.from(plain, 'utf8'), purpose, key).toString('base64url')}`;
  }

  open(sealed: string, purpose: string): string {
    const dot = sealed.indexOf('.');
    const box = Buffer.from(sealed.slice(dot + 1), 'base64url');
    return this.decrypt(box, purpose, sealed.slice(0, Math.max(dot, 0))).toString('utf8');
  }

  sealBytes(plain: Buffer, purpose: string): Buffer {
    const key = this.newest();
    const name = Buffer.from(key.id, 'ascii');
    return Buffer.concat([Buffer.from([name.length]), name, this.encrypt(plain, purpose, key)]);
  }

  openBytes(sealed: Buffer, purpose: string): Buffer {
    const length = sealed[0] ?? 0;
    return this.decrypt(sealed.subarray(1 + length), purpose, sealed.subarray(1, 1 + length).toString('ascii'));
  }

  private newest(): FieldKey {
    const key = this.keys[0];
    if (key === undefined) throw new Error('there is no field key');
    return key;
  }

  private encrypt(plain: Buffer, purpose: string, key: FieldKey): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key.key, nonce).setAAD(Buffer.from(`${key.id}\n${purpose}`, 'utf8'));
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  }

  private decrypt(box: Buffer, purpose: string, keyId: string): Buffer {
    const key = this.keys.find((candidate) => candidate.id === keyId);
    if (key === undefined) throw new Error('sealed under a key that is not configured');
    if (box.length < NONCE + TAG) throw new Error('not a sealed value');
    const decipher = createDecipheriv('aes-256-gcm', key.key, box.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(`${keyId}\n${purpose}`, 'utf8')).setAuthTag(box.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(box.subarray(NONCE + TAG)), decipher.final()]);
  }
}
