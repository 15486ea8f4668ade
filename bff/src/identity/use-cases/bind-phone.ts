import type { IdentityReply } from '@anju/shared/contract';
import { isMobile } from '@anju/shared/identity';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/index.ts';
import { AskedOnce, Refusal, UnitOfWork } from '../../platform/index.ts';
import { Sessions } from '../../session/index.ts';
import { Wechat } from '../../wechat/index.ts';
import { ShowIdentity } from './show-identity.ts';

/** Takes the mobile a person chose to give through WeChat. It says what they use, not who they are: the three-factor check does that. */
@Injectable()
export class BindPhone {
  constructor(
    private readonly wechat: Wechat,
    private readonly sessions: Sessions,
    private readonly identity: ShowIdentity,
    private readonly unitOfWork: UnitOfWork,
    private readonly askedOnce: AskedOnce,
  ) {}

  /** @throws Refusal `identity.phone-code-invalid` (also from a browser, which has no such code, and for a number from abroad), `identity.provider-down` */
  async execute(caller: Caller, code: string): Promise<IdentityReply> {
    if (caller.openId === undefined) throw new Refusal('identity.phone-code-invalid');
    const outcome = await this.wechat.phoneNumber(code, caller.openId);
    if (outcome.kind === 'unreachable') throw new Refusal('identity.provider-down');
    if (outcome.kind === 'refused') throw new Refusal(outcome.reason === 'code-invalid' ? 'identity.phone-code-invalid' : 'identity.provider-down');
    const { mobile, countryCode } = outcome.value;
    if (countryCode !== '86' || !isMobile(mobile)) throw new Refusal('identity.phone-code-invalid');
    return this.unitOfWork.run(async () => {
      await this.sessions.setMobile(caller.sessionId, mobile);
      const reply = await this.identity.of(await this.identity.sessionOf(caller));
      await this.askedOnce.complete(reply);
      return reply;
    });
  }
}
