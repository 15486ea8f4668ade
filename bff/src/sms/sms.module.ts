import { Global, Module } from '@nestjs/common';
import { Config } from '../config.ts';
import type { SmsConfig } from '../config.ts';
import { Clock, Log } from '../platform/index.ts';
import { TencentSms } from './adapters/tencent-sms.ts';
import type { TencentSmsSettings } from './adapters/tencent-sms.ts';
import { SmsGateway } from './sms-gateway.port.ts';

function settingsOf({ templateCode, templateCase, ...rest }: SmsConfig): TencentSmsSettings {
  return { ...rest, templates: { code: templateCode, case: templateCase } };
}

@Global()
@Module({
  providers: [{ provide: SmsGateway, useFactory: (config: Config, clock: Clock, log: Log) => new TencentSms(settingsOf(config.sms), clock, log), inject: [Config, Clock, Log] }],
  exports: [SmsGateway],
})
export class SmsModule {}
