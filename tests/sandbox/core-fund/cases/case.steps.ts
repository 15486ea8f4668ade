import { dueAfterWorkingDays, workingStartOf } from '@anju/shared/calendar';
import { chinaMoment } from '../../kit/index.ts';
import { emit } from '../events/event.journal.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import type { Core } from '../store/core.ts';
import { caseOf, stagesOf, type WithdrawalDetails, type CaseRow, type CaseState, type Matter, type Source, type StageCode } from './case.store.ts';

/** A case that no hand can move in the way asked. */
export class CaseNotMovable extends Error {
  override readonly name = 'CaseNotMovable';
  readonly statusCode = 409;
  constructor(state: string) {
    super(`a case in state ${state} cannot be moved that way`);
  }
}

/** @throws CoreRefusal 300404 */
export function existingCase(core: Core, ywlsh: string): CaseRow {
  const row = caseOf(core, ywlsh);
  if (row === undefined) throw new CoreRefusal('300404');
  return row;
}

/** Changes the state only from the one it was read in, and tells the world. */
export function moveTo(core: Core, row: CaseRow, state: CaseState): CaseRow {
  const moved = core.run('UPDATE fund_case SET state = ?, touched_at = ? WHERE ywlsh = ? AND state = ?', state, core.now(), row.ywlsh, row.state);
  if (moved.changes !== 1) throw new Error('the case moved meanwhile');
  emit(core, row, state);
  return existingCase(core, row.ywlsh);
}

/** A stage begins: one with a limit is counted from the next opening when it arrives outside counter hours, an open one has no due moment. */
export function startStage(core: Core, row: Pick<CaseRow, 'ywlsh' | 'ywlx'>, code: StageCode): void {
  const now = core.now();
  const stage = stagesOf(row.ywlx).find((one) => one.code === code);
  const limit = stage?.limit ?? 0;
  const due = stage?.open ? null : limit === 0 ? now : dueAfterWorkingDays(now, limit).dueAt;
  const started = limit === 0 ? now : workingStartOf(now).startAt;
  core.run('INSERT INTO case_stage (ywlsh, code, started, due) VALUES (?, ?, ?, ?)', row.ywlsh, code, started, due);
}

/** A stage ends; who works before the counter opens began then. */
export function endStage(core: Core, row: Pick<CaseRow, 'ywlsh'>, code: StageCode): void {
  core.run('UPDATE case_stage SET done = ?, started = MIN(started, ?) WHERE ywlsh = ? AND code = ?', core.now(), core.now(), row.ywlsh, code);
}

/** What a new case is made of; the amount in fen. */
export interface NewCase {
  readonly khbh: string;
  readonly ywlx: Matter;
  readonly amount: number;
  readonly sources: readonly Omit<Source, 'SJ'>[];
  readonly grzh?: string;
  readonly tqyy?: string;
  readonly kind?: string;
  readonly details?: WithdrawalDetails;
  readonly kbh?: string;
  readonly gfhtbh?: string;
  readonly gfdz?: string;
  readonly coKhbh?: string;
  readonly dkzh?: string;
  readonly wish?: Readonly<Record<string, unknown>>;
}
const PREFIX: Readonly<Partial<Record<Matter, string>>> = { LOAN_PRE_APPLICATION: 'DK', LOAN_PREPAYMENT: 'HK' };

/** Writes a case in state SQ: applied for, waiting to be accepted; its number and its first event with it. */
export function openCase(core: Core, requestNo: string, facts: NewCase): CaseRow {
  const SJ = chinaMoment(core.now());
  const ywlsh = `${PREFIX[facts.ywlx] ?? 'TQ'}${SJ.slice(0, 8)}${String(core.next('case')).padStart(8, '0')}`;
  const now = core.now();
  core.run(
    `INSERT INTO fund_case (ywlsh, request_no, khbh, ywlx, amount, state, grzh, tqyy, kind, details, kbh, gfhtbh, gfdz, co_khbh, dkzh, wish, sources, received_at, touched_at)
     VALUES (?, ?, ?, ?, ?, 'SQ', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ywlsh, requestNo, facts.khbh, facts.ywlx, facts.amount, facts.grzh ?? null, facts.tqyy ?? null, facts.kind ?? null, facts.details === undefined ? null : JSON.stringify(facts.details), facts.kbh ?? null, facts.gfhtbh ?? null, facts.gfdz ?? null,
    facts.coKhbh ?? null, facts.dkzh ?? null, facts.wish === undefined ? null : JSON.stringify(facts.wish), JSON.stringify(facts.sources.map((source) => ({ LY: source.LY, SJ, HYJG: source.HYJG }))), now, now,
  );
  const row = existingCase(core, ywlsh);
  emit(core, row, 'SQ');
  startStage(core, row, 'SQ');
  endStage(core, row, 'SQ');
  startStage(core, row, 'SL');
  return row;
}

/** Ends a case with a code and words for why. */
export function endWith(core: Core, row: CaseRow, state: 'BH' | 'FKSB', code: string, words: string): CaseRow {
  core.run('UPDATE fund_case SET refusal_code = ?, refusal_words = ? WHERE ywlsh = ?', code, words, row.ywlsh);
  return moveTo(core, row, state);
}
