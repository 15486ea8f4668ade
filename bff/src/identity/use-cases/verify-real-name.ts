import type { IdentityReply, RealNameBody } from '@anju/shared/contract';
import { CONSENT_VERSION } from '@anju/shared/identity';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import type { Caller } from '../../platform/index.ts';
import { AskedOnce, Clock, Log, Refusal, UnitOfWork } from '../../platform/index.ts';
import { Sessions } from '../../session/index.ts';
import type { Session } from '../../session/index.ts';
import { Attempts } from '../domain/attempts.ts';
import { secondsUntilTomorrow } from '../domain/china-day.ts';
import { People } from '../domain/people.ts';
import type { Person } from '../domain/person.ts';
import { identityReply } from './identity-reply.ts';
import { ProveIdentity } from './prove-identity.ts';
import type { ProvenIdentity } from './prove-identity.ts';
import { statedIdentity } from './real-name.wish.ts';
import type { StatedIdentity } from './real-name.wish.ts';
import { ShowIdentity } from './show-identity.ts';

/** Ties a session, and the WeChat account or mobile it came by, to the person whose papers are stated. */
@Injectable()
export class VerifyRealName {
  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly prove: ProveIdentity,
    private readonly identity: ShowIdentity,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly askedOnce: AskedOnce,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @throws Refusal with a code of the identity ladder; nothing is written then but the count of tries */
  async execute(caller: Caller, body: RealNameBody): Promise<IdentityReply> {
    const stated = statedIdentity(body);
    const session = await this.identity.sessionOf(caller);
    const personId = this.people.idOf(stated.idType, stated.idNumber);
    await this.assertFree(session, personId);
    const proven = await this.proven(stated, session);
    const reply = await this.unitOfWork.run(() => this.bind(stated, proven, session, personId));
    this.log.event('identity.bound', { sessionId: session.sessionId, personId, tasks: proven.tasks.length });
    return reply;
  }

  /** One person a WeChat account, one person a session. Whoever wants another must leave first. */
  private async assertFree(session: Session, personId: string): Promise<void> {
    const bound = session.openId === null ? undefined : await this.people.boundTo({ kind: 'open-id', value: session.openId });
    if (bound !== undefined && bound.personId !== personId) throw new Refusal('identity.bound-elsewhere');
    if (session.personId !== null && session.personId !== personId) throw new Refusal('identity.already-bound');
  }

  /** Asking costs money and tells whether papers are real: a day's tries are few. Only a no to the papers themselves counts. */
  private async proven(stated: StatedIdentity, session: Session): Promise<ProvenIdentity> {
    const now = this.clock.now().getTime();
    const subject = session.openId ?? session.mobile ?? session.sessionId;
    const attempt = await this.unitOfWork.run(() => this.attempts.take('real-name', subject, now));
    if (attempt === undefined) throw new Refusal('request.too-many', { retryAfter: secondsUntilTomorrow(now) });
    try {
      const proven = await this.prove.execute(stated, session.mobile);
      await this.unitOfWork.run(() => this.attempts.giveBack(attempt));
      return proven;
    } catch (error) {
      if (!countsAsTry(error)) await this.unitOfWork.run(() => this.attempts.giveBack(attempt));
      throw error;
    }
  }

  private async bind(stated: StatedIdentity, proven: ProvenIdentity, session: Session, personId: string): Promise<IdentityReply> {
    const now = this.clock.now().getTime();
    const person: Person = {
      personId,
      customerNo: proven.customerNo,
      name: stated.name,
      idType: stated.idType,
      idNumber: stated.idNumber,
      mobile: session.mobile,
      tasks: proven.tasks,
      consentVersion: CONSENT_VERSION,
      boundAt: now,
      lastChannel: session.channel,
    };
    await this.people.save(person);
    await this.tieHandles(session, proven, personId, now);
    await this.sessions.bind(session, personId);
    const reply = identityReply({ ...session, personId }, person, now);
    await this.askedOnce.complete(reply);
    await this.audit.record({ personId, action: 'identity.bound', subject: session.sessionId, outcome: 'done' });
    return reply;
  }

  private async tieHandles(session: Session, proven: ProvenIdentity, personId: string, now: number): Promise<void> {
    const tied = session.openId === null || (await this.people.tie({ kind: 'open-id', value: session.openId }, personId, now));
    if (!tied) throw new Refusal('identity.bound-elsewhere');
    // On h5 the number was proved to be in their hand; one chosen in WeChat may be anybody's unless a source says it is theirs.
    const mobileIsTheirs = proven.mobileProven || session.channel === 'h5';
    if (session.mobile !== null && mobileIsTheirs) await this.people.move({ kind: 'mobile', value: session.mobile }, personId, now);
  }
}

function countsAsTry(error: unknown): boolean {
  return error instanceof Refusal && ['identity.not-matched', 'identity.not-in-core', 'identity.counter-code-wrong'].includes(error.code);
}
