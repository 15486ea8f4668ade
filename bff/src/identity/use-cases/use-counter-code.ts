import type { IdentityReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { Caller } from '../../platform/index.ts';
import { AskedOnce, Clock, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { Sessions, SessionSettings } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { Attempts } from '../domain/attempts.ts';
import { secondsUntilTomorrow } from '../domain/china-day.ts';
import { People } from '../domain/people.ts';
import { ShowIdentity } from './show-identity.ts';

/** A code handed out at the counter, where somebody saw the person, counts as a face check does. */
@Injectable()
export class UseCounterCode {
  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly core: CoreFund,
    private readonly identity: ShowIdentity,
    private readonly settings: SessionSettings,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly askedOnce: AskedOnce,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `identity.counter-code-wrong`, `request.too-many`, `core.unreachable` (the same key may try again: the core knows the request) */
  async execute(caller: PersonCaller, code: string): Promise<IdentityReply> {
    const person = await this.people.byId(caller.personId);
    if (person === undefined) throw new Refusal('identity.not-verified');
    const now = this.clock.now().getTime();
    const attempt = await this.unitOfWork.run(() => this.attempts.take('counter-code', person.personId, now));
    if (attempt === undefined) throw new Refusal('request.too-many', { retryAfter: secondsUntilTomorrow(now) });
    const outcome = await this.core.useCounterCode(this.askedOnce.askingId() ?? randomId(), person.customerNo, code);
    if (outcome.kind === 'refused' && outcome.code === 'counter-code-wrong') throw new Refusal('identity.counter-code-wrong');
    await this.unitOfWork.run(() => this.attempts.giveBack(attempt));
    if (outcome.kind !== 'accepted') throw new Refusal('core.unreachable');
    return this.unitOfWork.run(() => this.seen(caller, Date.parse(outcome.value.validUntil)));
  }

  private async seen(caller: Caller & PersonCaller, validUntil: number): Promise<IdentityReply> {
    const until = Math.min(this.clock.now().getTime() + this.settings.faceFreshMinutes * 60_000, validUntil);
    await this.sessions.setFaceUntil(caller.sessionId, until);
    const reply = await this.identity.of(await this.identity.sessionOf(caller));
    await this.askedOnce.complete(reply);
    await this.audit.record({ personId: caller.personId, action: 'identity.counter-code', subject: caller.sessionId, outcome: 'done' });
    return reply;
  }
}
