import { Injectable } from '@nestjs/common';
import { Clock, tokenHash, UnitOfWork } from '../../platform/index.ts';
import type { Caller } from '../../platform/index.ts';
import { levelOf } from '../domain/session.ts';
import { Sessions } from '../domain/sessions.ts';

/** "Last seen" is written no more often than this; it is shown to the minute at best. */
const SEEN_EVERY_MS = 5 * 60_000;

/** Who holds this token. */
@Injectable()
export class IdentifyCaller {
  constructor(
    private readonly sessions: Sessions,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** undefined for a token that never was, was ended or has run out. */
  async execute(token: string): Promise<Caller | undefined> {
    const now = this.clock.now().getTime();
    const session = await this.sessions.byTokenHash(tokenHash(token), now);
    if (session === undefined) return undefined;
    if (now - session.lastSeenAt >= SEEN_EVERY_MS) await this.unitOfWork.run(() => this.sessions.seen(session.sessionId, now));
    return {
      sessionId: session.sessionId,
      channel: session.channel,
      level: levelOf(session, now),
      ...(session.personId === null ? {} : { personId: session.personId }),
      ...(session.openId === null ? {} : { openId: session.openId }),
    };
  }
}
