import { addYearMonths, monthOf, type PlainDate } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';
import { bookContribution, bookInterest, settlementDays } from '../ledger/account.ledger.ts';
import { makeWaitingRuns, payInstalment, runBookings } from '../orders/order.runs.ts';
import { bookRepayment } from '../ledger/loan.ledger.ts';

/** Something to be booked on a day; smaller orders come first within it. */
export interface Booking {
  readonly day: PlainDate;
  readonly order: number;
  readonly book: () => void;
}

/** Books a mixed list in the order of days. */
export function bookAll(bookings: readonly Booking[]): void {
  [...bookings].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.order - b.order)).forEach((one) => one.book());
}

/** The yearly settlements of an account after one day up to another. */
export function interestBookings(core: Core, grzh: string, after: PlainDate, upTo: PlainDate): Booking[] {
  return settlementDays(after, upTo).map((day) => ({ day, order: 9, book: () => bookInterest(core, grzh, day) }));
}

/** The repayments of a loan that fall due after one day up to another; who has stopped paying pays nothing. `pay` books one of them. */
export function repaymentBookings(core: Core, dkzh: string, after: PlainDate, upTo: PlainDate, pay: typeof bookRepayment = bookRepayment): Booking[] {
  return core
    .all<{ period: number; due: string }>(
      `SELECT d.period, d.due FROM loan_due d JOIN loan l ON l.dkzh = d.dkzh
       WHERE d.dkzh = ? AND d.paid IS NULL AND d.due > ? AND d.due <= ? AND (l.stops_paying_after IS NULL OR d.due <= l.stops_paying_after)`,
      dkzh, after, upTo,
    )
    .map(({ period, due }) => ({ day: due, order: 2, book: () => pay(core, dkzh, period, due) }));
}

function contributionBookings(core: Core, grzh: string, after: PlainDate, upTo: PlainDate): Booking[] {
  const bookings: Booking[] = [];
  for (let month = monthOf(after); month <= monthOf(upTo); month = addYearMonths(month, 1)) {
    const day = `${month}-05`;
    const belongsTo = month;
    if (day > after && day <= upTo) bookings.push({ day, order: 1, book: () => bookContribution(core, grzh, day, belongsTo) });
  }
  return bookings;
}

/** Brings the books up to the core's day: contributions on the 5th, instalments and standing orders on their day, interest on 30 June. */
export function bringUpToDate(core: Core): void {
  const today = core.today();
  const through = core.meta('booked-through');
  if (through === undefined) return;
  if (through < today) core.atomically(() => bookDays(core, through, today));
  makeWaitingRuns(core);
}

function bookDays(core: Core, through: PlainDate, today: PlainDate): void {
  const bookings: Booking[] = [];
  for (const { grzh, contributing } of core.all<{ grzh: string; contributing: number }>(`SELECT grzh, contributing FROM account WHERE state IN ('01', '02', '06')`)) {
    if (contributing === 1) bookings.push(...contributionBookings(core, grzh, through, today));
    bookings.push(...interestBookings(core, grzh, through, today));
  }
  for (const { dkzh } of core.all<{ dkzh: string }>('SELECT dkzh FROM loan WHERE settled IS NULL')) bookings.push(...repaymentBookings(core, dkzh, through, today, payInstalment));
  bookings.push(...runBookings(core, through, today));
  bookAll(bookings);
  core.setMeta('booked-through', today);
}
