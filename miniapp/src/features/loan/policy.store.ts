import type { CentrePack } from '@anju/shared/policy';
import type { DeviceStore } from '../../platform/ports.ts';

/** Public rules, not a person's: they stay on the device when somebody signs out. */
const PREFIX = 'policy:';

export interface PolicyStoreParts {
  readonly store: DeviceStore;
  /** The pack that came with the app. */
  readonly own: CentrePack;
  /** `GET /policies/{centre}`: the pack as data. @throws whatever `call` throws */
  readonly fetch: (centre: string) => Promise<unknown>;
  /** Holds data against the rules of packs. @throws when it is no pack */
  readonly check: (data: unknown) => CentrePack;
}

/** The centres' rule packs on this phone: one bundled, the others fetched once, checked and kept. */
export class PolicyStore {
  private readonly held = new Map<string, CentrePack>();
  private readonly fetching = new Map<string, Promise<CentrePack>>();

  constructor(private readonly parts: PolicyStoreParts) {
    this.held.set(parts.own.centre, parts.own);
  }

  /** The pack of a centre if it is on the phone, or null. */
  packOf(centre: string): CentrePack | null {
    const held = this.held.get(centre);
    if (held !== undefined) return held;
    const text = this.parts.store.get(PREFIX + centre);
    if (text === null) return null;
    try {
      return this.take(centre, JSON.parse(text) as unknown);
    } catch {
      // Written by an earlier version, or spoilt: it is fetched anew.
      this.parts.store.remove(PREFIX + centre);
      return null;
    }
  }

  /** Every centre whose pack is on the phone, the own one first. */
  here(): readonly CentrePack[] {
    const kept = this.parts.store.keys().filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    const centres = [...new Set([this.parts.own.centre, ...kept])];
    return centres.map((centre) => this.packOf(centre)).filter((pack) => pack !== null);
  }

  /** Fetches, checks and keeps a pack; asked twice at once it is fetched once. @throws what `fetch` or `check` throws */
  fetch(centre: string): Promise<CentrePack> {
    const running = this.fetching.get(centre);
    if (running !== undefined) return running;
    const started = this.parts
      .fetch(centre)
      .then((data) => {
        const pack = this.take(centre, data);
        this.parts.store.set(PREFIX + centre, JSON.stringify(data));
        return pack;
      })
      .finally(() => this.fetching.delete(centre));
    this.fetching.set(centre, started);
    return started;
  }

  private take(centre: string, data: unknown): CentrePack {
    const pack = this.parts.check(data);
    if (pack.centre !== centre) throw new Error('the pack is another centre’s');
    this.held.set(centre, pack);
    return pack;
  }
}
