import { sumFen } from '../money/index.ts';
import { addDays, fundYearSpan } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import type { AccountInterest, Figures } from '../policy/index.ts';
import { dayProductInterest } from './interest-of-year.ts';
import type { DayProductInterest } from './interest-of-year.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** What the ledger holds for one fund year. */
export interface FundYearLedger {
  /** The balance after the last entry before 1 July; 0 without one. */
  readonly openingFen: number;
  /** From 1 July to 1 July of the next year, both included; others are not looked at. */
  readonly entries: readonly LedgerEntry[];
}

/** 上年结转 + 缴存 + 转入 + 利息 − 提取 − 转出 + 其他 = 本息合计; amounts in fen, the identity holds exactly. */
export interface Statement {
  readonly fundYear: number;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The interest of the year is booked, or there is none to book. Else the interest is what has accrued to the day. */
  readonly settled: boolean;
  readonly carriedFen: number;
  readonly contributedFen: number;
  readonly transferredInFen: number;
  readonly interestFen: number;
  /** Less what the bank sent back. */
  readonly withdrawnFen: number;
  readonly transferredOutFen: number;
  /** Corrections that are none of these; signed, nearly always 0. */
  readonly otherFen: number;
  readonly totalFen: number;
  /** What the ledger comes to without interest that is not yet booked: what the core's own balance must be. */
  readonly bookedFen: number;
  /** Computed from the balances; null where no rate is known. */
  readonly computed: DayProductInterest | null;
}

/**
 * A fund year of one account (1 July to 30 June) from its ledger. Interest settled on 30 June and booked on 1 July belongs to the year it was
 * earned in. Interest runs from settlement day to settlement day, as the day-product counts it.
 * @param asOf the day of the ledger
 * @param figures the national figures of account interest
 */
export function statementOf(ledger: FundYearLedger, fundYear: number, asOf: PlainDate, figures: Figures<AccountInterest>): Statement {
  const { from, to } = fundYearSpan(fundYear);
  const settlesLastYear = (entry: LedgerEntry): boolean => entry.kind === 'interest' && entry.bookedOn === from;
  const settles = (entry: LedgerEntry): boolean => entry.kind === 'interest' && (entry.bookedOn === to || entry.bookedOn === addDays(to, 1));
  const own = ledger.entries.filter((entry) => (entry.bookedOn >= from && entry.bookedOn <= to && !settlesLastYear(entry)) || settles(entry));
  const sum = (test: (entry: LedgerEntry) => boolean): number => sumFen(own.filter(test).map((entry) => entry.amountFen));
  const carriedFen = sumFen([ledger.openingFen, ...ledger.entries.filter(settlesLastYear).map((entry) => entry.amountFen)]);
  const computed = earned(carriedFen, own, { from: addDays(from, -1), until: asOf < to ? asOf : to }, figures);
  const open = computed === null ? 0 : computed.amountFen;
  const settled = own.some(settles) || (asOf > to && open === 0);
  const bookedInterest = sum((entry) => entry.kind === 'interest');
  const parts = {
    contributedFen: sum((entry) => entry.kind === 'contribution'),
    transferredInFen: sum((entry) => entry.kind === 'transfer' && entry.amountFen > 0),
    interestFen: settled ? bookedInterest : bookedInterest + open,
    withdrawnFen: 0 - sum((entry) => entry.kind === 'withdrawal'),
    transferredOutFen: 0 - sum((entry) => entry.kind === 'transfer' && entry.amountFen < 0),
    otherFen: sum((entry) => entry.kind === 'other'),
  };
  const totalFen = sumFen([carriedFen, parts.contributedFen, parts.transferredInFen, parts.interestFen, -parts.withdrawnFen, -parts.transferredOutFen, parts.otherFen]);
  return { fundYear, from, to, settled, carriedFen, ...parts, totalFen, bookedFen: settled ? totalFen : totalFen - open, computed };
}

/** Interest booked inside the year, as when an account is closed, has paid for the days before it: the count starts anew there. */
function earned(carriedFen: number, own: readonly LedgerEntry[], span: { readonly from: PlainDate; readonly until: PlainDate }, figures: Figures<AccountInterest>): DayProductInterest | null {
  const paidOn = own.filter((entry) => entry.kind === 'interest' && entry.bookedOn < span.until).map((entry) => entry.bookedOn).sort();
  const start = paidOn[paidOn.length - 1] ?? span.from;
  const opening = sumFen([carriedFen, ...own.filter((entry) => entry.bookedOn <= start).map((entry) => entry.amountFen)]);
  return dayProductInterest(opening, own, start, span.until, figures);
}
