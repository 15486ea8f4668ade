import type { Session } from './session.ts';

/** The sessions that live. A token is known by its SHA-256 only. */
export abstract class Sessions {
  abstract add(session: Session, tokenHash: string): Promise<void>;
  /** Live at `now` or absent. */
  abstract byTokenHash(tokenHash: string, now: number): Promise<Session | undefined>;
  abstract byId(sessionId: string, now: number): Promise<Session | undefined>;
  /** Newest first. */
  abstract ofPerson(personId: string, now: number): Promise<readonly Session[]>;
  abstract seen(sessionId: string, at: number): Promise<void>;
  abstract setMobile(sessionId: string, mobile: string): Promise<void>;
  /** Ties the session to the person; on weapp also the guest sessions of the same WeChat account. */
  abstract bind(session: Session, personId: string): Promise<void>;
  abstract setFaceUntil(sessionId: string, until: number): Promise<void>;
  abstract end(sessionId: string): Promise<void>;
  abstract endAllOf(personId: string): Promise<void>;
  /** Forgets what expired before `now`. */
  abstract sweep(now: number): Promise<void>;
}
