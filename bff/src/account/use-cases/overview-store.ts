import type { Dated } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreOverview, CoreSourceName, CoreSources } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { Clock, Log, UnitOfWork } from '../../platform/index.ts';
import { MoveCase } from '../../progress/index.ts';
import type { KeptOverview } from '../domain/overview-archive.ts';
import { OverviewArchive } from '../domain/overview-archive.ts';
import { within } from './within.ts';

export interface Whose {
  readonly personId: string;
  readonly customerNo: string;
}

/** The overview and what the shared sources said beside it, with how good they are; `askedAt` is before anything in it was read. */
export type OverviewReading =
  | { readonly state: 'fresh' | 'stale'; readonly asOf: string; readonly askedAt: Date; readonly overview: CoreOverview; readonly sources: CoreSources }
  | { readonly state: 'unknown' };

type Known = Extract<OverviewReading, { overview: CoreOverview }>;
type Told = Pick<Known, 'overview' | 'sources'>;

/** How long an answer of the core counts as the present: a page asks several times in a row. */
const PRESENT_MS = 2000;
/** How long an overview waits for the sources: what they do not say by then they do not say. */
const SOURCES_MS = 1000;
/** How long a screen waits for the core before it shows the last value. */
export const SCREEN_BUDGET_MS = 1500;

const SHARED_SOURCES: readonly CoreSourceName[] = [
  'public-security', 'civil-affairs', 'real-estate', 'social-insurance', 'employment', 'market-regulation', 'credit', 'invoice',
];

/** None of the sources answered, and so none of them disagrees. */
function silentSources(at: Date): CoreSources {
  return { checks: SHARED_SOURCES.map((source) => ({ source, at: at.toISOString(), result: 'unavailable' })) };
}

/**
 * One person's overview from the core, asked once however many ask at a time, with the last value behind it. Never waits longer than the
 * caller's budget; an answer that comes later still becomes the last value.
 */
@Injectable()
export class OverviewStore implements OnModuleInit {
  private readonly present = new Map<string, Known>();
  private readonly flights = new Map<string, Promise<Known | undefined>>();

  constructor(
    private readonly core: CoreFund,
    private readonly archive: OverviewArchive,
    private readonly identities: Identities,
    private readonly moves: MoveCase,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.moves.onMoved((personId) => this.makeOld(personId));
    this.identities.onUnbound(async (personId) => {
      this.makeOld(personId);
      await this.archive.forget(personId);
    });
  }

  async read(whose: Whose, budgetMs: number = SCREEN_BUDGET_MS): Promise<OverviewReading> {
    const present = this.present.get(whose.personId);
    if (present !== undefined && this.clock.now().getTime() - present.askedAt.getTime() < PRESENT_MS) return present;
    const fresh = await within(this.ask(whose), budgetMs);
    return fresh ?? this.lastValue(whose.personId);
  }

  /** What is remembered, or being asked for right now, no longer counts as the present. */
  makeOld(personId: string): void {
    this.present.delete(personId);
    this.flights.delete(personId);
  }

  private ask(whose: Whose): Promise<Known | undefined> {
    const running = this.flights.get(whose.personId);
    if (running !== undefined) return running;
    const flight = this.fetch(whose).catch((error: unknown) => {
      this.log.event('core.failed', { call: 'overview' }, error);
      return undefined;
    });
    this.flights.set(whose.personId, flight);
    void flight.then((known) => {
      if (this.flights.get(whose.personId) !== flight) return;
      this.flights.delete(whose.personId);
      if (known !== undefined) this.remember(whose.personId, known);
    });
    return flight;
  }

  private async fetch({ personId, customerNo }: Whose): Promise<Known | undefined> {
    const askedAt = this.clock.now();
    const consulted = this.consult(customerNo);
    const read = await this.core.overview(customerNo);
    if (read.kind === 'refused') this.log.event('case.disagrees', { call: 'overview', code: read.code });
    if (read.kind !== 'ok') return undefined;
    const left = askedAt.getTime() + SOURCES_MS - this.clock.now().getTime();
    const told: Told = { overview: read.value, sources: (await within(consulted, left)) ?? silentSources(askedAt) };
    await this.keep(personId, { overview: JSON.stringify(told), asOf: read.asOf, askedAt });
    return { state: 'fresh', asOf: read.asOf, askedAt, ...told };
  }

  /** In parallel with the overview; undefined when there is no answer. */
  private async consult(customerNo: string): Promise<CoreSources | undefined> {
    try {
      const read = await this.core.consult(customerNo);
      if (read.kind === 'refused') this.log.event('case.disagrees', { call: 'sources', code: read.code });
      return read.kind === 'ok' ? read.value : undefined;
    } catch (error) {
      this.log.event('core.failed', { call: 'sources' }, error);
      return undefined;
    }
  }

  /** A value that could not be kept is shown all the same. Of somebody who left while the core was thinking nothing is kept. */
  private async keep(personId: string, kept: KeptOverview): Promise<void> {
    try {
      await this.unitOfWork.run(async () => {
        if ((await this.identities.contactOf(personId)) !== undefined) await this.archive.keep(personId, kept);
      });
    } catch (error) {
      this.log.event('request.failed', { work: 'overview.keep' }, error);
    }
  }

  private async lastValue(personId: string): Promise<OverviewReading> {
    const kept = await this.archive.last(personId);
    if (kept === undefined) return { state: 'unknown' };
    return { state: 'stale', asOf: kept.asOf, askedAt: kept.askedAt, ...(JSON.parse(kept.overview) as Told) };
  }

  /** Remembers the present and drops what no longer is: nobody's papers stay in memory for long. */
  private remember(personId: string, known: Known): void {
    const now = this.clock.now().getTime();
    for (const [other, { askedAt }] of this.present) {
      if (now - askedAt.getTime() < PRESENT_MS) break;
      this.present.delete(other);
    }
    this.present.delete(personId);
    this.present.set(personId, known);
  }
}

/** A part of the overview with the overview's own state and time. */
export function datedFrom<T>(reading: OverviewReading, part: (overview: CoreOverview) => T): Dated<T> {
  if (reading.state === 'unknown') return { state: 'unknown', reason: 'core-down' };
  return { state: reading.state, asOf: reading.asOf, value: part(reading.overview) };
}
