import type { DeviceStore } from '../platform/ports.ts';

/** A key of a wish that was settled is kept this long, so that a second tap or the back button gives the same case. */
export const SETTLED_KEPT_MS = 10 * 60_000;
/** A wish nobody settled is forgotten after a day; the BFF keeps keys at least as long. */
export const OPEN_KEPT_MS = 24 * 3_600_000;

interface KeptWish {
  readonly key: string;
  readonly print: string;
  readonly at: number;
  readonly settledAt: number | null;
  /** What became of it: the case. */
  readonly outcome: string | null;
}
export interface WishParts {
  readonly store: DeviceStore;
  readonly now: () => number;
  readonly newKey: () => string;
}

/** A short fingerprint of what is wished, so that nothing of it is kept on the device. */
export function fingerprint(body: unknown): string {
  const text = JSON.stringify(body) ?? '';
  let a = 0x811c9dc5;
  let b = 0x1505;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charCodeAt(index);
    a = Math.imul(a ^ sign, 0x01000193);
    b = (Math.imul(b, 33) + sign) | 0;
  }
  return `${(a >>> 0).toString(36)}.${(b >>> 0).toString(36)}.${text.length}`;
}

function read(store: DeviceStore, at: string): KeptWish | null {
  const text = store.get(at);
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<KeptWish>;
    if (typeof kept.key !== 'string' || typeof kept.print !== 'string' || typeof kept.at !== 'number') return null;
    return { key: kept.key, print: kept.print, at: kept.at, settledAt: kept.settledAt ?? null, outcome: kept.outcome ?? null };
  } catch {
    return null;
  }
}

/**
 * One key a wish. The same wish asked again — a retry, a double tap, a second tab, the back button — gets the same key,
 * and so the same case; a wish with other figures gets another.
 */
export class Wish {
  constructor(
    private readonly parts: WishParts,
    private readonly name: string,
  ) {}

  /** The key for this body. */
  keyFor(body: unknown): string {
    const kept = read(this.parts.store, this.name);
    const print = fingerprint(body);
    if (kept !== null && kept.print === print && !this.old(kept)) return kept.key;
    const fresh: KeptWish = { key: this.parts.newKey(), print, at: this.parts.now(), settledAt: null, outcome: null };
    this.parts.store.set(this.name, JSON.stringify(fresh));
    return fresh.key;
  }
  /** The wish was answered for good: it is kept a while longer, then forgotten. @param outcome the case it became */
  settle(outcome: string | null = null): void {
    const kept = read(this.parts.store, this.name);
    if (kept !== null) this.parts.store.set(this.name, JSON.stringify({ ...kept, settledAt: this.parts.now(), outcome }));
  }
  /** The case it became has come to nothing (taken back, refused, sent back by the bank): the same figures are a new wish now. */
  release(outcome: string): void {
    if (read(this.parts.store, this.name)?.outcome === outcome) this.drop();
  }
  /** The person wants something new. */
  drop(): void {
    this.parts.store.remove(this.name);
  }
  private old(kept: KeptWish): boolean {
    const now = this.parts.now();
    return kept.settledAt === null ? now - kept.at > OPEN_KEPT_MS : now - kept.settledAt > SETTLED_KEPT_MS;
  }
}
