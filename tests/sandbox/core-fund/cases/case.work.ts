import { dueAfterWorkingDays, workingStartOf } from '@anju/shared/calendar';
import { chinaMoment } from '../../kit/index.ts';
import { emit } from '../events/event.journal.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import { balanceOf, accountOf, bookReturn, bookWithdrawal } from '../ledger/account.ledger.ts';
import type { Application, CardRow, Verdict } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { caseOf, RUNNING, STAGES, type CaseRow, type CaseState, type Source, type StageCode } from './case.store.ts';

/** @throws CoreRefusal 300404 */
export function existingCase(core: Core, ywlsh: string): CaseRow {
  const row = caseOf(core, ywlsh);
  if (row === undefined) throw new CoreRefusal('300404');
  return row;
}

/** Changes the state only from the one it was read in, and tells the world. */
function moveTo(core: Core, row: CaseRow, state: CaseState): CaseRow {
  const moved = core.run('UPDATE withdrawal_case SET state = ?, touched_at = ? WHERE ywlsh = ? AND state = ?', state, core.now(), row.ywlsh, row.state);
  if (moved.changes !== 1) throw new Error('the case moved meanwhile');
  emit(core, row, state);
  return existingCase(core, row.ywlsh);
}

/** A stage begins: counted from the next opening when it arrives outside counter hours. */
function startStage(core: Core, ywlsh: string, code: StageCode): void {
  const now = core.now();
  const limit = STAGES.find((stage) => stage.code === code)?.limit ?? 0;
  const due = limit === 0 ? now : dueAfterWorkingDays(now, limit).dueAt;
  const started = limit === 0 ? now : workingStartOf(now).startAt;
  core.run('INSERT INTO case_stage (ywlsh, code, started, due) VALUES (?, ?, ?, ?)', ywlsh, code, started, due);
}

/** A stage ends; who works before the counter opens began then. */
function endStage(core: Core, ywlsh: string, code: StageCode): void {
  core.run('UPDATE case_stage SET done = ?, started = MIN(started, ?) WHERE ywlsh = ? AND code = ?', core.now(), core.now(), ywlsh, code);
}

function sourcesOf(core: Core, verdict: Verdict): Source[] {
  const SJ = chinaMoment(core.now());
  const register = verdict.register;
  return [{ LY: 'HX', SJ, HYJG: '1' }, ...(register === undefined ? [] : [{ LY: 'BDC', SJ, HYJG: register.result } as const]), { LY: 'YH', SJ, HYJG: '1' }];
}

/** Takes a permitted application in: decided and paid at once, or received for the clerks. */
export function receive(core: Core, requestNo: string, application: Application, verdict: Verdict): CaseRow {
  const ywlsh = `TQ${chinaMoment(core.now()).slice(0, 8)}${String(core.next('case')).padStart(8, '0')}`;
  const now = core.now();
  core.run(
    `INSERT INTO withdrawal_case (ywlsh, request_no, khbh, grzh, ywlx, tqyy, amount, kbh, state, gfhtbh, gfdz, sources, received_at, touched_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'SQ', ?, ?, ?, ?, ?)`,
    ywlsh, requestNo, application.khbh, application.grzh, application.ywlx, application.tqyy, application.amount, application.kbh,
    application.gfhtbh?.trim() ?? null, application.gfdz ?? null, JSON.stringify(sourcesOf(core, verdict)), now, now,
  );
  let row = existingCase(core, ywlsh);
  emit(core, row, 'SQ');
  startStage(core, ywlsh, 'SQ');
  endStage(core, ywlsh, 'SQ');
  startStage(core, ywlsh, 'SL');
  while (verdict.atOnce && RUNNING.includes(row.state)) row = advance(core, row);
  return row;
}

