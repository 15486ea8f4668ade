import { addMonths, type PlainDate } from '@anju/shared/calendar';
import { mulDivRounded } from '@anju/shared/money';
import { wireAmount } from '../gateway/field.checks.ts';
import { CoreRefusal } from '../gateway/refusal.ts';
import type { AccountRow } from '../ledger/account.ledger.ts';
import { balanceOf } from '../ledger/account.ledger.ts';
import { overdueOf } from '../ledger/loan.ledger.ts';
import type { HomeOrder, Method } from '../ledger/loan.schedule.ts';
import type { Core } from '../store/core.ts';
import { appliesForLoan, loanCount, runningLoansOf } from './borrower.facts.ts';
import { askCivilAffairs, type MarriageAnswer } from './civil-affairs.register.ts';
import { contributionMonths } from './facts.ts';
import { askRegister, type RegisterAnswer } from './real-estate.register.ts';
import { personOf, refuseBarred } from './withdrawal.rules.ts';

/** What is asked for; amounts in fen, `homeKind` 1 new, 2 second-hand, 3 affordable. */
export interface PreApplication {
  readonly khbh: string;
  readonly amount: number;
  readonly months: number;
  readonly method: Method;
  readonly contractNumber?: string;
  readonly price: number;
  readonly homeOrder: HomeOrder;
  readonly homeKind: '1' | '2' | '3';
  /** The co-borrower. */
  readonly partner?: string;
}
/** A permitted pre-application and what the sources said. */
export interface PreApplicationVerdict {
  readonly contractNumber: string;
  readonly register: RegisterAnswer;
  readonly marriage?: MarriageAnswer;
}

const LEAST_MONTHS = 6;
const MOST_LOANS = 2;
/** 厦门 since 2026-01-01: 120 万 × 0.8, single or joint. */
const CITY_CAP_FEN = 96_000_000;
/** 厦门: contributions of six months × years × 2.9, and all of it × 0.8. */
const FLOW_MONTHS = 6;
const FLOW_FACTOR_TENTHS = 29;
const LIQUIDITY_TENTHS = 8;
/** What a loan covers of the price, in hundredths; of an affordable home 85. */
const PRICE_SHARE = { '1': 80, '2': 80, '3': 85 } as const;
/** Nobody borrows past this age (国发〔2024〕18号: the latest legal age and five years). */
const ENDING_AGE = { '1': 68, '2': 63 } as const;

const accountsOf = (core: Core, khbh: string): AccountRow[] => core.all<AccountRow>('SELECT * FROM account WHERE khbh = ?', khbh);
const usable = (account: AccountRow): boolean => account.state === '01' || account.state === '02';

/** What stands against one borrower; `JKR` tells which of the two. */
function refuseByBorrower(core: Core, khbh: string, JKR: '1' | '2'): void {
  const no = (code: string): never => {
    throw new CoreRefusal(code, { JKR });
  };
  const accounts = accountsOf(core, khbh);
  if (accounts.some((account) => account.state === '06')) no('300003');
  if (!accounts.some(usable)) no('300004');
  const person = personOf(core, khbh);
  if (person.name_task + person.mobile_task > 0) no('300017');
  refuseBarred(core, khbh, { JKR });
  if (contributionMonths(core, khbh).consecutive < LEAST_MONTHS) no('300021');
  const running = runningLoansOf(core, khbh);
  if (running.some((loan) => overdueOf(core, loan.dkzh, core.today()).length > 0)) no('300011');
  if (running.length > 0) no('300022');
  if (loanCount(core, khbh) >= MOST_LOANS) no('300023');
  if (appliesForLoan(core, khbh)) no('300024');
}

/** The longest term in months that ends before a borrower is too old. */
function longestTerm(core: Core, khbh: string, today: PlainDate): number {
  const person = core.one<{ csny: string; xingbie: '1' | '2' }>('SELECT csny, xingbie FROM person WHERE khbh = ?', khbh);
  if (person === undefined) throw new CoreRefusal('200001');
  const birth = `${person.csny.slice(0, 4)}-${person.csny.slice(4, 6)}-${person.csny.slice(6)}`;
  const end = addMonths(birth, ENDING_AGE[person.xingbie] * 12);
  let months = 0;
  while (addMonths(today, months + 1) <= end) months += 1;
  return months;
}

/** The core's own reading of what a household may borrow, in fen, down to the yuan. */
function ownLimit(core: Core, borrowers: readonly string[], months: number, price: number, homeKind: '1' | '2' | '3'): number {
  const accounts = borrowers.flatMap((khbh) => accountsOf(core, khbh)).filter(usable);
  const flow = accounts.filter((account) => account.contributing === 1).reduce((sum, account) => sum + account.personal_monthly + account.unit_monthly, 0) * FLOW_MONTHS;
  const balance = accounts.reduce((sum, account) => sum + balanceOf(account), 0);
  const byAccount = mulDivRounded(mulDivRounded(flow * months, FLOW_FACTOR_TENTHS, 120, 'down') + balance, LIQUIDITY_TENTHS, 10, 'down');
  const byPrice = mulDivRounded(price, PRICE_SHARE[homeKind], 100, 'down');
  return Math.floor(Math.min(CITY_CAP_FEN, byPrice, byAccount) / 100) * 100;
}

/** A contract in the name of either borrower counts; otherwise the answer is the applicant's. */
function askForEither(core: Core, borrowers: readonly string[], contractNumber: string): RegisterAnswer {
  const answers = borrowers.map((khbh) => askRegister(core, khbh, contractNumber));
  const [applicants] = answers;
  if (applicants === undefined) throw new Error('a pre-application has a borrower');
  return answers.find(({ result }) => result === '1') ?? applicants;
}

/**
 * Whether the core takes a pre-application: co-borrower, each borrower, contract, register, term, amount, in this order; the first rule
 * that does not hold refuses. @throws CoreRefusal with a code of interface.md §1.4
 */
export function judgePreApplication(core: Core, asked: PreApplication): PreApplicationVerdict {
  personOf(core, asked.khbh);
  const marriage = asked.partner === undefined ? undefined : askCivilAffairs(core, asked.khbh, asked.partner);
  if (marriage === '2') throw new CoreRefusal('300027');
  refuseByBorrower(core, asked.khbh, '1');
  if (asked.partner !== undefined) refuseByBorrower(core, asked.partner, '2');
  const contractNumber = asked.contractNumber?.trim();
  if (contractNumber === undefined) throw new CoreRefusal('300015');
  const borrowers = [asked.khbh, ...(asked.partner === undefined ? [] : [asked.partner])];
  const register = askForEither(core, borrowers, contractNumber);
  if (register.result === '2' || register.result === '3') throw new CoreRefusal('300025', { HYJG: register.result });
  const longest = Math.min(...borrowers.map((khbh) => longestTerm(core, khbh, core.today())));
  if (asked.months > longest) throw new CoreRefusal('300028', { ZCQS: String(longest) });
  const price = register.result === '1' ? Math.min(asked.price, register.contract.price) : asked.price;
  const most = ownLimit(core, borrowers, asked.months, price, asked.homeKind);
  if (asked.amount > most) throw new CoreRefusal('300026', { ZGJE: wireAmount(most) });
  return { contractNumber, register, ...(marriage === undefined ? {} : { marriage }) };
}
