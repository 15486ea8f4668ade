import type { IdentityReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/index.ts';
import { Clock, Refusal } from '../../platform/index.ts';
import { Sessions } from '../../session/index.ts';
import type { Session } from '../../session/index.ts';
import { People } from '../domain/people.ts';
import { identityReply } from './identity-reply.ts';

/** How far this session has come, and whose it is. */
@Injectable()
export class ShowIdentity {
  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  async execute(caller: Caller): Promise<IdentityReply> {
    return this.of(await this.sessionOf(caller));
  }

  /** @throws Refusal `session.expired` when it ended since the guard looked */
  async sessionOf(caller: Caller): Promise<Session> {
    const session = await this.sessions.byId(caller.sessionId, this.clock.now().getTime());
    if (session === undefined) throw new Refusal('session.expired');
    return session;
  }

  async of(session: Session): Promise<IdentityReply> {
    const person = session.personId === null ? undefined : await this.people.byId(session.personId);
    return identityReply(session, person, this.clock.now().getTime());
  }
}
