import { addMonths } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';
import { balanceOf, type AccountRow } from '../ledger/account.ledger.ts';
import { loansOf, overdueOf } from '../ledger/loan.ledger.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import { wireAmount, wireDay } from '../gateway/field.checks.ts';
import { MUST_STAY_FEN, nextPermittedDay, PURCHASE_WINDOW_MONTHS, repaidFacts, ROUTES, type RouteCode } from './facts.ts';
import { askRegister, type RegisterAnswer } from './real-estate.register.ts';

/** What a person applies for; the amount in fen. */
export interface Application {
  readonly khbh: string;
  readonly grzh: string;
  readonly ywlx: RouteCode;
  readonly tqyy: string;
  readonly amount: number;
  readonly kbh: string;
  readonly gfhtbh?: string;
  readonly gfdz?: '1' | '2';
  readonly materials: readonly string[];
}
export interface CardRow {
  readonly kbh: string;
  readonly khbh: string;
  readonly number: string;
  readonly bank: string;
  readonly bank_code: string;
  readonly class: string;
  readonly state: string;
  readonly open_at_bank: number;
}
/** A permitted application: whether it is decided at once, and what the register said. */
export interface Verdict {
  readonly account: AccountRow;
  readonly card: CardRow;
  readonly atOnce: boolean;
  readonly register?: RegisterAnswer;
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

function refuseByState(core: Core, account: AccountRow): void {
  if (account.state === '06') throw new CoreRefusal('300003');
  if (account.state !== '01' && account.state !== '02') throw new CoreRefusal('300004');
  const person = personOf(core, account.khbh);
  if (person.name_task + person.mobile_task > 0) throw new CoreRefusal('300017');
  const running = core.one(`SELECT 1 FROM fund_case WHERE khbh = ? AND ywlx IN ('REPAY_FUND_LOAN', 'PURCHASE') AND state IN ('SQ', 'SL', 'SH', 'SP')`, account.khbh);
  if (running !== undefined) throw new CoreRefusal('300005');
}

/** Reason 03, 04, 05 and 08 close the account; a partial route has exactly one reason; a loan of this centre leaves only 06. */
function refuseByReason(core: Core, application: Application): void {
  if (application.tqyy !== ROUTES[application.ywlx].tqyy) throw new CoreRefusal('300010');
  const loans = loansOf(core, application.khbh).filter((loan) => loan.settled === null);
  if (application.ywlx === 'PURCHASE') {
    if (loans.length > 0) throw new CoreRefusal('300007');
    return;
  }
  if (loans.length === 0) throw new CoreRefusal('300012');
  if (loans.some((loan) => overdueOf(core, loan.dkzh, core.today()).length > 0)) throw new CoreRefusal('300011');
}

function refuseByDate(core: Core, application: Application): void {
  const next = nextPermittedDay(core, application.khbh, application.ywlx);
  if (next !== undefined && core.today() < next) throw new CoreRefusal('300006', { XCTQRQ: wireDay(next) });
}

/** @throws CoreRefusal 300008 unless it is the person's own usable class I card */
export function ownCard(core: Core, khbh: string, kbh: string): CardRow {
  const card = core.one<CardRow>('SELECT * FROM card WHERE kbh = ? AND khbh = ?', kbh, khbh);
  if (card === undefined || card.class !== '1' || card.state !== '1') throw new CoreRefusal('300008');
  return card;
}

function refuseByPurchase(core: Core, application: Application): RegisterAnswer {
  if (application.gfhtbh === undefined) throw new CoreRefusal('300015');
  if (application.materials.length === 0) throw new CoreRefusal('300013');
  for (const clbh of application.materials) {
    if (core.one('SELECT 1 FROM material WHERE clbh = ? AND khbh = ?', clbh, application.khbh) === undefined) throw new CoreRefusal('300013');
  }
  const used = core.one('SELECT 1 FROM withdrawal_fact WHERE gfhtbh = ?', application.gfhtbh.trim());
  if (used !== undefined) throw new CoreRefusal('300014');
  const answer = askRegister(core, application.khbh, application.gfhtbh);
  if (answer.result === '1' && core.today() > addMonths(answer.contract.filed, PURCHASE_WINDOW_MONTHS)) throw new CoreRefusal('300016');
  return answer;
}

function refuseByAmount(core: Core, application: Application, account: AccountRow, register: RegisterAnswer | undefined): void {
  const balance = balanceOf(account);
  if (application.amount > balance) throw new CoreRefusal('300001');
  if (balance - application.amount < MUST_STAY_FEN) throw new CoreRefusal('300002');
  const limits = [balance - MUST_STAY_FEN];
  if (application.ywlx === 'REPAY_FUND_LOAN') {
    const repaid = repaidFacts(core, application.khbh, core.today());
    limits.push(repaid.principal + repaid.interest);
  }
  if (register?.result === '1') limits.push(register.contract.paid);
  const most = Math.min(...limits);
  if (application.amount > most) throw new CoreRefusal('300009', { ZGJE: wireAmount(most) });
}

/**
 * Whether the core takes an application: account state, running case, reason, loan, date, card, contract and material, amount, in
 * this order; the first rule that does not hold refuses. @throws CoreRefusal with a code of interface.md §1.4
 */
export function judge(core: Core, application: Application): Verdict {
  personOf(core, application.khbh);
  const account = accountOfPerson(core, application.khbh, application.grzh);
  refuseByState(core, account);
  refuseByReason(core, application);
  refuseByDate(core, application);
  const card = ownCard(core, application.khbh, application.kbh);
  const register = application.ywlx === 'PURCHASE' ? refuseByPurchase(core, application) : undefined;
  refuseByAmount(core, application, account, register);
  const localAndSure = register?.result === '1' && register.contract.local === 1 && application.gfdz === '1';
  return { account, card, atOnce: register === undefined || localAndSure, ...(register === undefined ? {} : { register }) };
}
