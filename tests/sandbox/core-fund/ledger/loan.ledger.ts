import { addMonths, type PlainDate } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';
import { accountForOffset, bookOffset } from './account.ledger.ts';
import { planOf, type Due, type HomeOrder, type LoanTerms, type Method } from './loan.schedule.ts';
import { postVoucher } from './voucher.ledger.ts';

/** A loan as stored; amounts in fen. */
export interface LoanRow {
  readonly dkzh: string;
  readonly jkhtbh: string;
  readonly khbh: string;
  readonly principal: number;
  readonly balance: number;
  readonly method: Method;
  readonly periods: number;
  readonly granted: string;
  readonly ends: string;
  readonly due_day: string;
  readonly stops_paying_after: string | null;
  readonly settled: string | null;
  readonly home_order: HomeOrder;
  readonly co_khbh: string | null;
  /** 冲还贷 signed: from that day on the account pays the instalments. */
  readonly offset_since: string | null;
}
/** One instalment as stored. */
export interface DueRow {
  readonly period: number;
  readonly due: string;
  readonly principal: number;
  readonly interest: number;
  readonly rate: number;
  readonly balance_after: number;
  readonly paid: string | null;
  /** 1 when the account paid it (冲还贷). */
  readonly by_account: number;
}

/** What a loan is granted with; what is left out is as most loans are. */
export interface Grant {
  readonly dkzh: string;
  readonly jkhtbh: string;
  readonly khbh: string;
  readonly principal: number;
  readonly periods: number;
  readonly granted: PlainDate;
  readonly method?: Method;
  readonly home_order?: HomeOrder;
  readonly co_khbh?: string | null;
  readonly stops_paying_after?: PlainDate | null;
  readonly offset_since?: PlainDate | null;
}

export const termsOf = (loan: Pick<LoanRow, 'granted' | 'periods' | 'method' | 'home_order'>): LoanTerms => ({ granted: loan.granted, periods: loan.periods, method: loan.method, home: loan.home_order });

/** Writes rows of a plan that are not paid yet. */
export function writePlan(core: Core, dkzh: string, rows: readonly Due[]): void {
  for (const row of rows) {
    core.run('INSERT INTO loan_due (dkzh, period, due, principal, interest, rate, balance_after) VALUES (?, ?, ?, ?, ?, ?, ?)', dkzh, row.period, row.due, row.principal, row.interest, row.rate, row.balanceAfter);
  }
}

/** Pays a loan out and writes its plan; the voucher names the case it came from, if any. */
export function grantLoan(core: Core, loan: Grant, ywlsh?: string): void {
  const { method = '01', home_order = '1' } = loan;
  core.run(
    `INSERT INTO loan (dkzh, jkhtbh, khbh, principal, balance, method, periods, granted, ends, due_day, stops_paying_after, home_order, co_khbh, offset_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    loan.dkzh, loan.jkhtbh, loan.khbh, loan.principal, loan.principal, method, loan.periods, loan.granted, addMonths(loan.granted, loan.periods), loan.granted.slice(8), loan.stops_paying_after ?? null,
    home_order, loan.co_khbh ?? null, loan.offset_since ?? null,
  );
  writePlan(core, loan.dkzh, planOf(termsOf({ ...loan, method, home_order }), { after: 0, balance: loan.principal, end: loan.periods }));
  postVoucher(core, loan.granted, '贷款发放', [{ subject: 'loans', debit: loan.principal, owner: loan.dkzh }, { subject: 'deposit', credit: loan.principal }], ywlsh);
}

/** @throws RangeError */
export function loanOf(core: Core, dkzh: string): LoanRow {
  const row = core.one<LoanRow>('SELECT * FROM loan WHERE dkzh = ?', dkzh);
  if (row === undefined) throw new RangeError('no such loan');
  return row;
}

/** The account that pays an instalment where the offset is signed and the balance suffices. */
function offsetAccount(core: Core, dkzh: string, row: DueRow, day: PlainDate): string | undefined {
  const loan = loanOf(core, dkzh);
  return loan.offset_since !== null && loan.offset_since <= day ? accountForOffset(core, loan.khbh, row.principal + row.interest) : undefined;
}

/**
 * An instalment is paid: from an account, or with null from the person's bank; left open, from the account where the offset is signed and the
 * balance suffices. @throws RangeError when it is not open
 */
export function bookRepayment(core: Core, dkzh: string, period: number, day: PlainDate, from?: { readonly grzh: string | null; readonly ywlsh?: string }): void {
  const row = core.one<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? AND period = ? AND paid IS NULL', dkzh, period);
  if (row === undefined) throw new RangeError('that instalment is not open');
  const grzh = from === undefined ? offsetAccount(core, dkzh, row, day) : (from.grzh ?? undefined);
  if (grzh !== undefined) {
    bookOffset(core, grzh, day, { dkzh, principal: row.principal, interest: row.interest }, from?.ywlsh);
  } else {
    postVoucher(core, day, '贷款回收', [
      { subject: 'deposit', debit: row.principal + row.interest },
      { subject: 'loans', credit: row.principal, owner: dkzh },
      { subject: 'income', credit: row.interest },
    ]);
  }
  core.run('UPDATE loan SET balance = balance - ?, settled = CASE WHEN balance = ? THEN ? ELSE NULL END WHERE dkzh = ?', row.principal, row.principal, day, dkzh);
  core.run('UPDATE loan_due SET paid = ?, by_account = ? WHERE dkzh = ? AND period = ?', day, grzh === undefined ? 0 : 1, dkzh, period);
}

export const loansOf = (core: Core, khbh: string): LoanRow[] => core.all<LoanRow>('SELECT * FROM loan WHERE khbh = ? ORDER BY granted', khbh);

/** The loans a person owes together with the one who took them. */
export const jointLoansOf = (core: Core, khbh: string): LoanRow[] => core.all<LoanRow>('SELECT * FROM loan WHERE co_khbh = ? ORDER BY granted', khbh);

/** Instalments that were due and are not paid; an instalment is overdue from the day after its due day. */
export const overdueOf = (core: Core, dkzh: string, today: PlainDate): DueRow[] =>
  core.all<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? AND paid IS NULL AND due < ? ORDER BY period', dkzh, today);

/** The next instalment not yet due before today. */
export const nextDueOf = (core: Core, dkzh: string, today: PlainDate): DueRow | undefined =>
  core.one<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? AND paid IS NULL AND due >= ? ORDER BY period LIMIT 1', dkzh, today);

/** What has been paid on a loan so far, in fen: principal (prepayments included), interest, and the prepaid part of the principal. */
export function paidOn(core: Core, loan: LoanRow): { principal: number; interest: number; prepaid: number } {
  const due = core.one<{ interest: number }>('SELECT COALESCE(SUM(interest), 0) AS interest FROM loan_due WHERE dkzh = ? AND paid IS NOT NULL', loan.dkzh);
  const ahead = core.one<{ principal: number; interest: number }>(
    'SELECT COALESCE(SUM(principal), 0) AS principal, COALESCE(SUM(interest), 0) AS interest FROM loan_prepayment WHERE dkzh = ? AND returned = 0', loan.dkzh,
  );
  return { principal: loan.principal - loan.balance, interest: (due?.interest ?? 0) + (ahead?.interest ?? 0), prepaid: ahead?.principal ?? 0 };
}
