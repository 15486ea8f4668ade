import type { FaceResult } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { IdentityCheck } from '../../identity-check/index.ts';
import { AskedOnce, Clock, Log, Refusal, UnitOfWork } from '../../platform/index.ts';
import { levelOf, Sessions, SessionSettings } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { Wechat } from '../../wechat/index.ts';
import { FACE_TRIES_A_DAY, FaceChecks, isFinal } from '../domain/face-check.ts';
import type { FaceCheck, FaceOutcome } from '../domain/face-check.ts';
import { People } from '../domain/people.ts';
import type { Person } from '../domain/person.ts';
import { ShowIdentity } from './show-identity.ts';

/** Reads from the provider what became of a face check. The phone's own word for it is not asked. */
@Injectable()
export class ReadFaceResult {
  constructor(
    private readonly people: People,
    private readonly faceChecks: FaceChecks,
    private readonly sessions: Sessions,
    private readonly identity: ShowIdentity,
    private readonly wechat: Wechat,
    private readonly identityCheck: IdentityCheck,
    private readonly settings: SessionSettings,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly askedOnce: AskedOnce,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @throws Refusal `request.not-found` for a check that another person or another session began */
  async execute(caller: PersonCaller, verificationId: string): Promise<FaceResult> {
    const check = await this.faceChecks.byId(verificationId);
    const person = await this.people.byId(caller.personId);
    if (check === undefined || person === undefined || check.personId !== caller.personId || check.sessionId !== caller.sessionId) throw new Refusal('request.not-found');
    if (check.outcome !== null) return this.resultOf(caller, check.outcome);
    const outcome = await this.ask(check, person, caller);
    this.log.event('identity.face', { verificationId, outcome });
    return isFinal(outcome) ? this.settle(caller, check, outcome) : this.resultOf(caller, outcome);
  }

  private async ask(check: FaceCheck, person: Person, caller: PersonCaller): Promise<FaceOutcome> {
    if (check.expiresAt <= this.clock.now().getTime()) return 'cancelled';
    const who = { name: person.name, idNumber: person.idNumber };
    const answer =
      check.channel === 'weapp' && caller.openId !== undefined
        ? await this.wechat.faceResult(check.providerRef, { ...who, openId: caller.openId, sequenceNo: check.verificationId })
        : await this.identityCheck.faceResult(check.providerRef, who);
    if (answer.kind === 'ok') return answer.verdict;
    return answer.kind === 'refused' && answer.reason === 'expired' ? 'cancelled' : 'service-down';
  }

  private settle(caller: PersonCaller, check: FaceCheck, outcome: FaceOutcome): Promise<FaceResult> {
    return this.unitOfWork.run(async () => {
      const now = this.clock.now().getTime();
      const first = await this.faceChecks.settle(check.verificationId, outcome, now);
      if (first && outcome === 'passed') await this.sessions.setFaceUntil(caller.sessionId, now + this.settings.faceFreshMinutes * 60_000);
      const result = await this.resultOf(caller, outcome);
      await this.askedOnce.complete(result);
      if (first) await this.audit.record({ personId: caller.personId, action: 'identity.face', subject: check.verificationId, outcome: outcome === 'passed' ? 'done' : outcome });
      return result;
    });
  }

  private async resultOf(caller: PersonCaller, outcome: FaceOutcome): Promise<FaceResult> {
    const now = this.clock.now().getTime();
    const session = await this.identity.sessionOf(caller);
    const level = levelOf(session, now);
    const used = await this.faceChecks.notRecognisedOn(caller.personId, now);
    return {
      outcome,
      triesLeft: Math.max(0, FACE_TRIES_A_DAY - used),
      level,
      ...(level === 'face' && session.faceUntil !== null ? { faceUntil: new Date(session.faceUntil).toISOString() } : {}),
    };
  }
}
