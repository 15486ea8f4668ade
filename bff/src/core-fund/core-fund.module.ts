import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Config } from '../config.ts';
import { Clock, Log, Metrics, Readiness } from '../platform/index.ts';
import { STANDARD_REASONS } from './adapters/core-codes.ts';
import { CoreLine } from './adapters/core-line.ts';
import { HttpCoreFund } from './adapters/http-core-fund.ts';
import { CoreFund } from './core-fund.port.ts';

/** The core fund system behind its port, for every module. */
@Global()
@Module({
  providers: [
    {
      provide: CoreLine,
      inject: [Config, Clock, Log, Metrics],
      useFactory: ({ core }: Config, clock: Clock, log: Log, metrics: Metrics) => new CoreLine(core, clock, log, metrics),
    },
    {
      provide: HttpCoreFund,
      inject: [Config, CoreLine, Clock, Log],
      useFactory: ({ core }: Config, line: CoreLine, clock: Clock, log: Log) => new HttpCoreFund(core, { ...STANDARD_REASONS, ...core.reasons }, line, clock, log),
    },
    { provide: CoreFund, useExisting: HttpCoreFund },
  ],
  exports: [CoreFund],
})
export class CoreFundModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly core: HttpCoreFund,
    private readonly line: CoreLine,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.report('core', () => this.core.state());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.line.close();
  }
}
