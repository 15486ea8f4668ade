import { addMonths, daysBetween, type PlainDate, type YearMonth } from '@anju/shared/calendar';
import { mulDivRounded } from '@anju/shared/money';
import type { Core } from '../store/core.ts';
import { postVoucher } from './voucher.ledger.ts';

/** A personal account as stored; amounts in fen. */
export interface AccountRow {
  readonly grzh: string;
  readonly khbh: string;
  readonly dwzh: string | null;
  readonly state: string;
  readonly state_since: string | null;
  readonly state_reason: string | null;
  readonly base: number;
  readonly ratio: number;
  readonly personal_monthly: number;
  readonly unit_monthly: number;
  readonly carried: number;
  readonly current: number;
  readonly opened: string;
  readonly closed: string | null;
  readonly paid_through: string;
  readonly contributing: number;
}

/** A.5 归集和提取业务类型, as far as used here. */
export const KIND = { contribution: '01', makeUp: '02', transferIn: '08', interest: '09', base: '10', withdrawal: '11', closing: '12' } as const;

/** 1.50 % a year on a year of 360 days (since 2016-02-21). */
const INTEREST_MILLIONTHS = 15_000;

export const accountOf = (core: Core, grzh: string): AccountRow => {
  const row = core.one<AccountRow>('SELECT * FROM account WHERE grzh = ?', grzh);
  if (row === undefined) throw new RangeError('no such account');
  return row;
};
export const balanceOf = (account: AccountRow): number => account.carried + account.current;

/** What a line of an account's ledger says beside account, day and balance. */
export interface EntryFacts {
  readonly kind: string;
  readonly amount: number;
  readonly voucher: number | null;
  readonly interest?: number;
  readonly month?: YearMonth;
  readonly tqyy?: string;
}

/** Writes a line of an account's ledger; the balance is the account's own at that moment. */
export function writeEntry(core: Core, account: AccountRow, day: PlainDate, facts: EntryFacts): void {
  const dwmc = account.dwzh === null ? null : core.one<{ dwmc: string }>('SELECT dwmc FROM unit WHERE dwzh = ?', account.dwzh)?.dwmc ?? null;
  const id = core.next('entry');
  core.run(
    'INSERT INTO account_entry (id, ywlsh, grzh, voucher_id, day, kind, amount, interest, balance, month, dwmc, tqyy) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    id, `MX${day.replace(/-/g, '')}${String(id).padStart(8, '0')}`, account.grzh, facts.voucher, day, facts.kind, facts.amount, facts.interest ?? null,
    balanceOf(accountOf(core, account.grzh)), facts.month ?? null, dwmc, facts.tqyy ?? null,
  );
}

/** Money of employer and employee for one month comes in. */
export function bookContribution(core: Core, grzh: string, day: PlainDate, month: YearMonth, kind: '01' | '02' = '01'): void {
  const account = accountOf(core, grzh);
  const amount = account.personal_monthly + account.unit_monthly;
  const voucher = postVoucher(core, day, kind === '01' ? '汇缴' : '补缴', [
    { subject: 'deposit', debit: amount },
    { subject: 'contributions', credit: amount, owner: grzh },
  ]);
  core.run('UPDATE account SET current = current + ?, paid_through = MAX(paid_through, ?) WHERE grzh = ?', amount, month, grzh);
  writeEntry(core, account, day, { kind, amount, voucher, month });
}

/** Money that comes from another centre. */
export function bookTransferIn(core: Core, grzh: string, day: PlainDate, amount: number): void {
  const voucher = postVoucher(core, day, '外部转入', [
    { subject: 'deposit', debit: amount },
    { subject: 'contributions', credit: amount, owner: grzh },
  ]);
  core.run('UPDATE account SET current = current + ? WHERE grzh = ?', amount, grzh);
  writeEntry(core, accountOf(core, grzh), day, { kind: KIND.transferIn, amount, voucher });
}

/** Interest from one 30 June to the next: 积数 (balance × days) at 1.50 % on 360 days, rounded half-up once, in fen. */
export function interestOf(core: Core, grzh: string, from: PlainDate, to: PlainDate): number {
  const before = core.one<{ balance: number }>('SELECT balance FROM account_entry WHERE grzh = ? AND day <= ? ORDER BY id DESC LIMIT 1', grzh, from)?.balance ?? 0;
  let fenDays = before * daysBetween(from, to);
  for (const entry of core.all<{ day: string; amount: number }>('SELECT day, amount FROM account_entry WHERE grzh = ? AND day > ? AND day <= ?', grzh, from, to)) {
    fenDays += entry.amount * daysBetween(entry.day, to);
  }
  return mulDivRounded(fenDays, INTEREST_MILLIONTHS, 360_000_000, 'half-up');
}

const GONE: readonly string[] = ['03', '04', '05'];

/** Interest since the last settlement that is not booked yet, in fen; a closed account was paid its own. */
export function accruedOnAccount(core: Core, grzh: string, today: PlainDate): number {
  if (GONE.includes(accountOf(core, grzh).state)) return 0;
  const thisYear: PlainDate = `${today.slice(0, 4)}-06-30`;
  const last: PlainDate = thisYear <= today ? thisYear : `${Number(today.slice(0, 4)) - 1}-06-30`;
  return interestOf(core, grzh, last, today);
}

/** The settlements, each 30 June, after one day up to another. */
export function settlementDays(after: PlainDate, upTo: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let year = Number(after.slice(0, 4)); year <= Number(upTo.slice(0, 4)); year += 1) {
    const day: PlainDate = `${year}-06-30`;
    if (day > after && day <= upTo) days.push(day);
  }
  return days;
}

