import type Database from 'better-sqlite3';
import { chinaDateOf, type PlainDate } from '@anju/shared/calendar';
import { instantOfChina, openStore, StandInClock, type Store } from '../../kit/index.ts';
import { centreOf, type Centre } from '../rules/centre.ts';
import { RESET_TABLES, SCHEMA, SCHEMA_FORM } from './schema.ts';

/** Books of an earlier form are begun anew, as by a reset: customer numbers, events and number series go on. */
function renewOldForm(store: Store): void {
  if (store.pragma('user_version', { simple: true }) === SCHEMA_FORM) return;
  if (store.prepare(`SELECT 1 FROM meta WHERE name = 'booked-through'`).get() !== undefined) {
    store.pragma('foreign_keys = OFF');
    store.transaction(() => {
      for (const table of [...RESET_TABLES, 'withdrawal_case']) store.exec(`DROP TABLE IF EXISTS ${table}`);
      store.exec(`DELETE FROM meta WHERE name = 'booked-through'; UPDATE event SET state = 'taken' WHERE state <> 'taken'`);
      store.exec(SCHEMA);
    })();
    store.pragma('foreign_keys = ON');
  }
  store.pragma(`user_version = ${SCHEMA_FORM}`);
}

/** When the daily booking runs. */
const MORNING = '08:30:00';

/** The core's durable state and its clock; everything else is functions over it. */
export class Core {
  readonly store: Store;
  readonly clock: StandInClock;
  /** What the centre it plays lays down. */
  readonly centre: Centre;
  private caughtUp: number | undefined;
  private readonly statements = new Map<string, Database.Statement>();

  /** @throws Error for a centre there is no data of */
  constructor(stateDir: string, system?: () => number, centre = 'xiamen') {
    this.centre = centreOf(centre);
    this.store = openStore(stateDir, 'core', SCHEMA);
    renewOldForm(this.store);
    this.clock = new StandInClock(Number(this.meta('clock-offset') ?? 0), system);
  }

  /**
   * Unix milliseconds of the core's clock; while a past day is caught up, of that day's morning. A day that is booked never comes again: when the
   * machine's clock was set back, this one stands still until the other has caught up.
   */
  now(): number {
    return this.caughtUp ?? Math.max(this.clock.now(), this.bookedDayBegins());
  }

  private bookedDayBegins(): number {
    const through = this.meta('booked-through');
    return through === undefined ? 0 : instantOfChina(through);
  }

  /** Does work as it would have been done on a day that has passed; of today it is the clock's own moment. */
  asOf<T>(day: PlainDate, work: () => T): T {
    if (day >= this.today()) return work();
    const before = this.caughtUp;
    this.caughtUp = Date.parse(`${day}T${MORNING}+08:00`);
    try {
      return work();
    } finally {
      this.caughtUp = before;
    }
  }

  /** The core's civil day. */
  today(): PlainDate {
    return chinaDateOf(this.now());
  }

  private prepared(sql: string): Database.Statement {
    let statement = this.statements.get(sql);
    if (statement === undefined) {
      statement = this.store.prepare(sql);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  /** Every row of a query; the row's shape is the caller's promise. */
  all<Row>(sql: string, ...values: readonly unknown[]): Row[] {
    return this.prepared(sql).all(...values) as Row[];
  }

  /** The first row, or undefined. */
  one<Row>(sql: string, ...values: readonly unknown[]): Row | undefined {
    return this.prepared(sql).get(...values) as Row | undefined;
  }

  /** Runs a change; returns how many rows it touched and the new row's number. */
  run(sql: string, ...values: readonly unknown[]): Database.RunResult {
    return this.prepared(sql).run(...values);
  }

  /** All or nothing; nested calls are savepoints. */
  atomically<T>(work: () => T): T {
    return this.store.transaction(work).immediate();
  }

  meta(name: string): string | undefined {
    return this.one<{ value: string }>('SELECT value FROM meta WHERE name = ?', name)?.value;
  }

  setMeta(name: string, value: string): void {
    this.run('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value);
  }

  /** The next number of a series; never given twice, not even after a reset. */
  next(series: string): number {
    const value = Number(this.meta(`series-${series}`) ?? 0) + 1;
    this.setMeta(`series-${series}`, String(value));
    return value;
  }

  /** Moves the clock forward and remembers it. */
  advance(ms: number): void {
    this.setMeta('clock-offset', String(this.clock.advance(ms)));
  }
}

