import type { FaceBody, FaceStart } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { IdentityCheck } from '../../identity-check/index.ts';
import { AskedOnce, Clock, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { SessionSettings } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { Wechat } from '../../wechat/index.ts';
import { secondsUntilTomorrow } from '../domain/china-day.ts';
import { FACE_CHECK_KEPT_MS, FACE_CHECK_MS, FACE_TRIES_A_DAY, FaceChecks } from '../domain/face-check.ts';
import { People } from '../domain/people.ts';
import type { Person } from '../domain/person.ts';
import { stepUpOf } from '../domain/person.ts';

interface Begun {
  readonly providerRef: string;
  readonly expiresInSeconds: number;
  /** weapp: for wx.requestFacialVerify; h5: the page to go to. */
  readonly forPhone: { readonly verifyId: string } | { readonly url: string };
}

/** Begins a face check with the provider of the channel: WeChat's own in the mini-program, a page of FaceID in a browser. */
@Injectable()
export class StartFace {
  constructor(
    private readonly people: People,
    private readonly faceChecks: FaceChecks,
    private readonly wechat: Wechat,
    private readonly identityCheck: IdentityCheck,
    private readonly settings: SessionSettings,
    private readonly unitOfWork: UnitOfWork,
    private readonly askedOnce: AskedOnce,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `identity.face-not-possible` (other documents), `identity.face-tries-used-up`, `identity.provider-down` */
  async execute(caller: PersonCaller, purpose: FaceBody['purpose']): Promise<FaceStart> {
    const person = await this.people.byId(caller.personId);
    if (person === undefined) throw new Refusal('identity.not-verified');
    if (stepUpOf(person.idType) !== 'face') throw new Refusal('identity.face-not-possible');
    const now = this.clock.now().getTime();
    const used = await this.faceChecks.notRecognisedOn(person.personId, now);
    if (used >= FACE_TRIES_A_DAY) throw new Refusal('identity.face-tries-used-up', { retryAfter: secondsUntilTomorrow(now) });
    const verificationId = randomId().replaceAll('-', '');
    const begun = await this.begin(caller, person, verificationId);
    const expiresAt = now + Math.min(begun.expiresInSeconds * 1000, FACE_CHECK_MS);
    const reply: FaceStart = { verificationId, ...begun.forPhone, expiresAt: new Date(expiresAt).toISOString() };
    await this.unitOfWork.run(async () => {
      const { personId, sessionId, channel } = caller;
      await this.faceChecks.sweep(now - FACE_CHECK_KEPT_MS);
      await this.faceChecks.add({ verificationId, personId, sessionId, channel, purpose, providerRef: begun.providerRef, startedAt: now, expiresAt, outcome: null });
      await this.askedOnce.complete(reply);
    });
    return reply;
  }

  private async begin(caller: PersonCaller, person: Person, verificationId: string): Promise<Begun> {
    const who = { name: person.name, idNumber: person.idNumber };
    if (caller.openId !== undefined) {
      const outcome = await this.wechat.startFace({ ...who, openId: caller.openId, sequenceNo: verificationId });
      if (outcome.kind !== 'ok') throw refusalOf(outcome);
      const { verifyId, expiresInSeconds } = outcome.value;
      return { providerRef: verifyId, expiresInSeconds, forPhone: { verifyId } };
    }
    const outcome = await this.identityCheck.startFace(who, `${this.settings.publicUrl}/#/features/identity/pages/face/index?verificationId=${verificationId}`);
    if (outcome.kind !== 'ok') throw refusalOf(outcome);
    const { bizToken, expiresInSeconds, url } = outcome.value;
    return { providerRef: bizToken, expiresInSeconds, forPhone: { url } };
  }
}

function refusalOf(outcome: { readonly kind: 'refused'; readonly reason: string } | { readonly kind: 'unreachable' }): Refusal {
  const document = outcome.kind === 'refused' && outcome.reason === 'document';
  return new Refusal(document ? 'identity.face-not-possible' : 'identity.provider-down');
}
