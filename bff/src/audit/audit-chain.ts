import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit.port.ts';

/** What the first entry follows. */
export const CHAIN_START = '0'.repeat(64);

export type UnsealedEntry = Omit<AuditEntry, 'hash'>;

/** SHA-256 over every field in a fixed order, in hex. JSON keeps the fields apart, so that no two entries read alike. */
export function hashOf(entry: UnsealedEntry): string {
  const fields = [entry.sequence, entry.at.getTime(), entry.personId, entry.actor, entry.action, entry.subject, entry.outcome, entry.previousHash];
  return createHash('sha256').update(JSON.stringify(fields), 'utf8').digest('hex');
}

/** The first entry of a run that does not follow from the one before; undefined when the run holds. */
export function firstBreak(entries: readonly AuditEntry[], previous: { readonly sequence: number; readonly hash: string }): number | undefined {
  let before = previous;
  for (const entry of entries) {
    const follows = entry.sequence === before.sequence + 1 && entry.previousHash === before.hash && entry.hash === hashOf(entry);
    if (!follows) return entry.sequence;
    before = entry;
  }
  return undefined;
}
