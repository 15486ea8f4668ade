import type { PlainDate } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';

/** 科目 of the fund's books (住房公积金会计核算办法). */
export const SUBJECTS = {
  deposit: { code: '101', words: '住房公积金存款' },
  surplusDeposit: { code: '102', words: '增值收益存款' },
  loans: { code: '121', words: '委托贷款' },
  contributions: { code: '201', words: '住房公积金' },
  interestPayable: { code: '211', words: '应付利息' },
  payable: { code: '219', words: '其他应付款' },
  income: { code: '401', words: '业务收入' },
  expense: { code: '411', words: '业务支出' },
} as const;
export type Subject = keyof typeof SUBJECTS;

/** One line of a voucher: an amount in fen on the debit or on the credit side of a subject, `owner` the account or loan it belongs to. */
export interface VoucherLine {
  readonly subject: Subject;
  readonly debit?: number;
  readonly credit?: number;
  readonly owner?: string;
}

/**
 * Books a voucher and seals it. The database refuses one whose debit and credit differ, and any later change.
 * @returns the voucher's number @throws SqliteError when it does not balance
 */
export function postVoucher(core: Core, day: PlainDate, words: string, lines: readonly VoucherLine[], ywlsh?: string): number {
  const id = Number(core.run('INSERT INTO voucher (day, words, ywlsh) VALUES (?, ?, ?)', day, words, ywlsh ?? null).lastInsertRowid);
  lines.filter((line) => (line.debit ?? 0) !== 0 || (line.credit ?? 0) !== 0).forEach((line, index) => {
    core.run(
      'INSERT INTO voucher_line (voucher_id, line, subject, owner, debit, credit) VALUES (?, ?, ?, ?, ?, ?)',
      id, index + 1, SUBJECTS[line.subject].code, line.owner ?? null, line.debit ?? 0, line.credit ?? 0,
    );
  });
  core.run('UPDATE voucher SET sealed = 1 WHERE id = ?', id);
  return id;
}

/** What is wrong with the books: unbalanced or open vouchers, accounts or loans that differ from their lines, money at the bank that no voucher moved. Empty is right. */
export function bookFaults(core: Core): string[] {
  const faults: string[] = [];
  const vouchers = core.all<{ id: number }>(
    `SELECT v.id AS id FROM voucher v LEFT JOIN voucher_line l ON l.voucher_id = v.id GROUP BY v.id
     HAVING v.sealed = 0 OR COUNT(l.line) < 2 OR SUM(l.debit) <> SUM(l.credit)`,
  );
  for (const { id } of vouchers) faults.push(`voucher ${id} does not balance`);
  const accounts = core.all<{ grzh: string }>(
    `SELECT a.grzh AS grzh FROM account a WHERE a.carried + a.current <>
       (SELECT COALESCE(SUM(credit) - SUM(debit), 0) FROM voucher_line WHERE subject = '201' AND owner = a.grzh)
     OR a.carried + a.current <> COALESCE((SELECT balance FROM account_entry e WHERE e.grzh = a.grzh ORDER BY e.id DESC LIMIT 1), 0)
     OR a.carried + a.current <> (SELECT COALESCE(SUM(amount), 0) FROM account_entry e WHERE e.grzh = a.grzh)`,
  );
  for (const { grzh } of accounts) faults.push(`account ${grzh} differs from its entries`);
  const loans = core.all<{ dkzh: string }>(
    `SELECT dkzh FROM loan WHERE balance <> (SELECT COALESCE(SUM(debit) - SUM(credit), 0) FROM voucher_line WHERE subject = '121' AND owner = loan.dkzh)`,
  );
  for (const { dkzh } of loans) faults.push(`loan ${dkzh} differs from its lines`);
  const plans = core.all<{ dkzh: string }>(
    `SELECT dkzh FROM loan WHERE balance <> (SELECT COALESCE(SUM(principal), 0) FROM loan_due d WHERE d.dkzh = loan.dkzh AND d.paid IS NULL) OR (balance = 0) <> (settled IS NOT NULL)`,
  );
  for (const { dkzh } of plans) faults.push(`loan ${dkzh} differs from its plan`);
  return [...faults, ...passingFaults(core), ...moneyFaults(core)];
}

/** Subjects that money only passes through within one piece of work: nothing may stay there. */
function passingFaults(core: Core): string[] {
  const left = core.all<{ subject: string }>(
    'SELECT subject FROM voucher_line WHERE subject IN (?, ?) GROUP BY subject HAVING SUM(debit) <> SUM(credit)', SUBJECTS.interestPayable.code, SUBJECTS.payable.code,
  );
  return left.map(({ subject }) => `something stays in ${subject}`);
}

/** Payments and collections beside what the vouchers of their cases moved at the bank; one that came back moved nothing in the end. */
function moneyFaults(core: Core): string[] {
  const moved = `(SELECT COALESCE(SUM(credit) - SUM(debit), 0) FROM voucher_line l JOIN voucher v ON v.id = l.voucher_id WHERE v.ywlsh = m.ywlsh AND l.subject = ?)`;
  const payments = core.all<{ no: string }>(
    `SELECT no FROM payment m WHERE ${moved} <> CASE state WHEN 'sent' THEN principal ELSE 0 END OR ${moved} <> CASE state WHEN 'sent' THEN interest ELSE 0 END`,
    SUBJECTS.deposit.code, SUBJECTS.surplusDeposit.code,
  );
  const collections = core.all<{ no: string }>(`SELECT no FROM collection m WHERE ${moved} <> CASE state WHEN 'collected' THEN -principal - interest ELSE 0 END`, SUBJECTS.deposit.code);
  return [...payments, ...collections].map(({ no }) => `${no} differs from the vouchers of its case`);
}
