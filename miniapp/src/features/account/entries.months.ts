import type { Entry } from '@anju/shared/contract';
import { dayText, monthText } from '../../texts/format.ts';
import { entriesTexts } from '../../texts/account.ts';

/** What an entry is, in words. */
export function entryTitle(entry: Entry): string {
  if (entry.newBase === true) return entriesTexts.newBase;
  return entry.kind === 'contribution' && entry.month !== undefined ? entriesTexts.ofMonth(monthText(entry.month)) : entriesTexts.kind[entry.kind];
}

/** When, and who paid. */
export function entryNote(entry: Entry): string {
  return [dayText(entry.bookedOn), entry.employer].filter((part): part is string => part !== undefined && part !== '').join(' · ');
}

/** Months that were paid more than once among the entries shown, with how often. */
export function doubleMonths(entries: readonly Entry[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { kind, month, amountFen } of entries) {
    if (kind === 'contribution' && month !== undefined && amountFen > 0) times.set(month, (times.get(month) ?? 0) + 1);
  }
  return new Map([...times].filter(([, count]) => count > 1));
}

/** Years to choose from, the newest first, back to when the account was opened, at most fifteen. */
export function yearsToChoose(today: string, openedOn: string | undefined): readonly string[] {
  const last = Number(today.slice(0, 4));
  const opened = openedOn === undefined ? last - 4 : Number(openedOn.slice(0, 4));
  const first = Math.max(opened, last - 14);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => String(last - index));
}

export interface YearSums {
  readonly inFen: number;
  readonly outFen: number;
}

/** What came in and what went out among the entries shown. */
export function sumsOf(entries: readonly Entry[]): YearSums {
  return entries.reduce<YearSums>((sums, entry) => (entry.amountFen >= 0 ? { ...sums, inFen: sums.inFen + entry.amountFen } : { ...sums, outFen: sums.outFen - entry.amountFen }), { inFen: 0, outFen: 0 });
}
