import { fen, mulDivRounded, RATE_ONE } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import { addDays, daysBetween } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { figureOn } from '../policy/index.ts';
import type { AccountInterest, Figure, Figures, PolicySource } from '../policy/index.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** Account interest accrues on a year of 360 days (积数计息法). */
const INTEREST_YEAR_DAYS = 360;

/** Interest at one rate: the days it was earned on, first and last, and the sum of their balances. */
export interface InterestPart {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Before 2016-02-21 what was carried over earned another rate than this year's money. */
  readonly money: 'all' | 'carried' | 'current';
  /** Σ(balance × days), in fen times days. */
  readonly balanceDaysFen: number;
  readonly annualRateMillionths: number;
  readonly source: PolicySource;
}
export interface DayProductInterest {
  readonly amountFen: Fen;
  readonly balanceDaysFen: number;
  readonly parts: readonly InterestPart[];
}

interface Held {
  readonly carried: number;
  readonly current: number;
}

/** Money out leaves what was carried over first, then this year's; money in is this year's, a withdrawal that came back too. */
function moved({ carried, current }: Held, amountFen: number): Held {
  if (amountFen >= 0) return { carried, current: current + amountFen };
  const fromCarried = Math.min(carried, -amountFen);
  return { carried: carried - fromCarried, current: current + amountFen + fromCarried };
}

interface Stretch {
  readonly figure: Figure<AccountInterest>;
  from: PlainDate;
  until: PlainDate;
  carriedDays: number;
  currentDays: number;
}

function partsOf({ figure, from, until, carriedDays, currentDays }: Stretch): readonly InterestPart[] {
  const span = { from, to: addDays(until, -1), source: figure.source };
  const { carriedOver, currentYear } = figure.value;
  if (carriedOver === currentYear) return [{ ...span, money: 'all', balanceDaysFen: carriedDays + currentDays, annualRateMillionths: carriedOver }];
  return [
    { ...span, money: 'carried', balanceDaysFen: carriedDays, annualRateMillionths: carriedOver },
    { ...span, money: 'current', balanceDaysFen: currentDays, annualRateMillionths: currentYear },
  ];
}

function divisorOf(a: number, b: number): number {
  return b === 0 ? a : divisorOf(b, a % b);
}

/** Σ(积数 × rate) ÷ 360, rounded once; the rates are reduced first, so that the sum stays exact. */
function amountOf(parts: readonly InterestPart[]): Fen {
  const whole = INTEREST_YEAR_DAYS * RATE_ONE;
  const common = parts.reduce((divisor, part) => divisorOf(divisor, part.annualRateMillionths), whole);
  const sum = parts.reduce((total, part) => total + part.balanceDaysFen * (part.annualRateMillionths / common), 0);
  return fen(mulDivRounded(sum, 1, whole / common, 'half-up'));
}

/**
 * Interest by day-product (积数计息法): each balance for the days it stood, at the rates of those days, ÷ 360, rounded half-up to the fen once.
 * A day's entries count from that day on; `until` itself earns nothing yet. Entries outside the span are not looked at; their order does not matter.
 * @param openingFen what stands at `from`, all of it carried over
 * @param figures the national figures of account interest, `accountInterest`
 * @returns null where no rate is known for one of the days
 */
export function dayProductInterest(openingFen: number, entries: readonly LedgerEntry[], from: PlainDate, until: PlainDate, figures: Figures<AccountInterest>): DayProductInterest | null {
  // Within a day money in comes before money out.
  const inside = entries.filter((entry) => entry.bookedOn > from && entry.bookedOn < until).sort((a, b) => b.amountFen - a.amountFen);
  const changes = figures.flatMap(({ validFrom, validTo }) => (validTo === undefined ? [validFrom] : [validFrom, addDays(validTo, 1)]));
  const days = Array.from(new Set([from, ...inside.map((entry) => entry.bookedOn), ...changes.filter((day) => day > from && day < until)])).sort();
  const stretches: Stretch[] = [];
  let held: Held = { carried: openingFen, current: 0 };
  for (let at = 0; at < days.length; at += 1) {
    const day = days[at] as PlainDate;
    held = inside.filter((entry) => entry.bookedOn === day).reduce((now, entry) => moved(now, entry.amountFen), held);
    const next = days[at + 1] ?? until;
    const figure = figureOn(figures, day);
    if (figure === undefined) return null;
    let stretch = stretches[stretches.length - 1];
    if (stretch?.figure !== figure) stretches.push((stretch = { figure, from: day, until: day, carriedDays: 0, currentDays: 0 }));
    const length = Math.max(0, daysBetween(day, next));
    stretch.until = next;
    stretch.carriedDays += held.carried * length;
    stretch.currentDays += held.current * length;
  }
  const parts = stretches.flatMap(partsOf);
  return { amountFen: amountOf(parts), balanceDaysFen: parts.reduce((sum, part) => sum + part.balanceDaysFen, 0), parts };
}
