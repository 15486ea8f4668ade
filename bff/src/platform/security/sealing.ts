/** Encrypts what must be read again: ids, names, mobiles, card numbers. AES-256-GCM under the newest field key; older keys still open. */
export abstract class FieldCipher {
  /** `purpose` is bound as additional data (`person.name`), so that a sealed value cannot be moved to another column. Result is ASCII text. */
  abstract seal(plain: string, purpose: string): string;
  /** Throws when it was tampered with or sealed for another purpose. */
  abstract open(sealed: string, purpose: string): string;
  abstract sealBytes(plain: Buffer, purpose: string): Buffer;
  abstract openBytes(sealed: Buffer, purpose: string): Buffer;
}

/** Finds a sealed value again without opening it: HMAC-SHA-256, 64 hex. */
export abstract class BlindIndex {
  abstract of(value: string, purpose: string): string;
}
