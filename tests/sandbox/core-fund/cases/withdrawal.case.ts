import { accountOf, balanceOf, bookReturn, bookWithdrawal } from '../ledger/account.ledger.ts';
import { bookClosing, bookReopening } from '../ledger/account.closing.ts';
import { bookRepayment } from '../ledger/loan.ledger.ts';
import { forgetLoansOf, noteLoansOf } from '../ledger/loan.withdrawn.ts';
import { runningLoansOf } from '../rules/borrower.facts.ts';
import { contractWithdrawn, lastWithdrawalDay } from '../rules/history.facts.ts';
import { CLOSING_KIND, ROUTES } from '../rules/routes.ts';
import type { Application } from '../rules/weighing.ts';
import type { Verdict } from '../rules/withdrawal.rules.ts';
import type { Core } from '../store/core.ts';
import { endWith, existingCase, moveTo, openCase } from './case.steps.ts';
import { detailsOf, type CaseRow, type WithdrawalDetails } from './case.store.ts';
import { payeeOf, sendPayment } from './payment.ts';

/** Where a withdrawal takes its money from, and why. */
interface Withdrawal {
  readonly grzh: string;
  readonly tqyy: string;
}

function withdrawalOf(row: CaseRow): Withdrawal {
  const { grzh, tqyy } = row;
  if (grzh === null || tqyy === null) throw new Error('a withdrawal has account and reason');
  return { grzh, tqyy };
}

/** Takes a permitted withdrawal in; the clerks or the core itself go on with it. */
export function receiveWithdrawal(core: Core, requestNo: string, application: Application, verdict: Verdict, order?: WithdrawalDetails['order']): CaseRow {
  const { object, span, escrow, consulted } = verdict;
  const { fcbh, declared, materials } = application;
  const details: WithdrawalDetails = {
    ...(object === undefined ? {} : { object }), ...(span === undefined ? {} : { span }), ...(escrow === undefined ? {} : { escrow }), ...(fcbh === undefined ? {} : { fcbh }),
    ...(declared === undefined ? {} : { declared }), ...(materials.length === 0 ? {} : { materials }), ...(order === undefined ? {} : { order }),
  };
  return openCase(core, requestNo, {
    khbh: application.khbh, ywlx: application.ywlx, amount: application.amount, grzh: application.grzh, tqyy: application.tqyy, kind: ROUTES[application.ywlx].kind, details,
    sources: [{ LY: 'HX', HYJG: '1' }, ...consulted, { LY: 'YH', HYJG: '1' }],
    ...(application.kbh === undefined ? {} : { kbh: application.kbh }),
    ...(application.gfhtbh === undefined ? {} : { gfhtbh: application.gfhtbh.trim() }),
    ...(application.gfdz === undefined ? {} : { gfdz: application.gfdz }),
  });
}

/** What the withdrawal was for is remembered with the day it was paid. */
function remember(core: Core, row: CaseRow, tqyy: string): void {
  const { object, span } = detailsOf(row);
  if (row.ywlx === 'REPAY_FUND_LOAN') noteLoansOf(core, row, lastWithdrawalDay(core, row.khbh, row.ywlx), core.today());
  core.run(
    'INSERT INTO withdrawal_fact (khbh, ywlx, tqyy, day, ywlsh, amount, object, span_from, span_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    row.khbh, row.ywlx, tqyy, core.today(), row.ywlsh, row.amount, object ?? null, span?.from ?? null, span?.to ?? null,
  );
}

/** Books a partial or a closing withdrawal and gives the row back as it now is. */
function book(core: Core, row: CaseRow, { grzh, tqyy }: Withdrawal): { readonly row: CaseRow; readonly paid: { readonly principal: number; readonly interest?: number } } {
  if (row.kind !== CLOSING_KIND) {
    bookWithdrawal(core, grzh, core.today(), row.amount, tqyy, row.ywlsh);
    return { row, paid: { principal: row.amount } };
  }
  const paid = bookClosing(core, grzh, core.today(), tqyy, row.ywlsh);
  core.run('UPDATE fund_case SET amount = ?, interest = ? WHERE ywlsh = ?', paid.principal, paid.interest, row.ywlsh);
  return { row: existingCase(core, row.ywlsh), paid };
}

