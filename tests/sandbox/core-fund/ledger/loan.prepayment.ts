import { addMonths, daysBetween, type PlainDate } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';
import { loanOf, nextDueOf, termsOf, writePlan, type DueRow, type LoanRow } from './loan.ledger.ts';
import { dayInterest, monthInterest, planOf, type Due } from './loan.schedule.ts';
import { postVoucher } from './voucher.ledger.ts';

/** Money paid ahead of the plan, in fen; what stays: the instalment (the loan ends sooner) or the term. */
export interface PaidAhead {
  readonly ywlsh: string;
  readonly day: PlainDate;
  readonly principal: number;
  readonly interest: number;
  readonly keep: 'instalment' | 'term';
}
interface PrepaymentRow {
  readonly ywlsh: string;
  readonly dkzh: string;
  readonly day: string;
  readonly principal: number;
  readonly interest: number;
  readonly plan_before: string;
  readonly returned: number;
}

/** Since when interest has been running: the last due day, the grant or an earlier prepayment, whichever is latest. */
function interestRunsFrom(core: Core, loan: LoanRow, today: PlainDate): PlainDate {
  const due = core.one<{ due: string | null }>('SELECT MAX(due) AS due FROM loan_due WHERE dkzh = ? AND due <= ?', loan.dkzh, today)?.due ?? loan.granted;
  const ahead = core.one<{ day: string | null }>('SELECT MAX(day) AS day FROM loan_prepayment WHERE dkzh = ? AND returned = 0', loan.dkzh)?.day ?? loan.granted;
  return due > ahead ? due : ahead;
}

/** Interest on the whole balance up to a day, by days on 360, in fen. */
export function accruedInterest(core: Core, loan: LoanRow, today: PlainDate): number {
  const next = nextDueOf(core, loan.dkzh, today);
  return next === undefined ? 0 : dayInterest(loan.balance, next.rate, daysBetween(interestRunsFrom(core, loan, today), today));
}

/** The plan of what is left after a prepayment; the next instalment's interest counts the days since it, unless it was made on a due day. */
function planAfter(loan: LoanRow, open: readonly DueRow[], paid: PaidAhead): Due[] {
  const [next] = open;
  const last = open.at(-1);
  const balance = loan.balance - paid.principal;
  if (next === undefined || last === undefined || balance === 0) return [];
  const kept = {
    instalment: next.principal + monthInterest(loan.balance, next.rate), rate: next.rate,
    partOf: (period: number): number => open.find((row) => row.period === period)?.principal ?? 0,
  };
  const rows = planOf(termsOf(loan), { after: next.period - 1, balance, end: last.period, ...(paid.keep === 'instalment' && open.length > 1 ? { kept } : {}) });
  const onDueDay = addMonths(loan.granted, next.period - 1) === paid.day;
  return rows.map((row, index) => (index > 0 || onDueDay ? row : { ...row, interest: dayInterest(balance, row.rate, daysBetween(paid.day, row.due)) }));
}

/** Books a prepayment and rewrites the plan; paying all of it settles the loan. */
export function bookPrepayment(core: Core, loan: LoanRow, paid: PaidAhead): void {
  const open = core.all<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? AND paid IS NULL ORDER BY period', loan.dkzh);
  const rows = planAfter(loan, open, paid);
  postVoucher(core, paid.day, '提前还款', [
    { subject: 'deposit', debit: paid.principal + paid.interest },
    { subject: 'loans', credit: paid.principal, owner: loan.dkzh },
    { subject: 'income', credit: paid.interest },
  ], paid.ywlsh);
  core.run('INSERT INTO loan_prepayment (ywlsh, dkzh, day, principal, interest, plan_before) VALUES (?, ?, ?, ?, ?, ?)', paid.ywlsh, loan.dkzh, paid.day, paid.principal, paid.interest, JSON.stringify(open));
  core.run('DELETE FROM loan_due WHERE dkzh = ? AND paid IS NULL', loan.dkzh);
  writePlan(core, loan.dkzh, rows);
  core.run('UPDATE loan SET balance = balance - ?, settled = CASE WHEN balance = ? THEN ? ELSE NULL END WHERE dkzh = ?', paid.principal, paid.principal, paid.day, loan.dkzh);
}

const prepaymentOf = (core: Core, ywlsh: string): PrepaymentRow | undefined => core.one<PrepaymentRow>('SELECT * FROM loan_prepayment WHERE ywlsh = ? AND returned = 0', ywlsh);

/** Whether the plan is still the one this prepayment left: no instalment fell due and no other prepayment followed. */
export function canReturnPrepayment(core: Core, ywlsh: string): boolean {
  const row = prepaymentOf(core, ywlsh);
  if (row === undefined) return false;
  const [first] = JSON.parse(row.plan_before) as DueRow[];
  const later = core.one('SELECT 1 FROM loan_prepayment WHERE dkzh = ? AND returned = 0 AND rowid > (SELECT rowid FROM loan_prepayment WHERE ywlsh = ?)', row.dkzh, ywlsh);
  return later === undefined && first !== undefined && first.due > core.today();
}

/** Takes a prepayment out of the books again: balance and plan are as they were. @throws RangeError for one that is not there */
export function returnPrepayment(core: Core, ywlsh: string, day: PlainDate): void {
  const row = prepaymentOf(core, ywlsh);
  if (row === undefined) throw new RangeError('no such prepayment');
  const loan = loanOf(core, row.dkzh);
  postVoucher(core, day, '提前还款冲账', [
    { subject: 'loans', debit: row.principal, owner: loan.dkzh },
    { subject: 'income', debit: row.interest },
    { subject: 'deposit', credit: row.principal + row.interest },
  ], ywlsh);
  core.run('DELETE FROM loan_due WHERE dkzh = ? AND paid IS NULL', loan.dkzh);
  const before = JSON.parse(row.plan_before) as DueRow[];
  writePlan(core, loan.dkzh, before.map((one) => ({ period: one.period, due: one.due, principal: one.principal, interest: one.interest, rate: one.rate, balanceAfter: one.balance_after })));
  core.run('UPDATE loan SET balance = balance + ?, settled = NULL WHERE dkzh = ?', row.principal, loan.dkzh);
  core.run('UPDATE loan_prepayment SET returned = 1 WHERE ywlsh = ?', ywlsh);
}
