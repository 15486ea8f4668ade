import { addDays, addMonths, type PlainDate } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';
import { scheduleOf } from './loan.schedule.ts';
import { postVoucher } from './voucher.ledger.ts';

/** A loan as stored; amounts in fen. */
export interface LoanRow {
  readonly dkzh: string;
  readonly jkhtbh: string;
  readonly khbh: string;
  readonly principal: number;
  readonly balance: number;
  readonly method: string;
  readonly periods: number;
  readonly granted: string;
  readonly ends: string;
  readonly due_day: string;
  readonly stops_paying_after: string | null;
  readonly settled: string | null;
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
}

/** Pays a loan out and writes its schedule. */
export function grantLoan(core: Core, loan: Omit<LoanRow, 'balance' | 'ends' | 'due_day' | 'settled' | 'method'>): void {
  core.run(
    `INSERT INTO loan (dkzh, jkhtbh, khbh, principal, balance, method, periods, granted, ends, due_day, stops_paying_after) VALUES (?, ?, ?, ?, ?, '01', ?, ?, ?, ?, ?)`,
    loan.dkzh, loan.jkhtbh, loan.khbh, loan.principal, loan.principal, loan.periods, loan.granted, addMonths(loan.granted, loan.periods), loan.granted.slice(8), loan.stops_paying_after,
  );
  for (const row of scheduleOf(loan.principal, loan.periods, loan.granted)) {
    core.run('INSERT INTO loan_due (dkzh, period, due, principal, interest, rate, balance_after) VALUES (?, ?, ?, ?, ?, ?, ?)', loan.dkzh, row.period, row.due, row.principal, row.interest, row.rate, row.balanceAfter);
  }
  postVoucher(core, loan.granted, '贷款发放', [{ subject: 'loans', debit: loan.principal, owner: loan.dkzh }, { subject: 'deposit', credit: loan.principal }]);
}

/** An instalment is paid from the person's bank. */
export function bookRepayment(core: Core, dkzh: string, period: number, day: PlainDate): void {
  const row = core.one<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? AND period = ? AND paid IS NULL', dkzh, period);
  if (row === undefined) throw new RangeError('that instalment is not open');
  postVoucher(core, day, '贷款回收', [
    { subject: 'deposit', debit: row.principal + row.interest },
    { subject: 'loans', credit: row.principal, owner: dkzh },
    { subject: 'income', credit: row.interest },
  ]);
  core.run('UPDATE loan SET balance = balance - ?, settled = CASE WHEN balance = ? THEN ? ELSE NULL END WHERE dkzh = ?', row.principal, row.principal, day, dkzh);
  core.run('UPDATE loan_due SET paid = ? WHERE dkzh = ? AND period = ?', day, dkzh, period);
}

export const loansOf = (core: Core, khbh: string): LoanRow[] => core.all<LoanRow>('SELECT * FROM loan WHERE khbh = ? ORDER BY granted', khbh);

/** Instalments that were due and are not paid; an instalment is overdue from the day after its due day. */
export const overdueOf = (core: Core, dkzh: string, today: PlainDate): DueRow[] =>
  core.all<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? AND paid IS NULL AND due < ? ORDER BY period', dkzh, today);

/** The next instalment not yet due before today. */
export const nextDueOf = (core: Core, dkzh: string, today: PlainDate): DueRow | undefined =>
  core.one<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? AND paid IS NULL AND due >= ? ORDER BY period LIMIT 1', dkzh, today);

/** What was repaid on a person's fund loans since the last withdrawal for it, twelve months at most; both days count. */
export function repaidSince(core: Core, khbh: string, lastWithdrawal: PlainDate | undefined, today: PlainDate): { from: PlainDate; to: PlainDate; principal: number; interest: number } {
  const yearAgo = addDays(addMonths(today, -12), 1);
  const afterLast = lastWithdrawal === undefined ? yearAgo : addDays(lastWithdrawal, 1);
  const from = afterLast > yearAgo ? afterLast : yearAgo;
  const sums = core.one<{ principal: number; interest: number }>(
    `SELECT COALESCE(SUM(d.principal), 0) AS principal, COALESCE(SUM(d.interest), 0) AS interest
     FROM loan_due d JOIN loan l ON l.dkzh = d.dkzh WHERE l.khbh = ? AND d.paid >= ? AND d.paid <= ?`,
    khbh, from, today,
  );
  return { from: from > today ? today : from, to: today, principal: sums?.principal ?? 0, interest: sums?.interest ?? 0 };
}
