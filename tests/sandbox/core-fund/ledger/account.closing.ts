import type { PlainDate } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';
import { accountOf, accruedOnAccount, balanceOf, bookInterest, KIND, settlementDays, writeEntry, type AccountRow } from './account.ledger.ts';
import { postVoucher } from './voucher.ledger.ts';

/** 提取销户. */
const CLOSED = '05';

/** What closing an account ends, kept so that a payment sent back restores exactly it. */
interface Before {
  readonly account: Pick<AccountRow, 'state' | 'state_since' | 'state_reason' | 'carried' | 'current' | 'contributing'>;
  readonly offsets: readonly { readonly dkzh: string; readonly offset_since: string }[];
  readonly orders: readonly { readonly qybh: string; readonly state: string }[];
}
interface ClosingRow {
  readonly grzh: string;
  readonly day: PlainDate;
  readonly principal: number;
  readonly interest: number;
  readonly before: string;
}

function snapshot(core: Core, account: AccountRow): Before {
  const { state, state_since, state_reason, carried, current, contributing } = account;
  return {
    account: { state, state_since, state_reason, carried, current, contributing },
    offsets: core.all(`SELECT l.dkzh, l.offset_since FROM loan l JOIN standing_order o ON o.dkzh = l.dkzh WHERE o.grzh = ? AND o.state IN ('1', '2') AND l.offset_since IS NOT NULL`, account.grzh),
    orders: core.all(`SELECT qybh, state FROM standing_order WHERE grzh = ? AND state IN ('1', '2')`, account.grzh),
  };
}

/**
 * Pays a whole account out with interest to the day, and closes it: its standing orders end, the offset among them stops.
 * The payment is a voucher of its own, from the deposit account and, the interest, from that of the surplus.
 * @returns principal and interest in fen
 */
export function bookClosing(core: Core, grzh: string, day: PlainDate, tqyy: string, ywlsh: string): { principal: number; interest: number } {
  const account = accountOf(core, grzh);
  const before = snapshot(core, account);
  const principal = balanceOf(account);
  const interest = accruedOnAccount(core, grzh, day);
  if (interest > 0) postVoucher(core, day, '销户结息', [{ subject: 'expense', debit: interest }, { subject: 'interestPayable', credit: interest }], ywlsh);
  const voucher = postVoucher(core, day, '销户提取', [
    { subject: 'contributions', debit: principal, owner: grzh },
    { subject: 'interestPayable', debit: interest },
    { subject: 'payable', credit: principal + interest },
  ], ywlsh);
  core.run('INSERT INTO account_closing (ywlsh, grzh, day, principal, interest, before) VALUES (?, ?, ?, ?, ?, ?)', ywlsh, grzh, day, principal, interest, JSON.stringify(before));
  core.run(`UPDATE account SET carried = 0, current = 0, state = ?, state_since = ?, state_reason = '销户提取', closed = ?, contributing = 0 WHERE grzh = ?`, CLOSED, day, day, grzh);
  for (const { qybh } of before.orders) core.run(`UPDATE standing_order SET state = '3' WHERE qybh = ?`, qybh);
  for (const { dkzh } of before.offsets) core.run('UPDATE loan SET offset_since = NULL WHERE dkzh = ?', dkzh);
  writeEntry(core, account, day, { kind: KIND.closing, amount: -principal, interest, voucher, tqyy });
  postVoucher(core, day, '销户付款', [
    { subject: 'payable', debit: principal + interest },
    { subject: 'deposit', credit: principal },
    { subject: 'surplusDeposit', credit: interest },
  ], ywlsh);
  return { principal, interest };
}

/** The orders a closing ended go on, unless one of that kind was signed for meanwhile. */
function reopenOrders(core: Core, { offsets, orders }: Pick<Before, 'offsets' | 'orders'>): void {
  for (const { qybh, state } of orders) {
    core.run(
      `UPDATE standing_order AS o SET state = ? WHERE qybh = ? AND NOT EXISTS (SELECT 1 FROM standing_order n WHERE n.khbh = o.khbh AND n.kind = o.kind AND n.state IN ('1', '2'))`, state, qybh,
    );
  }
  for (const { dkzh, offset_since } of offsets) core.run('UPDATE loan SET offset_since = ? WHERE dkzh = ? AND offset_since IS NULL', offset_since, dkzh);
}

/**
 * The bank sent a closing payment back: account, orders and offset are what they were. A 30 June that passed meanwhile found no account: its
 * interest, up to the closing, is booked now.
 */
export function bookReopening(core: Core, day: PlainDate, tqyy: string, ywlsh: string): void {
  const row = core.one<ClosingRow>('SELECT * FROM account_closing WHERE ywlsh = ? AND returned = 0', ywlsh);
  if (row === undefined) throw new Error('that case closed no account');
  const { grzh, principal, interest } = row;
  const { account, offsets, orders } = JSON.parse(row.before) as Before;
  postVoucher(core, day, '付款退回', [
    { subject: 'deposit', debit: principal },
    { subject: 'surplusDeposit', debit: interest },
    { subject: 'payable', credit: principal + interest },
  ], ywlsh);
  const voucher = postVoucher(core, day, '销户冲账', [
    { subject: 'payable', debit: principal + interest },
    { subject: 'contributions', credit: principal, owner: grzh },
    { subject: 'interestPayable', credit: interest },
  ], ywlsh);
  if (interest > 0) postVoucher(core, day, '结息冲账', [{ subject: 'interestPayable', debit: interest }, { subject: 'expense', credit: interest }], ywlsh);
  core.run(
    'UPDATE account SET carried = carried + ?, current = current + ?, state = ?, state_since = ?, state_reason = ?, contributing = ?, closed = NULL WHERE grzh = ?',
    account.carried, account.current, account.state, account.state_since, account.state_reason, account.contributing, grzh,
  );
  reopenOrders(core, { offsets, orders });
  core.run('UPDATE account_closing SET returned = 1 WHERE ywlsh = ?', ywlsh);
  writeEntry(core, accountOf(core, grzh), day, { kind: KIND.closing, amount: principal, interest: -interest, voucher, tqyy });
  for (const settled of settlementDays(row.day, day)) bookInterest(core, grzh, settled, day);
}
