import { CoreRefusal } from '../gateway/refusal.ts';
import { wireAmount, wireDay } from '../gateway/field.checks.ts';
import { balanceOf, type AccountRow } from '../ledger/account.ledger.ts';
import { overdueOf } from '../ledger/loan.ledger.ts';
import type { Core } from '../store/core.ts';
import { runningLoansOf } from './borrower.facts.ts';
import { emigration, leaveJob, retirement } from './closing.rules.ts';
import { byPaper, illness, lift, repayCommercialLoan, repayFundLoan } from './cost.rules.ts';
import { centreFacts, pausedRoutes, transferRuns } from './facts.ts';
import { nextPermittedDay } from './history.facts.ts';
import { downPayment, propertyFee, purchase, renovation, rent, works } from './home.rules.ts';
import { hasMaterial } from './material.rules.ts';
import { closes, ROUTES } from './routes.ts';
import { until, Weighing, type Application, type Escrow } from './weighing.ts';

export type { Application } from './weighing.ts';

export interface CardRow {
  readonly kbh: string;
  readonly khbh: string;
  readonly number: string;
  readonly bank: string;
  readonly bank_code: string;
  readonly class: string;
  readonly state: string;
  readonly open_at_bank: number;
  /** 1: not on file any more. */
  readonly taken_off: number;
}
/** A permitted application: whether it is decided at once, what the sources said, what it is for and where the money goes. */
export interface Verdict {
  readonly account: AccountRow;
  readonly atOnce: boolean;
  readonly consulted: Weighing['consulted'];
  readonly object?: string;
  readonly span?: NonNullable<Weighing['span']>;
  readonly escrow?: Escrow;
}

/** @throws CoreRefusal 200001 */
export function personOf(core: Core, khbh: string): { khbh: string; key: string; name_task: number; mobile_task: number; drop_first_apply: number } {
  const person = core.one<{ khbh: string; key: string; name_task: number; mobile_task: number; drop_first_apply: number }>('SELECT khbh, key, name_task, mobile_task, drop_first_apply FROM person WHERE khbh = ?', khbh);
  if (person === undefined) throw new CoreRefusal('200001');
  return person;
}

/** @throws CoreRefusal 200003 */
export function accountOfPerson(core: Core, khbh: string, grzh: string): AccountRow {
  const account = core.one<AccountRow>('SELECT * FROM account WHERE grzh = ? AND khbh = ?', grzh, khbh);
  if (account === undefined) throw new CoreRefusal('200003');
  return account;
}

/** The case of a withdrawal that is running, if any. */
export const runningWithdrawal = (core: Core, khbh: string): { ywlsh: string } | undefined =>
  core.one<{ ywlsh: string }>(`SELECT ywlsh FROM fund_case WHERE khbh = ? AND ywlx NOT IN ('LOAN_PRE_APPLICATION', 'LOAN_PREPAYMENT') AND state IN ('SQ', 'SL', 'SH', 'SP')`, khbh);

/** Not taken online, not offered here, or paused. @throws CoreRefusal 300040 */
function refuseByRoute(core: Core, { ywlx }: Application): void {
  if (ROUTES[ywlx].counterOnly === true || core.centre.notOffered.includes(ywlx) || pausedRoutes(core).includes(ywlx)) throw new CoreRefusal('300040');
}

/** False papers bar from withdrawals and loans alike (the regulation in force since 2026-09-20); `whose` goes with the refusal. @throws CoreRefusal 300056 */
export function refuseBarred(core: Core, khbh: string, whose: Readonly<Record<string, unknown>> = {}): void {
  const { barred_until } = centreFacts(core, khbh);
  if (barred_until !== null && core.today() < barred_until) throw new CoreRefusal('300056', { ...whose, RQ: wireDay(barred_until) });
}

/** Account state, corrections and the bar: what stands against any withdrawal of a person. @throws CoreRefusal 300003, 300004, 300017, 300056 */
export function refuseByPerson(core: Core, account: AccountRow): void {
  if (account.state === '06') throw new CoreRefusal('300003');
  if (account.state !== '01' && account.state !== '02') throw new CoreRefusal('300004');
  const person = personOf(core, account.khbh);
  if (person.name_task + person.mobile_task > 0) throw new CoreRefusal('300017');
  refuseBarred(core, account.khbh);
}

