import type { SessionReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { Clock, Log, randomId, randomToken, tokenHash, UnitOfWork } from '../../platform/index.ts';
import { KnownPeople } from '../domain/known-people.ts';
import type { Handle } from '../domain/known-people.ts';
import { Sessions } from '../domain/sessions.ts';
import { SessionSettings } from '../session.settings.ts';

const DAY_MS = 86_400_000;

/** Opens a session for whoever proved to hold a WeChat account or a mobile. */
@Injectable()
export class StartSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly knownPeople: KnownPeople,
    private readonly settings: SessionSettings,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The reply holds the only copy of the token there is. */
  async execute(handle: Handle): Promise<SessionReply> {
    const now = this.clock.now().getTime();
    const token = randomToken();
    const expiresAt = now + this.settings.sessionDays * DAY_MS;
    const sessionId = randomId();
    const channel = handle.kind === 'open-id' ? 'weapp' : 'h5';
    const person = await this.unitOfWork.run(async () => {
      const known = await this.knownPeople.signingIn(handle, now);
      const session = {
        sessionId,
        channel,
        openId: handle.kind === 'open-id' ? handle.value : null,
        mobile: handle.kind === 'mobile' ? handle.value : null,
        personId: known?.personId ?? null,
        faceUntil: null,
        startedAt: now,
        lastSeenAt: now,
        expiresAt,
      } as const;
      await this.sessions.sweep(now);
      await this.sessions.add(session, tokenHash(token));
      if (known !== undefined) await this.audit.record({ personId: known.personId, action: 'session.started', subject: sessionId, outcome: 'done' });
      return known;
    });
    this.log.event('session.started', { sessionId, channel, bound: person !== undefined });
    return {
      token,
      expiresAt: new Date(expiresAt).toISOString(),
      level: person === undefined ? 'guest' : 'verified',
      ...(person === undefined ? {} : { person: person.masked }),
    };
  }
}
