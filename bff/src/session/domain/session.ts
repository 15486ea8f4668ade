/** One signed-in device. Instants are milliseconds since 1970. */
export interface Session {
  readonly sessionId: string;
  readonly channel: 'weapp' | 'h5';
  /** weapp only. */
  readonly openId: string | null;
  /** A number this session proved it holds: by a code on h5, by WeChat on weapp. */
  readonly mobile: string | null;
  /** The person whose papers were checked, once they were. */
  readonly personId: string | null;
  /** Until when the person counts as seen. */
  readonly faceUntil: number | null;
  readonly startedAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
}

export type Level = 'guest' | 'verified' | 'face';

/** How far this session has come; a face check counts while it is fresh. */
export function levelOf(session: Pick<Session, 'personId' | 'faceUntil'>, now: number): Level {
  if (session.personId === null) return 'guest';
  return session.faceUntil !== null && session.faceUntil > now ? 'face' : 'verified';
}
