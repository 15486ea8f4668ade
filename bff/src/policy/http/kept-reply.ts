import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';

/** Asked for again after an hour; what has not changed by then is answered with its tag alone. */
const CACHE_CONTROL = 'public, max-age=3600';

/** A reply that is the same for everybody until the next release, and its strong tag. */
export interface KeptReply<T> {
  readonly body: T;
  readonly tag: string;
}

export function keptReply<T>(body: T): KeptReply<T> {
  return { body, tag: `"${createHash('sha256').update(JSON.stringify(body), 'utf8').digest('base64url')}"` };
}

/** Answers with the body, or with 304 and no body to whoever names its tag (RFC 9110, 13.1.2: weak comparison, a list, or `*`). */
export function sendKept<T>(kept: KeptReply<T>, ifNoneMatch: string | undefined, reply: FastifyReply): T | undefined {
  void reply.header('etag', kept.tag).header('cache-control', CACHE_CONTROL);
  const named = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!named.includes(kept.tag) && !named.includes('*')) return kept.body;
  void reply.status(304);
  return undefined;
}
