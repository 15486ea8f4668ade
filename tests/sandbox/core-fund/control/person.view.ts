import { createHash } from 'node:crypto';
import type { Person } from '../../people.ts';
import { POINT_NUMBER_LENGTH } from '../places/service-points.ts';
import { bookFaults } from '../ledger/voucher.ledger.ts';
import { factsOnFile } from '../rules/shared.facts.ts';
import type { Core } from '../store/core.ts';

const CODE_LIVES_MS = 24 * 3_600_000;

interface PersonRow {
  readonly khbh: string;
  readonly key: string;
  readonly facts: string;
}

/** The code this person holds from the counter; a used or expired one is followed by a new one. */
function counterCodeOf(core: Core, khbh: string): string {
  const current = core.one<{ code: string }>('SELECT code FROM counter_code WHERE khbh = ? AND used_at IS NULL AND valid_until > ?', khbh, core.now() + 60_000);
  if (current !== undefined) return current.code;
  const number = parseInt(createHash('sm3').update(`counter ${khbh} ${core.next('counter-code')}`).digest('hex').slice(0, 12), 16) % 100_000_000;
  const code = String(number).padStart(8, '0');
  core.run('INSERT INTO counter_code (code, khbh, valid_until) VALUES (?, ?, ?)', code, khbh, core.now() + CODE_LIVES_MS);
  return code;
}

function listed(core: Core, row: PersonRow): Record<string, unknown> {
  const person = JSON.parse(row.facts) as Person;
  return {
    key: person.key, name: person.name, sentence: person.sentence, idType: person.idType, idNumber: person.idNumber, mobile: person.mobile, spareCard: person.spareCard.number,
    ...(person.contractNumber === undefined ? {} : { contractNumber: person.contractNumber }),
    ...(person.needsCounterCode ? { counterCode: counterCodeOf(core, row.khbh) } : {}),
  };
}

/** The people as they are: true name, 18-digit number, the mobile they hold today. */
export const listPeople = (core: Core): Record<string, unknown>[] =>
  core.all<PersonRow>('SELECT khbh, key, facts FROM person ORDER BY rowid').map((row) => core.atomically(() => listed(core, row)));

/** One person with everything the core has, in clear. undefined when nobody has that key. */
export function showPerson(core: Core, key: string): Record<string, unknown> | undefined {
  const row = core.one<PersonRow>('SELECT khbh, key, facts FROM person WHERE key = ?', key);
  if (row === undefined) return undefined;
  const { khbh } = row;
  const accounts = core.all<{ grzh: string; carried: number; current: number }>('SELECT * FROM account WHERE khbh = ? ORDER BY grzh', khbh);
  return {
    ...listed(core, row),
    customerNo: khbh,
    facts: JSON.parse(row.facts) as Person,
    core: core.one('SELECT xingming, zjlx, zjhm, sjhm, xingbie, csny, hyzk, hjszd, name_task, mobile_task FROM person WHERE khbh = ?', khbh),
    accounts: accounts.map((account) => ({
      ...account,
      balance: account.carried + account.current,
      entries: core.all('SELECT ywlsh, day, kind, amount, interest, balance, month, dwmc, tqyy FROM account_entry WHERE grzh = ? ORDER BY id', account.grzh),
    })),
    loans: core.all<{ dkzh: string }>('SELECT * FROM loan WHERE khbh = ?', khbh).map((loan) => ({ ...loan, schedule: core.all('SELECT * FROM loan_due WHERE dkzh = ? ORDER BY period', loan.dkzh) })),
    cards: core.all('SELECT * FROM card WHERE khbh = ? ORDER BY kbh', khbh),
    homes: core.all('SELECT * FROM home WHERE khbh = ?', khbh),
    contracts: core.all('SELECT * FROM purchase_contract WHERE buyer_khbh = ?', khbh),
    transfers: core.all('SELECT * FROM transfer WHERE khbh = ?', khbh),
    shared: factsOnFile(core, khbh),
    withdrawals: core.all('SELECT * FROM withdrawal_fact WHERE khbh = ?', khbh),
    orders: core.all('SELECT * FROM standing_order WHERE khbh = ? ORDER BY qybh', khbh),
    bookings: listBookings(core, { key }),
    cases: listCases(core, key),
  };
}

