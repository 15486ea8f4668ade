import { addDays, addMonths, addYearMonths, daysInMonth, monthOf, type PlainDate, type YearMonth } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';
import { lastWithdrawalDay } from './history.facts.ts';

/** The shared sources, in the order they are listed (interface.md, GX1001). */
export const SOURCES = ['GA', 'MZ', 'BDC', 'RS', 'JY', 'SC', 'ZX', 'FP'] as const;
export type SourceCode = (typeof SOURCES)[number];
export type SourceState = 'answers' | 'silent' | 'differs';
export const SOURCE_STATES: readonly SourceState[] = ['answers', 'silent', 'differs'];

/** A home on the register; without a certificate it is a contract filed. */
export interface RegisteredHome {
  readonly number: string;
  readonly address: string;
  readonly kind: '1' | '2' | '3';
  readonly contract?: string;
  readonly filedOn?: PlainDate;
  readonly certificateOn?: PlainDate;
  readonly builtOn?: PlainDate;
  /** Hundredths of a square metre. */
  readonly areaHundredths: number;
  readonly priceFen: number;
  readonly paidFen?: number;
  readonly downPaymentFen?: number;
  readonly withLoan: boolean;
  readonly escrow?: { readonly name: string; readonly bank: string; readonly number: string };
}
export interface Works {
  readonly kind: '1' | '2' | '3';
  readonly permit: string;
  readonly grade?: 'A' | 'B' | 'C' | 'D';
  readonly costFen?: number;
  readonly address: string;
}
export interface Lift {
  readonly address: string;
  readonly completedOn: PlainDate;
  readonly ownShareFen: number;
  readonly relation: '1' | '2' | '3' | '4';
}
export interface BankLoan {
  readonly contract: string;
  readonly bank: string;
  /** The bank has a contract with the centre. */
  readonly contracted: boolean;
  readonly overdue: number;
  readonly monthlyPrincipalFen: number;
  readonly monthlyInterestFen: number;
  readonly dueDay: number;
}

/** What the shared sources have on a person; amounts in fen. What is absent is not known, a bank loan: there is none. */
export interface SharedFacts {
  readonly household: '1' | '2';
  readonly settledAbroadOn?: PlainDate;
  readonly marital: string;
  readonly children: number;
  readonly homes: readonly RegisteredHome[];
  readonly rent?: { readonly contract: string; readonly monthlyFen: number; readonly publicHousing: boolean; readonly from: PlainDate; readonly to: PlainDate };
  readonly works?: Works;
  readonly lift?: Lift;
  readonly retirementMonth?: YearMonth;
  readonly retired: boolean;
  readonly employmentEndedOn?: PlainDate;
  readonly unableToWork?: boolean;
  readonly illness?: { readonly ownCostFen: number; readonly settledOn: PlainDate; readonly listed: boolean };
  readonly employed: boolean;
  readonly employer?: '1' | '2';
  readonly bankLoan?: BankLoan;
  readonly propertyFee?: { readonly paidFen: number; readonly homes: number };
  readonly renovationInvoice?: { readonly amountFen: number; readonly home: string };
  /** Sources that do not know this person's document. */
  readonly silent: readonly SourceCode[];
}

const EVERYBODY = '*';

/** How a source behaves to a person: their own setting, else everybody's, else as it is. */
export function sourceState(core: Core, khbh: string, source: SourceCode): SourceState {
  const rows = core.all<{ khbh: string; state: SourceState }>('SELECT khbh, state FROM source_state WHERE khbh IN (?, ?) AND ly = ?', khbh, EVERYBODY, source);
  const set = rows.find((row) => row.khbh === khbh) ?? rows[0];
  if (set !== undefined) return set.state;
  return factsOnFile(core, khbh).silent.includes(source) ? 'silent' : 'answers';
}

/** Sets how a source behaves, to one person or (without a customer) to all. */
export const setSourceState = (core: Core, source: SourceCode, state: SourceState, khbh: string = EVERYBODY): void =>
  void core.run('INSERT INTO source_state (khbh, ly, state) VALUES (?, ?, ?) ON CONFLICT (khbh, ly) DO UPDATE SET state = excluded.state', khbh, source, state);

/** What the sources would say if they answered. */
export function factsOnFile(core: Core, khbh: string): SharedFacts {
  const row = core.one<{ facts: string }>('SELECT facts FROM shared_fact WHERE khbh = ?', khbh);
  return row === undefined ? { household: '1', marital: '90', children: 0, homes: [], retired: false, employed: true, silent: [...SOURCES] } : (JSON.parse(row.facts) as SharedFacts);
}

/** A source's answer about a person, as HYJG: `1` with facts, `2` disagrees, `9` does not answer. */
export type SourceAnswer = { readonly result: '1'; readonly facts: SharedFacts } | { readonly result: '2' | '9' };

/** Asks one source. */
export function askSource(core: Core, khbh: string, source: SourceCode): SourceAnswer {
  const state = sourceState(core, khbh, source);
  if (state === 'answers') return { result: '1', facts: factsOnFile(core, khbh) };
  return { result: state === 'differs' ? '2' : '9' };
}

/** What was repaid on the bank's loan since the last withdrawal for it, 12 months at most, both days included; in fen. */
export function repaidToBank(core: Core, khbh: string, loan: BankLoan): { readonly from: PlainDate; readonly to: PlainDate; readonly principal: number; readonly interest: number } {
  const today = core.today();
  const yearAgo = addDays(addMonths(today, -12), 1);
  const last = lastWithdrawalDay(core, khbh, 'REPAY_COMMERCIAL_LOAN');
  const afterLast = last === undefined ? yearAgo : addDays(last, 1);
  const from = afterLast > yearAgo ? afterLast : yearAgo;
  let times = 0;
  for (let month = monthOf(from); month <= monthOf(today); month = addYearMonths(month, 1)) {
    const due = dueIn(month, loan.dueDay);
    if (due >= from && due <= today) times += 1;
  }
  return { from: from > today ? today : from, to: today, principal: times * loan.monthlyPrincipalFen, interest: times * loan.monthlyInterestFen };
}

/** A day of a month, or the last one it has. */
export const dueIn = (month: YearMonth, day: number): PlainDate => `${month}-${String(Math.min(day, daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))))).padStart(2, '0')}`;
