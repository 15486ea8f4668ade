import type { DevicesReply, SessionReply, SmsCodeReply } from '@anju/shared/contract';
import { endpoints } from '@anju/shared/contract';
import { Body, Controller, Ip, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../platform/index.ts';
import { Serves } from '../../platform/index.ts';
import { EndSession } from '../use-cases/end-session.ts';
import { ListDevices } from '../use-cases/list-devices.ts';
import { RequestSmsCode } from '../use-cases/request-sms-code.ts';
import { SignInWithSms } from '../use-cases/sign-in-with-sms.ts';
import { SignInWithWechat } from '../use-cases/sign-in-with-wechat.ts';
import { CurrentCaller } from './current-caller.ts';
import { SmsCodeRequestDto, SmsSignInDto, WechatSignInDto } from './session.dto.ts';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly withWechat: SignInWithWechat,
    private readonly smsCode: RequestSmsCode,
    private readonly withSms: SignInWithSms,
    private readonly devices: ListDevices,
    private readonly ending: EndSession,
  ) {}

  @Serves(endpoints.signInWithWechat)
  signInWithWechat(@Body() body: WechatSignInDto): Promise<SessionReply> {
    return this.withWechat.execute(body.code);
  }

  @Serves(endpoints.requestSmsCode)
  requestSmsCode(@Body() body: SmsCodeRequestDto, @Ip() ip: string): Promise<SmsCodeReply> {
    return this.smsCode.execute(body.mobile, ip);
  }

  @Serves(endpoints.signInWithSms)
  signInWithSms(@Body() body: SmsSignInDto): Promise<SessionReply> {
    return this.withSms.execute(body.mobile, body.code);
  }

  @Serves(endpoints.listDevices)
  listDevices(@CurrentCaller() caller: Caller): Promise<DevicesReply> {
    return this.devices.execute(caller);
  }

  @Serves(endpoints.signOut)
  signOut(@CurrentCaller() caller: Caller): Promise<void> {
    return this.ending.execute(caller, caller.sessionId);
  }

  @Serves(endpoints.endSession)
  endSession(@CurrentCaller() caller: Caller, @Param('sessionId') sessionId: string): Promise<void> {
    return this.ending.execute(caller, sessionId);
  }
}
