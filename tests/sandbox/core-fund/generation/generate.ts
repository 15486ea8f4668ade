import { createHash } from 'node:crypto';
import { addDays, addMonths, daysInMonth, monthOf, type PlainDate } from '@anju/shared/calendar';
import { upgradeResidentId } from '@anju/shared/identity';
import { peopleOn, type Person } from '../../people.ts';
import type { Core } from '../store/core.ts';
import { RESET_TABLES } from '../store/schema.ts';
import { grantLoan } from '../ledger/loan.ledger.ts';
import { postVoucher } from '../ledger/voucher.ledger.ts';
import { writeOrder } from '../orders/order.store.ts';
import { bookAll, repaymentBookings, type Booking } from './daily.run.ts';
import { planAccount } from './account.generation.ts';
import { sharedFactsOf } from './shared.situations.ts';
import { OTHER_BUYERS_CONTRACT, SITUATIONS, type LoanPlan, type Situation } from './situations.ts';

const CENTRE_POOL_FEN = 50_000_000_000;
const ZJLX: Readonly<Record<Person['idType'], string>> = { 'resident-id': '01', passport: '03', 'hmt-residence-permit': '99' };

/** The customer number of a person: the same after every reset. */
export const customerNumber = (key: string): string => `K${createHash('sm3').update(`customer ${key}`).digest('hex').slice(0, 19).toUpperCase()}`;

/** The form in which document numbers are compared. */
export const fullDocumentNumber = (zjlx: string, zjhm: string): string => {
  const text = zjhm.replace(/\s/g, '').toUpperCase();
  return zjlx === '01' && /^\d{15}$/.test(text) ? upgradeResidentId(text) : text;
};

