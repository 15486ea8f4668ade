import type { SessionReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/index.ts';
import { Wechat } from '../../wechat/index.ts';
import { StartSession } from './start-session.ts';

const REFUSALS = { 'code-invalid': 'session.code-invalid', 'code-used': 'session.code-used', blocked: 'session.wechat-blocked', busy: 'session.provider-down', rejected: 'session.provider-down' } as const;

/** Signs in with a `wx.login` code. WeChat's session_key is neither kept nor passed on: Anju decrypts nothing with it. */
@Injectable()
export class SignInWithWechat {
  constructor(
    private readonly wechat: Wechat,
    private readonly startSession: StartSession,
  ) {}

  /** @throws Refusal `session.code-invalid`, `session.code-used`, `session.wechat-blocked`, `session.provider-down` */
  async execute(code: string): Promise<SessionReply> {
    const outcome = await this.wechat.codeToSession(code);
    if (outcome.kind === 'unreachable') throw new Refusal('session.provider-down');
    if (outcome.kind === 'refused') throw new Refusal(REFUSALS[outcome.reason]);
    return this.startSession.execute({ kind: 'open-id', value: outcome.value.openId });
  }
}
