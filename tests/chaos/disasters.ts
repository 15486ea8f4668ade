import type { CoreBooks } from './books.ts';
import type { Chance } from './chance.ts';
import type { Fleet } from './fleet.ts';
import type { Member } from './member.ts';

/** What goes wrong in a round, and how long after its first tap. */
export interface Disaster {
  readonly words: string;
  readonly afterMs: number;
  strike(): Promise<unknown> | void;
}

/** Most strike while the first taps are being worked on. */
const SOON_MS = 300;
const LATEST_MS = 900;
/** Transactions of the core that a case meets on its way. */
const CALLS = ['TQ1002', 'TQ1002', 'DK1002', 'DK1003', 'DK1003', 'TQ1003', 'TQ1004', 'TQ1005', 'CL1001', 'GR1002', 'SJ1001', '*'] as const;
const FAULTS = ['drop-before', 'drop-before', 'drop-after', 'drop-after', 'malformed', 'bad-sign', 'delay', 'internal', 'closing', 'down', 'status'] as const;
const EVENT_FAULTS = ['duplicate', 'reorder', 'withhold', 'release'] as const;
const HOUR_MS = 3_600_000;
const CHINA_MS = 8 * HOUR_MS;
/** After these, whoever has had their withdrawal may have another. */
const LEAPS_DAYS = [31, 366] as const;
const monthOf = (moment: number): string => new Date(moment + CHINA_MS).toISOString().slice(0, 7);

const WEIGHTS = { 'kill bff': 5, 'kill both bffs': 1, 'kill core': 3, 'kill database': 2, 'core fault': 7, 'event fault': 4, clock: 2 } as const;
type Kind = keyof typeof WEIGHTS;
const BAG: readonly Kind[] = (Object.keys(WEIGHTS) as Kind[]).flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind));

/** Draws what goes wrong. A month ends only while nobody waits for an answer: after it the same wish may rightly be another one. */
export class Disasters {
  /** Faults planned and clock jumps made, for the figures. */
  faults = 0;
  jumps = 0;
  readonly #fleet: Fleet;
  readonly #core: CoreBooks;
  readonly #chance: Chance;

  constructor(fleet: Fleet, core: CoreBooks, chance: Chance) {
    this.#fleet = fleet;
    this.#core = core;
    this.#chance = chance;
  }

  draw(): readonly Disaster[] {
    return Array.from({ length: this.#chance.between(1, 3) }, () => this.#one(this.#chance.pick(BAG)));
  }

  #one(kind: Kind): Disaster {
    const afterMs = this.#chance.between(0, this.#chance.happens(0.7) ? SOON_MS : LATEST_MS);
    switch (kind) {
      case 'kill bff':
        return this.#kill([this.#chance.pick(this.#fleet.bffs)], afterMs);
      case 'kill both bffs':
        return this.#kill(this.#fleet.bffs, afterMs);
      case 'kill core':
        return this.#kill([this.#fleet.core], afterMs);
      case 'kill database':
        return this.#kill([this.#fleet.database], afterMs);
      case 'core fault':
        return this.#coreFault(Math.floor(afterMs / 4));
      case 'event fault':
        return this.#eventFault(Math.floor(afterMs / 4));
      case 'clock':
        return { words: 'clock', afterMs, strike: () => this.#withinTheMonth(this.#chance.between(1, 48) * HOUR_MS) };
    }
  }

  /** Back at once, or after a while. */
  #kill(members: readonly Member[], afterMs: number): Disaster {
    const downMs = this.#chance.happens(0.5) ? 0 : this.#chance.between(200, 2500);
    return { words: `kill ${members.map(({ name }) => name).join(' and ')}`, afterMs, strike: () => members.forEach((member) => void member.kill(downMs)) };
  }

  #coreFault(afterMs: number): Disaster {
    const fault = { on: this.#chance.pick(CALLS), kind: this.#chance.pick(FAULTS), ms: this.#chance.between(300, 4000), status: 502, times: this.#chance.between(1, 3) };
    return { words: `${fault.kind} ${fault.on}`, afterMs, strike: () => this.#planned('/faults', fault) };
  }

  #eventFault(afterMs: number): Disaster {
    const kind = this.#chance.pick(EVENT_FAULTS);
    if (kind === 'release') return { words: 'events released', afterMs, strike: () => this.#core.ask('POST', '/events/release', {}) };
    const fault = { kind, times: this.#chance.between(1, 6) };
    return { words: `events ${kind}`, afterMs, strike: () => this.#planned('/events-fault', fault) };
  }

  async #planned(path: string, fault: unknown): Promise<void> {
    await this.#core.ask('POST', path, fault);
    this.faults += 1;
  }

  async #jump(distance: { readonly advanceMs: number } | { readonly advanceDays: number }): Promise<void> {
    await this.#core.ask('POST', '/clock', distance);
    this.jumps += 1;
  }

  async #withinTheMonth(advanceMs: number): Promise<void> {
    const { now } = await this.#core.ask<{ now: number }>('GET', '/clock');
    if (monthOf(now) === monthOf(now + advanceMs)) await this.#jump({ advanceMs });
  }

  /** A month or a year at the core; only while nobody waits for an answer. */
  leap(): Promise<void> {
    return this.#jump({ advanceDays: this.#chance.pick(LEAPS_DAYS) });
  }
}
