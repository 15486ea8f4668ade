import { createHash } from 'node:crypto';
import type { Core } from '../store/core.ts';
import { CoreRefusal } from './refusal.ts';

/** A body that does not fit uses no number up: it is refused before it counts as asked. */
const UNFIT_BODY = '100001';

/** What was answered first to a request number. `code` is `closed` when TQ1003 came before the request did. */
export interface RequestRow {
  readonly qqlsh: string;
  readonly jydm: string;
  readonly body_hash: string;
  readonly code: string;
  readonly reply: string;
  readonly ywlsh: string | null;
}

/** JSON with sorted keys, so that two writings of the same body are one. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

export const hashOf = (body: unknown): string => createHash('sm3').update(Buffer.isBuffer(body) ? body : canonicalJson(body)).digest('hex');

export const requestOf = (core: Core, qqlsh: string): RequestRow | undefined => core.one<RequestRow>('SELECT * FROM request WHERE qqlsh = ?', qqlsh);

/** The answer to a writing request: a code and a body; `repeated` when it had been given before. */
export interface Answer {
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly repeated: boolean;
}

/**
 * Does a writing request once for its number. The work and its stored reply are one transaction; a refusal undoes the work and is
 * stored too. @throws CoreRefusal 100001 for an unfit body, 900010 for another body or code, 300404 for a number closed by TQ1003
 */
export function askedOnce(core: Core, qqlsh: string, jydm: string, bodyHash: string, work: () => Record<string, unknown>): Answer {
  return core.atomically(() => {
    const known = requestOf(core, qqlsh);
    if (known?.code === 'closed') throw new CoreRefusal('300404');
    if (known !== undefined) {
      if (known.jydm !== jydm || known.body_hash !== bodyHash) throw new CoreRefusal('900010');
      return { code: known.code, body: JSON.parse(known.reply) as Record<string, unknown>, repeated: true };
    }
    const answer = attempt(core, work);
    const ywlsh = answer.code === '000000' ? caseNumberIn(answer.body) : null;
    core.run(
      'INSERT INTO request (qqlsh, jydm, body_hash, code, reply, ywlsh, at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      qqlsh, jydm, bodyHash, answer.code, JSON.stringify(answer.body), ywlsh, core.now(),
    );
    return { ...answer, repeated: false };
  });
}

/** The case a reply tells of: only a case carries the request it came from; a booking names its case and is none. */
function caseNumberIn(body: Readonly<Record<string, unknown>>): string | null {
  return typeof body['YQQLSH'] === 'string' && typeof body['YWLSH'] === 'string' ? body['YWLSH'] : null;
}

function attempt(core: Core, work: () => Record<string, unknown>): { code: string; body: Readonly<Record<string, unknown>> } {
  try {
    return { code: '000000', body: core.atomically(work) };
  } catch (error) {
    if (error instanceof CoreRefusal && error.code !== UNFIT_BODY) return { code: error.code, body: error.body };
    throw error;
  }
}

/** Closes a number that never arrived: whatever comes with it later is refused. */
export function closeRequestNumber(core: Core, qqlsh: string): void {
  core.run(`INSERT INTO request (qqlsh, jydm, body_hash, code, reply, at) VALUES (?, 'TQ1003', '', 'closed', '{}', ?)`, qqlsh, core.now());
}