/** Why a withdrawal cannot be paid any more although it was approved. */
function hindrance(core: Core, row: CaseRow, grzh: string): { readonly code: string; readonly words: string } | undefined {
  const account = accountOf(core, grzh);
  if (account.state === '06') return { code: '300003', words: '个人账户已冻结' };
  if (account.state !== '01' && account.state !== '02') return { code: '300004', words: '账户状态不能提取' };
  if (row.gfhtbh !== null && row.ywlx === 'PURCHASE' && contractWithdrawn(core, row.gfhtbh)) return { code: '300014', words: '该房屋已办理过提取' };
  if (row.kind === CLOSING_KIND && runningLoansOf(core, row.khbh).length > 0) return { code: '300007', words: '有本中心贷款，不能销户' };
  const least = row.kind === CLOSING_KIND ? balanceOf(account) - 1 : balanceOf(account) - row.amount - core.centre.mustStayFen;
  return least < 0 ? { code: '300001', words: '账户余额不足' } : undefined;
}

/** Books the withdrawal, sends the payment and takes the bank's answer: a closed card sends the money back. */
export function payWithdrawal(core: Core, row: CaseRow): CaseRow {
  const withdrawal = withdrawalOf(row);
  const refused = hindrance(core, row, withdrawal.grzh);
  if (refused !== undefined) return endWith(core, row, 'BH', refused.code, refused.words);
  const payee = payeeOf(core, row);
  if (payee === undefined) return endWith(core, row, 'BH', '300059', '监管账户未查到');
  const booked = book(core, row, withdrawal);
  sendPayment(core, booked.row, payee, booked.paid);
  if (!payee.open) return takeWithdrawalBack(core, booked.row);
  core.run('UPDATE fund_case SET paid_at = ? WHERE ywlsh = ?', core.now(), row.ywlsh);
  remember(core, booked.row, withdrawal.tqyy);
  return moveTo(core, booked.row, 'DZ');
}

/** A run of the monthly offset pays the instalment that fell due; no money leaves the centre. */
export function payOffset(core: Core, row: CaseRow): CaseRow {
  const { grzh } = withdrawalOf(row);
  const { order } = detailsOf(row);
  const due = core.one<{ period: number }>('SELECT period FROM loan_due WHERE dkzh = ? AND due = ? AND paid IS NULL', row.dkzh, order?.due);
  if (due === undefined || row.dkzh === null) throw new Error('the instalment of an offset is open');
  bookRepayment(core, row.dkzh, due.period, core.today(), { grzh, ywlsh: row.ywlsh });
  core.run('UPDATE fund_case SET paid_at = ? WHERE ywlsh = ?', core.now(), row.ywlsh);
  return moveTo(core, row, 'DZ');
}

/** The bank sends the money back: it is in the account again, which is open again; the card is known closed, the route open. */
export function takeWithdrawalBack(core: Core, row: CaseRow): CaseRow {
  const { grzh, tqyy } = withdrawalOf(row);
  if (row.kind === CLOSING_KIND) bookReopening(core, core.today(), tqyy, row.ywlsh);
  else bookReturn(core, grzh, core.today(), row.amount, tqyy, row.ywlsh);
  core.run(`UPDATE payment SET state = 'returned' WHERE ywlsh = ?`, row.ywlsh);
  if (row.kbh !== null) core.run(`UPDATE card SET state = '2' WHERE kbh = ?`, row.kbh);
  core.run('DELETE FROM withdrawal_fact WHERE ywlsh = ?', row.ywlsh);
  forgetLoansOf(core, row.ywlsh);
  core.run('UPDATE fund_case SET paid_at = NULL, interest = NULL WHERE ywlsh = ?', row.ywlsh);
  return endWith(core, row, 'FKSB', 'YHTH', '收款账户状态异常，银行退回');
}
