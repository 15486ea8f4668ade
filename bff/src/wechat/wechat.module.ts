import { Global, Module } from '@nestjs/common';
import { Config } from '../config.ts';
import { Clock, Log } from '../platform/index.ts';
import { HttpWechat } from './adapters/http-wechat.ts';
import { Wechat } from './wechat.port.ts';

@Global()
@Module({
  providers: [{ provide: Wechat, useFactory: (config: Config, clock: Clock, log: Log) => new HttpWechat(config.wechat, clock, log), inject: [Config, Clock, Log] }],
  exports: [Wechat],
})
export class WechatModule {}