function refuseByState(core: Core, application: Application, account: AccountRow): void {
  const { khbh, ywlx } = application;
  if (ywlx === 'RENT' && account.state === '02') throw new CoreRefusal('300004');
  refuseByPerson(core, account);
  if (runningWithdrawal(core, khbh) !== undefined) throw new CoreRefusal('300005');
  if (application.tqyy !== ROUTES[ywlx].tqyy || (application.kind ?? ROUTES[ywlx].kind) !== ROUTES[ywlx].kind) throw new CoreRefusal('300010');
  if (transferRuns(core, khbh)) throw new CoreRefusal('300054');
  if (closes(ywlx) && centreFacts(core, khbh).pending === 1) throw new CoreRefusal('300055');
}

/** A loan of this centre leaves only its repayment, to whoever owes it: borrower and co-borrower. @throws CoreRefusal 300007, 300011, 300012 */
export function refuseByLoan(core: Core, { khbh, ywlx }: Pick<Application, 'khbh' | 'ywlx'>): void {
  const loans = runningLoansOf(core, khbh);
  if (ywlx !== 'REPAY_FUND_LOAN') {
    if (loans.length > 0) throw new CoreRefusal('300007');
    return;
  }
  if (loans.length === 0) throw new CoreRefusal('300012');
  if (loans.some((loan) => overdueOf(core, loan.dkzh, core.today()).length > 0)) throw new CoreRefusal('300011');
}

function refuseByDate(core: Core, application: Application): void {
  const next = nextPermittedDay(core, application.khbh, application.ywlx);
  if (next !== undefined && core.today() < next) throw new CoreRefusal('300006', until(next));
}

/** @throws CoreRefusal 300008 unless it is the person's own usable class I card */
export function ownCard(core: Core, khbh: string, kbh: string): CardRow {
  const card = core.one<CardRow>('SELECT * FROM card WHERE kbh = ? AND khbh = ? AND taken_off = 0', kbh, khbh);
  if (card === undefined || card.class !== '1' || card.state !== '1') throw new CoreRefusal('300008');
  return card;
}

/** The rules of the routes by their names in routes.json. */
const RULES: Readonly<Record<string, (weighing: Weighing) => void>> = {
  purchase, 'down-payment': downPayment, works, renovation, 'property-fee': propertyFee, rent, 'repay-fund-loan': repayFundLoan, 'repay-commercial-loan': repayCommercialLoan, lift, illness, retirement,
  'leave-job': leaveJob, emigration,
};

function refuseByAmount(weighing: Weighing): void {
  const { application, core, account } = weighing;
  const balance = balanceOf(account);
  if (closes(application.ywlx)) {
    if (application.amount !== balance) throw new CoreRefusal('300053', { ZGJE: wireAmount(balance) });
    return;
  }
  const { mustStayFen } = core.centre;
  if (application.amount > balance) throw new CoreRefusal('300001');
  if (balance - application.amount < mustStayFen) throw new CoreRefusal('300002');
  const most = Math.min(balance - mustStayFen, ...weighing.limits);
  if (application.amount > most) throw new CoreRefusal('300009', { ZGJE: wireAmount(most) });
}

/** The route's own rule alone. @throws CoreRefusal */
export function weigh(core: Core, application: Application, account: AccountRow): Weighing {
  const weighing = new Weighing(core, application, account);
  (RULES[ROUTES[application.ywlx].rule ?? ''] ?? byPaper)(weighing);
  return weighing;
}

/**
 * Whether the core takes an application, by the rules of interface.md §3 in their order; the first that does not hold refuses.
 * @throws CoreRefusal with a code of interface.md §1.4
 */
export function judge(core: Core, application: Application): Verdict {
  personOf(core, application.khbh);
  refuseByRoute(core, application);
  const account = accountOfPerson(core, application.khbh, application.grzh);
  refuseByState(core, application, account);
  refuseByLoan(core, application);
  if (application.run !== true || application.ywlx === 'RENT') refuseByDate(core, application);
  if (ROUTES[application.ywlx].pays !== 'escrow') ownCard(core, application.khbh, application.kbh ?? '');
  const weighing = weigh(core, application, account);
  if (!hasMaterial(core, application) && weighing.paperNeeded) throw new CoreRefusal('300013');
  refuseByAmount(weighing);
  return {
    account, atOnce: weighing.atOnce, consulted: weighing.consulted,
    ...(weighing.object === undefined ? {} : { object: weighing.object }),
    ...(weighing.span === undefined ? {} : { span: weighing.span }),
    ...(weighing.escrow === undefined ? {} : { escrow: weighing.escrow }),
  };
}
