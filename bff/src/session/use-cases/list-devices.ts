import type { DevicesReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/index.ts';
import type { Caller } from '../../platform/index.ts';
import type { Session } from '../domain/session.ts';
import { Sessions } from '../domain/sessions.ts';

/** Where this person is signed in; a guest sees the one device they hold. */
@Injectable()
export class ListDevices {
  constructor(
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller): Promise<DevicesReply> {
    const items = await this.sessionsOf(caller);
    return {
      items: items.map((session) => ({
        sessionId: session.sessionId,
        channel: session.channel,
        startedAt: new Date(session.startedAt).toISOString(),
        lastSeenAt: new Date(session.lastSeenAt).toISOString(),
        current: session.sessionId === caller.sessionId,
      })),
    };
  }

  private async sessionsOf(caller: Caller): Promise<readonly Session[]> {
    const now = this.clock.now().getTime();
    if (caller.personId !== undefined) return this.sessions.ofPerson(caller.personId, now);
    const own = await this.sessions.byId(caller.sessionId, now);
    return own === undefined ? [] : [own];
  }
}