/** Cases of all or of one person, newest first. */
export const listCases = (core: Core, key?: string): unknown[] =>
  core.all(
    `SELECT c.ywlsh, c.request_no AS requestNo, p.key, c.grzh, c.ywlx, c.amount, c.state, c.gfhtbh, c.gfdz, o.key AS coBorrower, c.refusal_code AS refusalCode, c.received_at AS receivedAt, c.touched_at AS touchedAt, c.paid_at AS paidAt
     FROM fund_case c JOIN person p ON p.khbh = c.khbh LEFT JOIN person o ON o.khbh = c.co_khbh WHERE p.key LIKE ? ORDER BY c.rowid DESC`,
    key ?? '%',
  );

interface JournalFilter {
  readonly key?: string;
  readonly ywlsh?: string;
}

/** Payments (BDC101), each with the accounts its two parts come from. */
const listPayments = (core: Core, filter: JournalFilter): unknown[] =>
  core
    .all<{ card: string; message: string }>(
      `SELECT f.no AS paymentNo, f.ywlsh, p.key, f.amount, f.principal, f.interest, f.message, f.card_number AS card, f.at, f.state FROM payment f JOIN person p ON p.khbh = f.khbh
       WHERE p.key LIKE ? AND f.ywlsh LIKE ? ORDER BY f.no`,
      filter.key ?? '%', filter.ywlsh ?? '%',
    )
    .map(({ card, message, ...rest }) => {
      const { BusType, DeAcctNo, IntAcctNo } = JSON.parse(message) as Record<string, string>;
      return { ...rest, cardTail: card.slice(-4), busType: BusType, principalAccount: DeAcctNo, ...(IntAcctNo === undefined ? {} : { interestAccount: IntAcctNo }) };
    });

/** Collections from cards (BDC102). */
const listCollections = (core: Core, filter: JournalFilter): unknown[] =>
  core
    .all<{ principal: number; interest: number; card: string }>(
      `SELECT c.no AS collectionNo, c.ywlsh, p.key, c.dkzh AS loan, c.principal, c.interest, c.principal + c.interest AS amount, c.card_number AS card, c.at, c.state
       FROM collection c JOIN person p ON p.khbh = c.khbh WHERE p.key LIKE ? AND c.ywlsh LIKE ? ORDER BY c.no`,
      filter.key ?? '%', filter.ywlsh ?? '%',
    )
    .map(({ card, ...rest }) => ({ ...rest, cardTail: card.slice(-4) }));

const listBookings = (core: Core, filter: JournalFilter): unknown[] =>
  core
    .all<{ slot: string; state: string }>(
      `SELECT b.yybh AS bookingNo, b.sdbh AS slot, p.key, b.ywlsh, b.ywlx, b.starts AS startsAt, b.state FROM booking b JOIN person p ON p.khbh = b.khbh WHERE p.key LIKE ? AND COALESCE(b.ywlsh, '') LIKE ? ORDER BY b.yybh`,
      filter.key ?? '%', filter.ywlsh ?? '%',
    )
    .map(({ state, ...rest }) => ({ ...rest, point: rest.slot.slice(0, POINT_NUMBER_LENGTH), state: state === '1' ? 'valid' : 'cancelled' }));

/** Payments, collections, bookings and vouchers (all, or those of one person or case), and whether the whole of the books is right. */
export function journal(core: Core, filter: JournalFilter): Record<string, unknown> {
  const vouchers = core
    .all<{ id: number; day: string; words: string; ywlsh: string | null }>(
      `SELECT DISTINCT v.id, v.day, v.words, v.ywlsh FROM voucher v
       LEFT JOIN voucher_line l ON l.voucher_id = v.id LEFT JOIN account a ON a.grzh = l.owner LEFT JOIN loan d ON d.dkzh = l.owner
       LEFT JOIN fund_case c ON c.ywlsh = v.ywlsh LEFT JOIN person p ON p.khbh = COALESCE(a.khbh, d.khbh, c.khbh)
       WHERE COALESCE(p.key, '') LIKE ? AND COALESCE(v.ywlsh, '') LIKE ? ORDER BY v.id`,
      filter.key ?? '%', filter.ywlsh ?? '%',
    )
    .map((voucher) => ({ ...voucher, lines: core.all('SELECT subject, owner, debit, credit FROM voucher_line WHERE voucher_id = ? ORDER BY line', voucher.id) }));
  const faults = bookFaults(core);
  return { payments: listPayments(core, filter), collections: listCollections(core, filter), bookings: listBookings(core, filter), vouchers, balanced: faults.length === 0, ...(faults.length === 0 ? {} : { faults }) };
}
