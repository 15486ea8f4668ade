import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { Config } from '../config.ts';
import { Clock, Log, Metrics, Readiness } from '../platform/index.ts';
import { CoreCalls } from './adapters/core-calls.ts';
import { STANDARD_REASONS } from './adapters/core-codes.ts';
import { CoreLine } from './adapters/core-line.ts';
import { HttpCoreFund } from './adapters/http-core-fund.ts';
import { HttpStandingOrders } from './adapters/http-standing-orders.ts';
import { CoreFund } from './core-fund.port.ts';
import { CoreStandingOrders } from './core-standing-orders.ts';

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
      provide: CoreCalls,
      inject: [Config, CoreLine, Clock, Log],
      useFactory: ({ core }: Config, line: CoreLine, clock: Clock, log: Log) => new CoreCalls(core, line, clock, log),
    },
    {
      provide: CoreFund,
      inject: [Config, CoreCalls, Clock, Log],
      useFactory: ({ core }: Config, calls: CoreCalls, clock: Clock, log: Log) => new HttpCoreFund(core, { ...STANDARD_REASONS, ...core.reasons }, calls, clock, log),
    },
    { provide: CoreStandingOrders, inject: [CoreCalls], useFactory: (calls: CoreCalls) => new HttpStandingOrders(calls) },
  ],
  exports: [CoreFund, CoreStandingOrders],
})
export class CoreFundModule implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly calls: CoreCalls,
    private readonly line: CoreLine,
    private readonly readiness: Readiness,
  ) {}

  onModuleInit(): void {
    this.readiness.report('core', () => this.calls.state());
  }

  async onApplicationShutdown(): Promise<void> {
    await this.line.close();
  }
}