function writePerson(core: Core, person: Person, situation: Situation): string {
  const khbh = customerNumber(person.key);
  const zjlx = ZJLX[person.idType];
  core.run(
    `INSERT INTO person (khbh, key, xingming, zjlx, zjhm, zjhm_full, sjhm, xingbie, csny, hyzk, hjszd, spouse_key, drop_first_apply, facts)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    khbh, person.key, person.core.name, zjlx, person.core.idNumber, fullDocumentNumber(zjlx, person.core.idNumber), person.core.mobile,
    person.sex === 'male' ? '1' : '2', person.birthDate.replace(/-/g, ''), person.married ? '20' : '10', person.householdLocal ? '1' : '2',
    person.spouseKey ?? null, situation.dropFirstApply ? 1 : 0, JSON.stringify(person),
  );
  person.cards.forEach((card, index) => {
    const kbh = `YHK${khbh.slice(1, 13)}${index + 1}`;
    core.run(`INSERT INTO card (kbh, khbh, number, bank, bank_code, class, state, open_at_bank) VALUES (?, ?, ?, ?, ?, ?, '1', ?)`, kbh, khbh, card.number, card.bank, card.bankCode, card.classOne ? '1' : '2', card.open ? 1 : 0);
  });
  for (const card of [...person.cards, person.spareCard]) {
    core.run('INSERT INTO bank_register (number, khbh, bank, bank_code, class, open) VALUES (?, ?, ?, ?, ?, ?)', card.number, khbh, card.bank, card.bankCode, card.classOne ? '1' : '2', card.open ? 1 : 0);
  }
  return khbh;
}

function unitNumber(core: Core, name: string): string {
  const known = core.one<{ dwzh: string }>('SELECT dwzh FROM unit WHERE dwmc = ?', name);
  if (known !== undefined) return known.dwzh;
  const count = core.one<{ count: number }>('SELECT COUNT(*) AS count FROM unit')?.count ?? 0;
  const dwzh = `3502${String(10_001 + count * 37).padStart(8, '0')}`;
  core.run('INSERT INTO unit (dwzh, dwmc) VALUES (?, ?)', dwzh, name);
  return dwzh;
}

/** Grants the loan now (bookings of its life follow); the last instalments of who is in arrears stay open. */
function planLoan(core: Core, khbh: string, index: number, plan: LoanPlan, today: PlainDate): Booking[] {
  const month = monthOf(addMonths(`${monthOf(today)}-01`, -plan.monthsAgo));
  const lastDay = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
  const granted = `${month}-${String(Math.min(plan.dueDay, lastDay)).padStart(2, '0')}`;
  let stops: PlainDate | null = null;
  if (plan.overdue !== undefined) {
    let passed = 0;
    while (addMonths(granted, passed + 1) < today) passed += 1;
    stops = addMonths(granted, passed - plan.overdue);
  }
  const dkzh = `3502DK${String(700_000 + index * 613).padStart(8, '0')}`;
  const grant: Booking = {
    day: granted, order: 0, book: () => grantLoan(core, {
      dkzh, jkhtbh: `厦公积贷${month.slice(0, 4)}第${String(1000 + index * 83).padStart(5, '0')}号`, khbh,
      principal: plan.yuan * 100, periods: plan.years * 12, granted, stops_paying_after: stops,
      offset_since: plan.offsetMonthsAgo === undefined ? null : addMonths(today, -plan.offsetMonthsAgo),
    }),
  };
  grant.book();
  if (plan.offsetMonthsAgo !== undefined) signOffset(core, khbh, dkzh, addMonths(today, -plan.offsetMonthsAgo), today);
  return repaymentBookings(core, dkzh, granted, today);
}

/** The offset is a standing order; its runs before the start are entries only, those after it cases. */
function signOffset(core: Core, khbh: string, dkzh: string, signed: PlainDate, today: PlainDate): void {
  const grzh = core.one<{ grzh: string }>('SELECT grzh FROM account WHERE khbh = ? ORDER BY contributing DESC, grzh LIMIT 1', khbh)?.grzh;
  if (grzh !== undefined) writeOrder(core, { khbh, grzh, kind: '1', kbh: null, day: null, dkzh, signed, due_after: today });
}

function writeSurroundings(core: Core, khbh: string, person: Person, situation: Situation, today: PlainDate): void {
  core.run('INSERT INTO shared_fact (khbh, facts) VALUES (?, ?)', khbh, JSON.stringify(sharedFactsOf(person, situation, today)));
  core.run('INSERT INTO centre_fact (khbh) VALUES (?)', khbh);
  if (situation.home !== undefined) core.run('INSERT INTO home (khbh, source, address, checked) VALUES (?, ?, ?, ?)', khbh, '厦门市不动产登记中心', situation.home, addDays(today, -1));
  for (const contract of situation.contracts ?? []) {
    core.run(
      'INSERT INTO purchase_contract (gfhtbh, buyer_khbh, answers, address, price, paid, filed, local) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      contract.number, khbh, contract.answers ? 1 : 0, contract.address, contract.priceYuan * 100, contract.paidYuan * 100, addDays(today, -contract.filedDaysAgo), contract.local ? 1 : 0,
    );
  }
  const transfer = situation.transfer;
  if (transfer !== undefined) core.run(`INSERT INTO transfer (khbh, centre, amount, asked, state) VALUES (?, ?, ?, ?, '1')`, khbh, transfer.centre, transfer.fen, addDays(today, -transfer.askedDaysAgo));
}

/** Fills empty books with the people and their years up to the core's day. */
export function generatePeople(core: Core): void {
  const today = core.today();
  core.atomically(() => {
    postVoucher(core, addMonths(today, -240), '其他缴存人的缴存', [{ subject: 'deposit', debit: CENTRE_POOL_FEN }, { subject: 'contributions', credit: CENTRE_POOL_FEN }]);
    core.run('INSERT INTO purchase_contract (gfhtbh, buyer_khbh, answers, address, price, paid, filed, local) VALUES (?, NULL, 1, ?, ?, ?, ?, 1)', OTHER_BUYERS_CONTRACT, '厦门市湖里区安岭路 1000 号 301 室', 178_000_000, 54_000_000, addDays(today, -160));
    const bookings: Booking[] = [];
    peopleOn(today).forEach((person, index) => {
      const situation = SITUATIONS[person.key];
      const khbh = writePerson(core, person, situation);
      situation.accounts.forEach((plan, nth) => {
        const dwzh = plan.employer === null ? null : unitNumber(core, plan.employer);
        bookings.push(...planAccount(core, `3502${String(20_260_000 + index * 137).padStart(8, '0')}${nth + 1}`, khbh, dwzh, plan, today));
      });
      if (situation.loan !== undefined) bookings.push(...planLoan(core, khbh, index, situation.loan, today));
      writeSurroundings(core, khbh, person, situation, today);
    });
    bookAll(bookings);
    core.setMeta('booked-through', today);
    core.setMeta('started-on', today);
  });
}

/** People and ledger as at the start, on the machine's day; events and number series go on. */
export function resetPeople(core: Core): void {
  core.atomically(() => {
    for (const table of RESET_TABLES) core.store.exec(`DELETE FROM ${table}`);
    core.run(`UPDATE event SET state = 'taken' WHERE state <> 'taken'`);
    core.clock.reset();
    core.setMeta('clock-offset', '0');
    core.run(`DELETE FROM meta WHERE name = 'booked-through'`);
    generatePeople(core);
  });
}
