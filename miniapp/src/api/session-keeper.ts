import type { MaskedPerson, SessionLevel, SessionReply } from '@anju/shared/contract';
import type { DeviceStore } from '../platform/ports.ts';

export interface Session {
  readonly token: string;
  readonly expiresAt: string;
  readonly level: SessionLevel;
  readonly person: MaskedPerson | null;
}
/** What the app knows of its session. `ended` is a session that ran out: the person is told so and asked to sign in again. */
export interface SessionView {
  readonly session: Session | null;
  readonly ended: boolean;
}

const KEY = 'session';
/** Whose last values and drafts lie on this device, by the short name below. */
const OWNER = 'owner';
const GUEST = 'guest';

function read(store: DeviceStore): Session | null {
  const text = store.get(KEY);
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Partial<Session>;
    if (typeof kept.token !== 'string' || typeof kept.expiresAt !== 'string' || kept.level === undefined) return null;
    return { token: kept.token, expiresAt: kept.expiresAt, level: kept.level, person: kept.person ?? null };
  } catch {
    return null;
  }
}

/** A short name for a person on this device that says nothing about them. */
export function personKeyOf(session: Session | null): string {
  const person = session?.person;
  if (person === null || person === undefined) return GUEST;
  let hash = 0x811c9dc5;
  for (const sign of `${person.idNumber}|${person.name}`) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Keeps the session on the device and tells who listens. */
export class SessionKeeper {
  private view: SessionView;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly store: DeviceStore) {
    const session = read(store);
    this.view = { session, ended: false };
    if (session !== null) this.own(personKeyOf(session));
  }
  get current(): SessionView {
    return this.view;
  }
  get personKey(): string {
    return personKeyOf(this.view.session);
  }
  /** Takes a new session in. */
  begin(reply: SessionReply): void {
    this.put({ token: reply.token, expiresAt: reply.expiresAt, level: reply.level, person: reply.person ?? null });
  }
  /** The level or the person changed: real name, face, unbinding. */
  raise(level: SessionLevel, person: MaskedPerson | null): void {
    const session = this.view.session;
    if (session !== null) this.put({ ...session, level, person });
  }
  /** The session ran out. Last values stay on the device; the person is told. */
  expire(): void {
    if (this.view.session === null && this.view.ended) return;
    this.store.remove(KEY);
    this.show({ session: null, ended: true });
  }
  /** The person signed out: nothing of theirs stays on the device. */
  forget(): void {
    this.store.remove(KEY);
    this.wipe();
    this.show({ session: null, ended: false });
  }
  /** Another tab changed it. That it took the same ended session away is no news to who was told so here. */
  refresh(): void {
    const session = read(this.store);
    this.show({ session, ended: session === null && this.view.ended });
  }
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };
  private put(session: Session): void {
    this.own(personKeyOf(session));
    this.store.set(KEY, JSON.stringify(session));
    this.show({ session, ended: false });
  }
  /** What a person left here when their session ran out is theirs when they come back, and gone when another comes. */
  private own(next: string): void {
    const before = this.store.get(OWNER);
    if (before !== null && before !== next) this.wipe();
    if (next !== GUEST) this.store.set(OWNER, next);
  }
  private wipe(): void {
    for (const key of this.store.keys()) {
      if (key === OWNER || key.startsWith('last:') || key.startsWith('wish:')) this.store.remove(key);
    }
  }
  private show(view: SessionView): void {
    this.view = view;
    this.listeners.forEach((listener) => listener());
  }
}