/** The yearly settlement of a 30 June: interest joins the principal and the year's money is carried over; booked that day, or later when the money was out then. */
export function bookInterest(core: Core, grzh: string, settled: PlainDate, day: PlainDate = settled): void {
  const lastYear = `${Number(settled.slice(0, 4)) - 1}${settled.slice(4)}`;
  const interest = interestOf(core, grzh, lastYear, settled);
  if (interest <= 0) return;
  const voucher = postVoucher(core, day, '年终结息', [
    { subject: 'expense', debit: interest },
    { subject: 'interestPayable', credit: interest },
    { subject: 'interestPayable', debit: interest },
    { subject: 'contributions', credit: interest, owner: grzh },
  ]);
  core.run('UPDATE account SET carried = carried + current + ?, current = 0 WHERE grzh = ?', interest, grzh);
  writeEntry(core, accountOf(core, grzh), day, { kind: KIND.interest, amount: interest, interest, voucher });
}

/** A withdrawal leaves the account: last year's money first, then this year's. The payment to the bank is a voucher of its own. */
export function bookWithdrawal(core: Core, grzh: string, day: PlainDate, amount: number, tqyy: string, ywlsh?: string): void {
  const account = accountOf(core, grzh);
  const carriedPart = Math.min(account.carried, amount);
  const voucher = postVoucher(core, day, '部分提取', [
    { subject: 'contributions', debit: amount, owner: grzh },
    { subject: 'payable', credit: amount },
  ], ywlsh);
  core.run('UPDATE account SET carried = carried - ?, current = current - ? WHERE grzh = ?', carriedPart, amount - carriedPart, grzh);
  writeEntry(core, account, day, { kind: KIND.withdrawal, amount: -amount, voucher, tqyy });
  postVoucher(core, day, '提取付款', [{ subject: 'payable', debit: amount }, { subject: 'deposit', credit: amount }], ywlsh);
}

/** The account that can pay an instalment whole and keep what must stay: one that contributes comes first. undefined when none can. */
export const accountForOffset = (core: Core, khbh: string, amount: number): string | undefined =>
  core.one<{ grzh: string }>(
    `SELECT grzh FROM account WHERE khbh = ? AND state IN ('01', '02') AND carried + current >= ? ORDER BY contributing DESC, grzh LIMIT 1`, khbh, amount + core.centre.mustStayFen,
  )?.grzh;

/** 冲还贷: an instalment leaves the account for the loan, last year's money first. */
export function bookOffset(core: Core, grzh: string, day: PlainDate, instalment: { readonly dkzh: string; readonly principal: number; readonly interest: number }, ywlsh?: string): void {
  const account = accountOf(core, grzh);
  const amount = instalment.principal + instalment.interest;
  const carriedPart = Math.min(account.carried, amount);
  const voucher = postVoucher(core, day, '冲还贷', [
    { subject: 'contributions', debit: amount, owner: grzh },
    { subject: 'loans', credit: instalment.principal, owner: instalment.dkzh },
    { subject: 'income', credit: instalment.interest },
  ], ywlsh);
  core.run('UPDATE account SET carried = carried - ?, current = current - ? WHERE grzh = ?', carriedPart, amount - carriedPart, grzh);
  writeEntry(core, account, day, { kind: KIND.withdrawal, amount: -amount, voucher, tqyy: '06' });
}

/** Mean of the closing balances of the twelve months' days that end with `today`, in fen, half-up; before the opening it was nothing. */
export function meanBalance(core: Core, grzh: string, today: PlainDate): number {
  const from = addMonths(today, -12);
  const days = daysBetween(from, today);
  const before = core.one<{ balance: number }>('SELECT balance FROM account_entry WHERE grzh = ? AND day <= ? ORDER BY id DESC LIMIT 1', grzh, from)?.balance ?? 0;
  let fenDays = before * days;
  for (const entry of core.all<{ day: string; amount: number }>('SELECT day, amount FROM account_entry WHERE grzh = ? AND day > ? AND day <= ?', grzh, from, today)) {
    fenDays += entry.amount * (daysBetween(entry.day, today) + 1);
  }
  return mulDivRounded(fenDays, 1, days, 'half-up');
}

/** The bank sent a withdrawal back: the money is in the account again. */
export function bookReturn(core: Core, grzh: string, day: PlainDate, amount: number, tqyy: string, ywlsh: string): void {
  postVoucher(core, day, '付款退回', [{ subject: 'deposit', debit: amount }, { subject: 'payable', credit: amount }], ywlsh);
  const voucher = postVoucher(core, day, '提取冲账', [
    { subject: 'payable', debit: amount },
    { subject: 'contributions', credit: amount, owner: grzh },
  ], ywlsh);
  core.run('UPDATE account SET current = current + ? WHERE grzh = ?', amount, grzh);
  writeEntry(core, accountOf(core, grzh), day, { kind: KIND.withdrawal, amount, voucher, tqyy });
}

/** A base, and with it the monthly amounts, from a day on; each side half-up to whole yuan. Outside July it leaves an entry of 0. */
export function changeBase(core: Core, grzh: string, day: PlainDate, base: number, announce: boolean): void {
  const account = accountOf(core, grzh);
  const side = mulDivRounded(base, account.ratio, 1_000_000, 'half-up') * 100;
  const alone = account.dwzh === null;
  core.run('UPDATE account SET base = ?, personal_monthly = ?, unit_monthly = ? WHERE grzh = ?', base, alone ? side * 2 : side, alone ? 0 : side, grzh);
  if (announce) writeEntry(core, account, day, { kind: KIND.base, amount: 0, voucher: null });
}
