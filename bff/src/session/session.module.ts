import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Config } from '../config.ts';
import { TypeOrmSessions } from './adapters/typeorm-sessions.ts';
import { TypeOrmSmsCodes } from './adapters/typeorm-sms-codes.ts';
import { Sessions } from './domain/sessions.ts';
import { SmsCodes } from './domain/sms-codes.ts';
import { SessionController } from './http/session.controller.ts';
import { SessionGuard } from './http/session.guard.ts';
import { sessionSettingsOf, SessionSettings } from './session.settings.ts';
import { EndSession } from './use-cases/end-session.ts';
import { IdentifyCaller } from './use-cases/identify-caller.ts';
import { ListDevices } from './use-cases/list-devices.ts';
import { RequestSmsCode } from './use-cases/request-sms-code.ts';
import { SignInWithSms } from './use-cases/sign-in-with-sms.ts';
import { SignInWithWechat } from './use-cases/sign-in-with-wechat.ts';
import { StartSession } from './use-cases/start-session.ts';

/** Sign-in, sessions, and the guard before every handler. Asks the identity module (global) through the port `KnownPeople`. */
@Global()
@Module({
  controllers: [SessionController],
  providers: [
    { provide: Sessions, useClass: TypeOrmSessions },
    { provide: SmsCodes, useClass: TypeOrmSmsCodes },
    { provide: SessionSettings, useFactory: sessionSettingsOf, inject: [Config] },
    { provide: APP_GUARD, useClass: SessionGuard },
    IdentifyCaller,
    StartSession,
    SignInWithWechat,
    RequestSmsCode,
    SignInWithSms,
    ListDevices,
    EndSession,
  ],
  exports: [Sessions, SessionSettings, IdentifyCaller],
})
export class SessionModule {}
