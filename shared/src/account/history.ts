import { addYearMonths, monthOf, monthsBetween } from '../calendar/index.ts';
import type { PlainDate, YearMonth } from '../calendar/index.ts';
import { contributionGaps } from './contribution.ts';
import { paidMonths } from './history-months.ts';
import type { PaidMonth } from './history-months.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** What stands out in a contribution history. Months from and to are both inside; amounts are fen. */
export type HistoryFinding =
  /** `resumedIn` is absent while nothing has been paid since. */
  | { readonly code: 'gap'; readonly from: YearMonth; readonly to: YearMonth; readonly params: { readonly months: number; readonly resumedIn?: YearMonth } }
  | { readonly code: 'double'; readonly from: YearMonth; readonly to: YearMonth; readonly params: { readonly times: number; readonly totalFen: number; readonly employers: number } }
  /** The core announced a new base; the amounts are absent where nothing was paid before or since. */
  | { readonly code: 'base-change'; readonly from: YearMonth; readonly to: YearMonth; readonly params: { readonly beforeFen?: number; readonly afterFen?: number } }
  | { readonly code: 'amount-change'; readonly from: YearMonth; readonly to: YearMonth; readonly params: { readonly beforeFen: number; readonly afterFen: number; readonly why: 'july' | 'new-employer' | 'none' } }
  | { readonly code: 'late'; readonly from: YearMonth; readonly to: YearMonth; readonly params: { readonly bookedOn: PlainDate; readonly months: number } };

export interface History {
  /** First and last month looked at; null while nothing was ever paid. */
  readonly span: { readonly from: YearMonth; readonly to: YearMonth } | null;
  /** Newest first. */
  readonly findings: readonly HistoryFinding[];
}

/** A month whose regular amount is another than that of the paid month before. */
interface Change {
  readonly before: PaidMonth;
  readonly after: PaidMonth;
}

function changesOf(paid: readonly PaidMonth[]): readonly Change[] {
  const known = paid.filter((month) => month.amountFen !== null);
  return known.flatMap((after, at) => {
    const before = known[at - 1];
    return before === undefined || before.amountFen === after.amountFen ? [] : [{ before, after }];
  });
}

const whyOf = ({ before, after }: Change): 'july' | 'new-employer' | 'none' => {
  const moved = before.employers.length > 0 && after.employers.length > 0 && !after.employers.some((employer) => before.employers.includes(employer));
  return moved ? 'new-employer' : after.month.slice(5) === '07' ? 'july' : 'none';
};

const amountsOf = ({ before, after }: Change): { beforeFen: number; afterFen: number } => ({ beforeFen: before.amountFen as number, afterFen: after.amountFen as number });

/** New bases, each with the change of the amount it brought; and the changes no base was announced for. */
function changeFindings(paid: readonly PaidMonth[], announced: readonly YearMonth[]): readonly HistoryFinding[] {
  const changes = changesOf(paid);
  const explained = new Set<Change>();
  const bases = announced.map((month): HistoryFinding => {
    const change = changes.find(({ before, after }) => before.month < month && after.month >= month);
    if (change !== undefined) explained.add(change);
    return { code: 'base-change', from: month, to: month, params: change === undefined ? {} : amountsOf(change) };
  });
  const others = changes.filter((change) => !explained.has(change)).map((change): HistoryFinding => ({
    code: 'amount-change', from: change.after.month, to: change.after.month, params: { ...amountsOf(change), why: whyOf(change) },
  }));
  return [...bases, ...others];
}

function gapFindings(paid: readonly PaidMonth[], through: YearMonth): readonly HistoryFinding[] {
  const last = paid[paid.length - 1]?.month ?? through;
  return contributionGaps(paid.map((one) => one.month), through).map(({ from, to, months }) => ({
    code: 'gap', from, to, params: { months, ...(to < last ? { resumedIn: addYearMonths(to, 1) } : {}) },
  }));
}

const doubleFindings = (paid: readonly PaidMonth[]): readonly HistoryFinding[] =>
  paid.filter((one) => one.double).map(({ month, payments, employers }) => ({
    code: 'double', from: month, to: month,
    params: { times: payments.length, totalFen: payments.reduce((sum, entry) => sum + entry.amountFen, 0), employers: employers.length },
  }));

/** Neighbouring months that were paid late on the same day are one finding. */
function lateFindings(paid: readonly PaidMonth[]): readonly HistoryFinding[] {
  const runs: { from: YearMonth; to: YearMonth; bookedOn: PlainDate }[] = [];
  for (const { month, lateOn } of paid) {
    if (lateOn === null) continue;
    const run = runs[runs.length - 1];
    if (run !== undefined && run.bookedOn === lateOn && monthsBetween(run.to, month) === 1) run.to = month;
    else runs.push({ from: month, to: month, bookedOn: lateOn });
  }
  return runs.map(({ from, to, bookedOn }) => ({ code: 'late', from, to, params: { bookedOn, months: monthsBetween(from, to) + 1 } }));
}

const newestFirst = (a: HistoryFinding, b: HistoryFinding): number => (a.to === b.to ? (a.code < b.code ? -1 : 1) : a.to < b.to ? 1 : -1);

/**
 * Gaps, double and late payments, new bases and other changes of the amount in an account's ledger, as codes; the words are the screen's.
 * A month may be missing once its time is past, which is the end of the month after it. The order of the entries does not matter.
 * @param today the day of the ledger
 * @param contributing whether contributions are still expected; of a sealed or closed account only what lies between its payments is a gap
 */
export function historyFindings(entries: readonly LedgerEntry[], today: PlainDate, contributing: boolean): History {
  const paid = paidMonths(entries);
  const [first] = paid;
  const last = paid[paid.length - 1];
  if (first === undefined || last === undefined) return { span: null, findings: [] };
  const due = addYearMonths(monthOf(today), -2);
  const through = contributing && due > last.month ? due : last.month;
  const announced = Array.from(new Set(entries.filter((entry) => entry.newBase === true).map((entry) => monthOf(entry.bookedOn)))).sort();
  const findings = [...gapFindings(paid, through), ...doubleFindings(paid), ...changeFindings(paid, announced), ...lateFindings(paid)];
  return { span: { from: first.month, to: through }, findings: findings.sort(newestFirst) };
}
