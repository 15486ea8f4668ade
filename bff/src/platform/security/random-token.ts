import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';

/** A bearer token nobody can guess: 256 random bits, 43 URL-safe characters. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: SHA-256 in hex. A stolen table opens no session. */
export const tokenHash = (token: string): string => createHash('sha256').update(token, 'utf8').digest('hex');

/** A new id for a row, 36 characters. */
export const randomId = (): string => randomUUID();

/** So many decimal digits, each equally likely: `randomDigits(6)` for a sign-in code. */
export const randomDigits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join('');
