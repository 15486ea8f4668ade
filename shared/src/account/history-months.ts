import { addDays, addYearMonths, monthOf } from '../calendar/index.ts';
import type { PlainDate, YearMonth } from '../calendar/index.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** What came in for one month. */
export interface PaidMonth {
  readonly month: YearMonth;
  readonly payments: readonly LedgerEntry[];
  readonly employers: readonly string[];
  /** One month's regular amount in fen; null where two employers paid different ones. */
  readonly amountFen: number | null;
  /** Paid more than once: an amount that came again, or two employers. A top-up of another amount is none. */
  readonly double: boolean;
  /** Last day a payment came after the end of the following month; null when all came in time. */
  readonly lateOn: PlainDate | null;
}

/** A contribution without a month is for the month it was booked in. */
const monthFor = (entry: LedgerEntry): YearMonth => entry.month ?? monthOf(entry.bookedOn);

/** Payments that a correction of the same amount took back are none. */
function standing(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const left = entries.filter((entry) => entry.amountFen > 0);
  for (const { amountFen } of entries.filter((entry) => entry.amountFen < 0)) {
    const at = left.findIndex((entry) => entry.amountFen === -amountFen);
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** The last day on which a month's contribution is not late: the end of the following month, since many employers pay with next month's wages. */
export const inTimeUntil = (month: YearMonth): PlainDate => addDays(`${addYearMonths(month, 2)}-01`, -1);

function paidMonth(month: YearMonth, payments: readonly LedgerEntry[]): PaidMonth {
  const amounts = payments.map((entry) => entry.amountFen);
  const different = Array.from(new Set(amounts));
  const employers = Array.from(new Set(payments.flatMap((entry) => (entry.employer === undefined ? [] : [entry.employer])))).sort();
  const twoEmployers = employers.length > 1;
  const double = twoEmployers || different.length < amounts.length;
  const late = payments.map((entry) => entry.bookedOn).filter((day) => day > inTimeUntil(month)).sort();
  const regular = different.length === 1 ? (different[0] as number) : twoEmployers ? null : different.reduce((sum, amount) => sum + amount, 0);
  return { month, payments, employers, amountFen: regular, double, lateOn: late[late.length - 1] ?? null };
}

/** The paid months of a ledger, oldest first, whatever the order of the entries. */
export function paidMonths(entries: readonly LedgerEntry[]): readonly PaidMonth[] {
  const byMonth = new Map<YearMonth, LedgerEntry[]>();
  const inOrder = entries.filter((entry) => entry.kind === 'contribution').sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const entry of inOrder) byMonth.set(monthFor(entry), [...(byMonth.get(monthFor(entry)) ?? []), entry]);
  return Array.from(byMonth.entries())
    .map(([month, all]) => paidMonth(month, standing(all)))
    .filter((paid) => paid.payments.length > 0)
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

const keyOf = (entry: LedgerEntry): string => `${entry.bookedOn} ${entry.employer ?? ''} ${entry.amountFen}`;
