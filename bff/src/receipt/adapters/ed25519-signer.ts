import { createHash, createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { FieldKey } from '../../config.ts';
import type { Signed } from '../domain/receipt-signer.ts';
import { ReceiptSigner } from '../domain/receipt-signer.ts';

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SHARE_BYTES = 8;
const SIGNATURE_BYTES = 64;
/** 72 bytes are exactly 96 characters: none of them has a bit that means nothing, so each one counts. */
const CODE = /^([a-z0-9]{1,3})\.([\w-]{96})$/;

interface Key {
  readonly id: string;
  readonly secret: KeyObject;
  readonly open: KeyObject;
}

function keyOf({ id, key }: FieldKey): Key {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, key]), format: 'der', type: 'pkcs8' });
  return { id, secret, open: createPublicKey(secret) };
}

/** The signed text: the key's name too, so that no code can be passed off under another key. */
function messageOf(keyId: string, { shareId, receiptId, expiresAt, facts }: Signed): Buffer {
  const digest = createHash('sha256').update(facts, 'utf8').digest('hex');
  return Buffer.from(['anju.receipt.1', keyId, shareId, receiptId, expiresAt, digest].join('\n'));
}

/** `r1.` + share and Ed25519 signature in base64url. The first key signs, each of them verifies. */
export class Ed25519Signer extends ReceiptSigner {
  private readonly keys: readonly Key[];

  constructor(keys: readonly FieldKey[]) {
    super();
    this.keys = keys.map(keyOf);
  }

  newShareId(): string {
    return randomBytes(SHARE_BYTES).toString('hex');
  }

  codeOf(signed: Signed): string {
    const key = this.keys[0];
    if (key === undefined) throw new Error('there is no key to sign receipts with');
    const signature = sign(null, messageOf(key.id, signed), key.secret);
    return `${key.id}.${Buffer.concat([Buffer.from(signed.shareId, 'hex'), signature]).toString('base64url')}`;
  }

  shareIn(code: string): string | undefined {
    return read(code)?.shareId;
  }

  holds(code: string, signed: Signed): boolean {
    const found = read(code);
    const key = this.keys.find(({ id }) => id === found?.keyId);
    if (found === undefined || key === undefined || found.shareId !== signed.shareId) return false;
    return verify(null, messageOf(key.id, signed), key.open, found.signature);
  }
}

function read(code: string): { readonly keyId: string; readonly shareId: string; readonly signature: Buffer } | undefined {
  const [, keyId, body] = CODE.exec(code) ?? [];
  if (keyId === undefined || body === undefined) return undefined;
  const bytes = Buffer.from(body, 'base64url');
  if (bytes.length !== SHARE_BYTES + SIGNATURE_BYTES || bytes.toString('base64url') !== body) return undefined;
  return { keyId, shareId: bytes.subarray(0, SHARE_BYTES).toString('hex'), signature: bytes.subarray(SHARE_BYTES) };
}
