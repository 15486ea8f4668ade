import fc from 'fast-check';
import { addDays, addMonths, monthOf, type PlainDate } from '@anju/shared/calendar';
import type { RegisteredHome, SharedFacts } from '../../sandbox/core-fund/rules/shared.facts.ts';
import { SOURCES } from '../../sandbox/core-fund/rules/shared.facts.ts';
import { ROUTES } from '../../sandbox/core-fund/rules/routes.ts';
import type { Core } from '../../sandbox/core-fund/store/core.ts';

const yuan = (most: number): fc.Arbitrary<number> => fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 8, arbitrary: fc.integer({ min: 1, max: most * 100 }) });
const mostly = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> => fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, ...others.map((value) => ({ weight: 1, arbitrary: fc.constant(value) })));
/** Days before today, near ones more often, on both sides of the months that rules count in. */
const daysAgo = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 4_000 }), fc.constantFrom(0, 1, 30, 31, 89, 90, 91, 180, 181, 182, 183, 184, 364, 365, 366, 730, 1_095, 1_096, 1_826, 1_827));
const perhaps = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

const home = fc.record({
  kind: fc.constantFrom('1', '2', '3'), contract: fc.boolean(), filed: perhaps(daysAgo), certificate: perhaps(daysAgo), built: perhaps(daysAgo), areaHundredths: fc.integer({ min: 100, max: 40_000 }),
  priceFen: fc.integer({ min: 1_000_000, max: 900_000_000 }), paidFen: perhaps(yuan(900_000)), downPaymentFen: perhaps(yuan(500_000)), withLoan: fc.boolean(), escrow: fc.boolean(),
});
const shared = fc.record({
  household: fc.constantFrom('1', '2'), married: fc.boolean(), children: fc.integer({ min: 0, max: 4 }), employed: fc.boolean(), retired: mostly(false, true), homes: fc.array(home, { maxLength: 2 }),
  abroad: perhaps(daysAgo), retirementMonths: perhaps(fc.integer({ min: -40, max: 40 })),
  rent: perhaps(fc.record({ monthlyFen: yuan(9_000), publicHousing: fc.boolean() })),
  works: perhaps(fc.record({ kind: fc.constantFrom('1', '2', '3'), grade: perhaps(fc.constantFrom('A', 'B', 'C', 'D')), costFen: perhaps(yuan(300_000)) })),
  lift: perhaps(fc.record({ completed: daysAgo, ownShareFen: yuan(60_000), relation: fc.constantFrom('1', '2', '3', '4') })),
  illness: perhaps(fc.record({ ownCostFen: yuan(200_000), settled: daysAgo, listed: fc.boolean() })),
  bankLoan: perhaps(fc.record({ contracted: fc.boolean(), overdue: mostly(0, 1, 3), monthlyPrincipalFen: yuan(9_000), monthlyInterestFen: yuan(9_000), dueDay: fc.integer({ min: 1, max: 28 }) })),
  propertyFee: perhaps(fc.record({ paidFen: yuan(20_000), homes: fc.integer({ min: 1, max: 3 }) })),
  invoiceFen: perhaps(yuan(300_000)),
});

/** What is changed about one of the demo's people, whose years in the books stay. */
export const changes = fc.record({
  account: fc.record({ state: mostly('01', '01', '02', '02', '06', '05', '03'), sinceDays: daysAgo, balanceFen: perhaps(yuan(400_000)) }),
  birth: perhaps(fc.record({ years: fc.integer({ min: 18, max: 72 }), days: fc.integer({ min: 0, max: 400 }), sex: fc.constantFrom('1', '2') })),
  shared: perhaps(shared),
  sources: fc.record(Object.fromEntries(SOURCES.map((source) => [source, mostly('answers', 'answers', 'silent', 'differs')]))),
  tasks: fc.record({ name: mostly(0, 0, 0, 1), mobile: mostly(0, 0, 0, 1) }),
  barred: mostly(undefined, undefined, undefined, -5, 300),
  elsewhere: mostly(0, 0, 1),
  pending: mostly(0, 0, 1),
  cardsClosed: mostly(false, false, true),
  transfer: mostly(false, false, true),
  /** Which of the running loans of others they owe too. */
  coBorrows: mostly<number | undefined>(undefined, 0, 1, 2),
  past: fc.array(fc.record({ route: fc.constantFrom(...Object.keys(ROUTES)), days: daysAgo, amountFen: fc.integer({ min: 1, max: 9_000_000 }), ofHome: fc.boolean(), spanDays: perhaps(fc.integer({ min: 1, max: 400 })) }), { maxLength: 3 }),
});
export type Changes = typeof changes extends fc.Arbitrary<infer T> ? T : never;

const given = <T>(name: string, value: T | undefined): Readonly<Record<string, T>> => (value === undefined ? {} : { [name]: value });

type HomeChange = NonNullable<Changes['shared']>['homes'][number];
function homeOf(one: HomeChange, index: number, today: PlainDate): RegisteredHome {
  return {
    number: `FC${index}`, address: `某路 ${index + 1} 号`, kind: one.kind as '1', areaHundredths: one.areaHundredths, priceFen: one.priceFen, withLoan: one.withLoan,
    ...(one.contract ? { contract: `HT2026-${index}001` } : {}), ...given('filedOn', one.filed === undefined ? undefined : addDays(today, -one.filed)),
    ...given('certificateOn', one.certificate === undefined ? undefined : addDays(today, -one.certificate)), ...given('builtOn', one.built === undefined ? undefined : addDays(today, -one.built)),
    ...given('paidFen', one.paidFen), ...given('downPaymentFen', one.downPaymentFen),
    ...(one.escrow ? { escrow: { name: '资金监管专户', bank: '中国建设银行厦门分行', number: `3510156002205250${index}138` } } : {}),
  };
}

