import { chinaMoment } from '../../kit/index.ts';
import type { CaseRow, CaseState } from '../cases/case.store.ts';
import type { Core } from '../store/core.ts';

/** One change of state, as it is pushed and fed. */
export interface WireEvent {
  readonly SJH: string;
  readonly SJLX: 'ZTBG';
  readonly SJSJ: string;
  readonly YWLSH: string;
  readonly YQQLSH: string;
  readonly KHBH: string;
  readonly ZT: CaseState;
}

/** Writes an event with the next number, in the transaction of the change itself, so that numbers have no gaps. */
export function emit(core: Core, row: Pick<CaseRow, 'ywlsh' | 'request_no' | 'khbh'>, state: CaseState): void {
  const sjh = (core.one<{ last: number | null }>('SELECT MAX(sjh) AS last FROM event')?.last ?? 0) + 1;
  const event: WireEvent = { SJH: String(sjh), SJLX: 'ZTBG', SJSJ: chinaMoment(core.now()), YWLSH: row.ywlsh, YQQLSH: row.request_no, KHBH: row.khbh, ZT: state };
  core.run('INSERT INTO event (sjh, body) VALUES (?, ?)', sjh, JSON.stringify(event));
}

/** The feed: events after a number, ascending. */
export const eventsAfter = (core: Core, sjh: number, limit: number): WireEvent[] =>
  core.all<{ body: string }>('SELECT body FROM event WHERE sjh > ? ORDER BY sjh LIMIT ?', sjh, limit).map((row) => JSON.parse(row.body) as WireEvent);
