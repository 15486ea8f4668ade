const CHINA_OFFSET_MS = 8 * 3600 * 1000;

/** System time plus an offset that only moves forward. */
export class StandInClock {
  constructor(
    private offset = 0,
    private readonly system: () => number = () => Date.now(),
  ) {}

  now(): number {
    return this.system() + this.offset;
  }

  get offsetMs(): number {
    return this.offset;
  }

  advance(ms: number): number {
    if (!Number.isSafeInteger(ms) || ms < 0) throw Object.assign(new Error('the clock only moves forward'), { statusCode: 400 });
    this.offset += ms;
    return this.offset;
  }

  /** Back to system time; only for a reset of everything. */
  reset(): void {
    this.offset = 0;
  }
}

/** `20261121093015`, China time, of unix milliseconds. */
export function chinaMoment(ms: number): string {
  return new Date(ms + CHINA_OFFSET_MS).toISOString().replace(/[-:T]/g, '').slice(0, 14);
}

/** `2026-11-21`, the civil day in China at unix milliseconds. */
export function chinaDay(ms: number): string {
  return new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** Unix milliseconds of a China civil day `2026-11-21` at a time of day `HH:MM[:SS]`. */
export function instantOfChina(day: string, time = '00:00:00'): number {
  return Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}+08:00`);
}
