import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, as text that fits a header. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. A plain hash is enough: the token itself cannot be guessed. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
