import { timingSafeEqual } from 'node:crypto';
import type { SessionReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { BlindIndex, Clock, Refusal, UnitOfWork } from '../../platform/index.ts';
import { CODE_TRIES, RESEND_SECONDS } from '../domain/sms-code.rules.ts';
import { SmsCodes } from '../domain/sms-codes.ts';
import type { SmsTry } from '../domain/sms-codes.ts';
import { smsCodeHash } from './sms-code-hash.ts';
import { StartSession } from './start-session.ts';

/** Signs in with a code from a text message. */
@Injectable()
export class SignInWithSms {
  constructor(
    private readonly codes: SmsCodes,
    private readonly startSession: StartSession,
    private readonly blindIndex: BlindIndex,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Five wrong tries end a code. The try is counted and committed before the comparison: a refusal must not roll it back.
   * @throws Refusal `session.sms-code-wrong`, `session.sms-code-expired`, `session.sms-too-many`
   */
  async execute(mobile: string, code: string): Promise<SessionReply> {
    const now = this.clock.now().getTime();
    const attempt = await this.unitOfWork.run(() => this.codes.takeTry(mobile));
    if (attempt === undefined) throw new Refusal('session.sms-code-wrong');
    if (attempt.tries >= CODE_TRIES) throw new Refusal('session.sms-too-many', { retryAfter: secondsUntilResend(attempt, now) });
    if (attempt.expiresAt <= now) throw new Refusal('session.sms-code-expired');
    if (!this.agrees(attempt, code)) throw new Refusal('session.sms-code-wrong');
    return this.unitOfWork.run(async () => {
      if (!(await this.codes.use(attempt.codeId, now))) throw new Refusal('session.sms-code-wrong');
      return this.startSession.execute({ kind: 'mobile', value: mobile });
    });
  }

  private agrees(attempt: SmsTry, code: string): boolean {
    const given = Buffer.from(smsCodeHash(this.blindIndex, attempt.codeId, code));
    const kept = Buffer.from(attempt.codeHash);
    return given.length === kept.length && timingSafeEqual(given, kept);
  }
}

function secondsUntilResend(attempt: SmsTry, now: number): number {
  return Math.max(1, Math.ceil((attempt.askedAt + RESEND_SECONDS * 1000 - now) / 1000));
}
