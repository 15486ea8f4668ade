import { Global, Module } from '@nestjs/common';
import { Config } from '../config.ts';
import { Clock, Log } from '../platform/index.ts';
import { TencentIdentityCheck } from './adapters/tencent-identity-check.ts';
import { IdentityCheck } from './identity-check.port.ts';

@Global()
@Module({
  providers: [{ provide: IdentityCheck, useFactory: (config: Config, clock: Clock, log: Log) => new TencentIdentityCheck(config.faceId, clock, log), inject: [Config, Clock, Log] }],
  exports: [IdentityCheck],
})
export class IdentityCheckModule {}