function factsOf(of: NonNullable<Changes['shared']>, today: PlainDate): SharedFacts {
  const { rent, works, lift, illness, bankLoan, propertyFee, invoiceFen } = of;
  return {
    household: of.household as '1', marital: of.married ? '20' : '10', children: of.children, employed: of.employed, retired: of.retired, silent: [],
    homes: of.homes.map((one, index) => homeOf(one, index, today)),
    ...given('settledAbroadOn', of.abroad === undefined ? undefined : addDays(today, -of.abroad)),
    ...given('retirementMonth', of.retirementMonths === undefined ? undefined : monthOf(addMonths(today, of.retirementMonths))),
    ...given('rent', rent && { contract: 'ZL1', ...rent, from: addMonths(today, -8), to: addMonths(today, 4) }),
    ...given('works', works && { kind: works.kind as '1', permit: 'XK1', address: '某路 9 号', ...given('grade', works.grade as 'A' | undefined), ...given('costFen', works.costFen) }),
    ...given('lift', lift && { address: '某路 8 号', completedOn: addDays(today, -lift.completed), ownShareFen: lift.ownShareFen, relation: lift.relation as '1' }),
    ...given('illness', illness && { ownCostFen: illness.ownCostFen, settledOn: addDays(today, -illness.settled), listed: illness.listed }),
    ...given('bankLoan', bankLoan && { contract: 'JH1', bank: '中国建设银行厦门分行', ...bankLoan }),
    ...given('propertyFee', propertyFee),
    ...given('renovationInvoice', invoiceFen === undefined ? undefined : { amountFen: invoiceFen, home: 'FC0' }),
  } as SharedFacts;
}

/** Makes a person of the books somebody else, within the transaction that is open. */
export function become(core: Core, khbh: string, change: Changes): void {
  const today = core.today();
  const { account, birth, tasks } = change;
  core.run('UPDATE account SET state = ?, state_since = ?, closed = ? WHERE khbh = ?', account.state, addDays(today, -account.sinceDays), account.state === '05' ? today : null, khbh);
  if (account.balanceFen !== undefined) core.run('UPDATE account SET carried = ?, current = 0 WHERE khbh = ?', account.balanceFen, khbh);
  if (birth !== undefined) core.run('UPDATE person SET csny = ?, xingbie = ? WHERE khbh = ?', addDays(addMonths(today, -12 * birth.years), birth.days).replace(/-/g, ''), birth.sex, khbh);
  core.run('UPDATE person SET name_task = ?, mobile_task = ? WHERE khbh = ?', tasks.name, tasks.mobile, khbh);
  if (change.shared !== undefined) core.run('UPDATE shared_fact SET facts = ? WHERE khbh = ?', JSON.stringify(factsOf(change.shared, today)), khbh);
  for (const [source, state] of Object.entries(change.sources)) core.run('INSERT OR REPLACE INTO source_state (khbh, ly, state) VALUES (?, ?, ?)', khbh, source, state);
  const barred = change.barred === undefined ? [null, null] : ['1', addDays(today, change.barred)];
  core.run('UPDATE centre_fact SET barred_for = ?, barred_until = ?, elsewhere = ?, pending = ? WHERE khbh = ?', ...barred, change.elsewhere, change.pending, khbh);
  if (change.cardsClosed) core.run(`UPDATE card SET state = '2' WHERE khbh = ?`, khbh);
  if (change.transfer) core.run(`INSERT INTO transfer (khbh, centre, amount, asked, state) VALUES (?, '泉州市住房公积金中心', 100, ?, '1')`, khbh, today);
  if (change.coBorrows !== undefined) {
    core.run('UPDATE loan SET co_khbh = ? WHERE dkzh = (SELECT dkzh FROM loan WHERE khbh <> ? AND settled IS NULL ORDER BY dkzh LIMIT 1 OFFSET ?)', khbh, khbh, change.coBorrows);
    // Whoever took the loan has withdrawn a part of what was repaid on it.
    core.run('INSERT INTO loan_withdrawn (ywlsh, dkzh, khbh, day, amount) SELECT dkzh, dkzh, khbh, ?, ? FROM loan WHERE co_khbh = ?', addDays(today, -30), 50_000 * (change.coBorrows + 1), khbh);
  }
  for (const { route, days, amountFen, ofHome, spanDays } of change.past) {
    const day = addDays(today, -days);
    // Only rent and repayments are withdrawn for days; the others for a thing.
    const spans = route === 'RENT' || route.startsWith('REPAY_') ? spanDays : undefined;
    core.run(
      'INSERT INTO withdrawal_fact (khbh, ywlx, tqyy, day, amount, object, span_from, span_to) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      khbh, route, '99', day, amountFen, ofHome ? 'FC0' : null, spans === undefined ? null : addDays(day, -spans), spans === undefined ? null : day,
    );
  }
}