/** One step of the clerks: 受理, 审核, 审批, payment. @throws Error when the case is not running */
export function advance(core: Core, row: CaseRow): CaseRow {
  switch (row.state) {
    case 'SQ':
      endStage(core, row.ywlsh, 'SL');
      startStage(core, row.ywlsh, 'SH');
      return moveTo(core, row, 'SL');
    case 'SL':
      endStage(core, row.ywlsh, 'SH');
      startStage(core, row.ywlsh, 'SP');
      return moveTo(core, row, 'SH');
    case 'SH':
      endStage(core, row.ywlsh, 'SP');
      return moveTo(core, row, 'SP');
    case 'SP':
      return pay(core, row);
    default:
      throw new CaseNotMovable(row.state);
  }
}

/** Books the withdrawal, sends the payment and takes the bank's answer: a closed card sends the money back. */
function pay(core: Core, row: CaseRow): CaseRow {
  if (balanceOf(accountOf(core, row.grzh)) - row.amount < 1) return refuse(core, row, '300001', '账户余额不足');
  const today = core.today();
  const card = core.one<CardRow>('SELECT * FROM card WHERE kbh = ?', row.kbh);
  if (card === undefined) throw new Error('the case has no card');
  bookWithdrawal(core, row.grzh, today, row.amount, row.tqyy, row.ywlsh);
  core.run(
    `INSERT INTO payment (no, ywlsh, khbh, amount, card_number, at, state) VALUES (?, ?, ?, ?, ?, ?, 'sent')`,
    `FK${chinaMoment(core.now()).slice(0, 8)}${String(core.next('payment')).padStart(8, '0')}`, row.ywlsh, row.khbh, row.amount, card.number, core.now(),
  );
  if (card.open_at_bank === 0) return takeBack(core, row);
  core.run('UPDATE withdrawal_case SET paid_at = ? WHERE ywlsh = ?', core.now(), row.ywlsh);
  core.run('INSERT INTO withdrawal_fact (khbh, ywlx, tqyy, day, ywlsh, gfhtbh) VALUES (?, ?, ?, ?, ?, ?)', row.khbh, row.ywlx, row.tqyy, today, row.ywlsh, row.gfhtbh);
  return moveTo(core, row, 'DZ');
}

function takeBack(core: Core, row: CaseRow): CaseRow {
  bookReturn(core, row.grzh, core.today(), row.amount, row.tqyy, row.ywlsh);
  core.run(`UPDATE payment SET state = 'returned' WHERE ywlsh = ?`, row.ywlsh);
  core.run(`UPDATE card SET state = '2' WHERE kbh = ?`, row.kbh);
  core.run('DELETE FROM withdrawal_fact WHERE ywlsh = ?', row.ywlsh);
  core.run(`UPDATE withdrawal_case SET paid_at = NULL, refusal_code = 'YHTH', refusal_words = '收款账户状态异常，银行退回' WHERE ywlsh = ?`, row.ywlsh);
  return moveTo(core, row, 'FKSB');
}

/** The clerk says no. Possible until approval; at payment when the money is not there any more. */
export function refuse(core: Core, row: CaseRow, code: string, words: string): CaseRow {
  if (!RUNNING.includes(row.state)) throw new CaseNotMovable(row.state);
  core.run('UPDATE withdrawal_case SET refusal_code = ?, refusal_words = ? WHERE ywlsh = ?', code, words, row.ywlsh);
  return moveTo(core, row, 'BH');
}

/** The person takes the case back. @throws CoreRefusal 300020 from approval on */
export function cancel(core: Core, row: CaseRow): CaseRow {
  if (!['SQ', 'SL', 'SH'].includes(row.state)) throw new CoreRefusal('300020');
  return moveTo(core, row, 'CX');
}

/** The bank sends a payment back days later. */
export function returnPayment(core: Core, row: CaseRow): CaseRow {
  if (row.state !== 'DZ') throw new CaseNotMovable(row.state);
  return takeBack(core, row);
}

/** A case that no hand can move in the way asked. */
export class CaseNotMovable extends Error {
  override readonly name = 'CaseNotMovable';
  readonly statusCode = 409;
  constructor(state: string) {
    super(`a case in state ${state} cannot be moved that way`);
  }
}
