import type { CoreBooks } from './books.ts';
import type { Chance } from './chance.ts';

const BEFORE_APPROVAL: readonly string[] = ['SQ', 'SL', 'SH', 'MQ'];
const RUNNING: readonly string[] = [...BEFORE_APPROVAL, 'SP', 'DY'];

/** The clerks of the centre: each moves a case on, or refuses it. */
export class Clerks {
  readonly #core: CoreBooks;
  readonly #chance: Chance;

  constructor(core: CoreBooks, chance: Chance) {
    this.#core = core;
    this.#chance = chance;
  }

  /** Works on as many running cases as said. @returns how many there were */
  async work(atMost = Number.POSITIVE_INFINITY): Promise<number> {
    const running = (await this.#core.applications()).filter(({ state }) => RUNNING.includes(state));
    for (const { ywlsh, state } of this.#chance.some(running, Math.min(atMost, running.length))) {
      const refuse = BEFORE_APPROVAL.includes(state) && this.#chance.happens(0.2);
      // A person may have taken the case back in between: then there is nothing to do.
      await this.#core.ask('POST', `/cases/${ywlsh}/${refuse ? 'refuse' : 'advance'}`, {}).catch(() => undefined);
    }
    return running.length;
  }
}
