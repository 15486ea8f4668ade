import { Clock } from '../clock.ts';

/** A clock that stands until it is moved. */
export class FixedClock extends Clock {
  private at: number;

  constructor(at: string) {
    super();
    this.at = new Date(at).getTime();
  }

  now(): Date {
    return new Date(this.at);
  }
  set(at: string): void {
    this.at = new Date(at).getTime();
  }
  advance(milliseconds: number): void {
    this.at += milliseconds;
  }
}

/** `fixedClock('2026-11-21T01:30:15Z')`. */
export const fixedClock = (at = '2026-11-21T01:30:15.000Z'): FixedClock => new FixedClock(at);
