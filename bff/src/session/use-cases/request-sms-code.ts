import type { SmsCodeReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { BlindIndex, Clock, randomDigits, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { SmsGateway } from '../../sms/index.ts';
import { CODE_SECONDS, RESEND_SECONDS, waitForCode } from '../domain/sms-code.rules.ts';
import { SmsCodes } from '../domain/sms-codes.ts';
import { smsCodeHash } from './sms-code-hash.ts';

const DAY_MS = 86_400_000;

/** Sends a sign-in code. The answer is the same whether or not Anju knows the mobile: it is not asked. */
@Injectable()
export class RequestSmsCode {
  constructor(
    private readonly codes: SmsCodes,
    private readonly sms: SmsGateway,
    private readonly blindIndex: BlindIndex,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `session.sms-too-many` with the seconds to wait, `session.provider-down` */
  async execute(mobile: string, ip: string): Promise<SmsCodeReply> {
    const now = this.clock.now().getTime();
    const code = randomDigits(6);
    const codeId = randomId();
    await this.unitOfWork.run(async () => {
      await this.codes.sweep(now - DAY_MS);
      const wait = waitForCode(await this.codes.history(mobile, ip, now), now);
      if (wait > 0) throw tooMany(wait);
      const codeHash = smsCodeHash(this.blindIndex, codeId, code);
      const first = await this.codes.add({ codeId, mobile, ip, codeHash, askedAt: now, expiresAt: now + CODE_SECONDS * 1000 });
      if (!first) throw tooMany(RESEND_SECONDS * 1000);
    });
    await this.send(codeId, mobile, code);
    return { resendAfter: RESEND_SECONDS, expiresIn: CODE_SECONDS };
  }

  private async send(codeId: string, mobile: string, code: string): Promise<void> {
    const outcome = await this.sms.send({ mobile, template: 'code', params: [code, String(CODE_SECONDS / 60)] });
    if (outcome.kind === 'sent') return;
    // Unanswered, it may have arrived: the code stays good, and so does the wait for the next one.
    if (outcome.kind === 'refused') await this.unitOfWork.run(() => this.codes.remove(codeId));
    if (outcome.kind === 'refused' && outcome.reason === 'too-often') throw tooMany(RESEND_SECONDS * 1000);
    throw new Refusal('session.provider-down');
  }
}

function tooMany(waitMs: number): Refusal {
  return new Refusal('session.sms-too-many', { retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) });
}
