import type { DynamicModule, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ThrottlerModule } from '@nestjs/throttler';
import { Config } from '../config.ts';
import { Clock, SystemClock } from './clock.ts';
import type { Connections } from './database/data-source.ts';
import { closeConnections } from './database/data-source.ts';
import { TypeOrmUnitOfWork } from './database/typeorm-unit-of-work.ts';
import { Database, UnitOfWork } from './database/unit-of-work.ts';
import { HealthController } from './health/health.controller.ts';
import { Metrics } from './health/metrics.ts';
import { Readiness } from './health/readiness.ts';
import { AskedOnce } from './http/asked-once.ts';
import { BodyKindInterceptor } from './http/body-kind.interceptor.ts';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.ts';
import { KeyedRequests } from './http/keyed-requests.ts';
import { Log } from './logging/log.ts';
import { Outbox } from './outbox/outbox.ts';
import { RelayingOutbox } from './outbox/relaying-outbox.ts';
import { AesFieldCipher } from './security/aes-field-cipher.ts';
import { HmacBlindIndex } from './security/hmac-blind-index.ts';
import { RateLimitGuard, rateLimits } from './security/rate-limit.guard.ts';
import { BlindIndex, FieldCipher } from './security/sealing.ts';
import { Sweep } from './sweep.ts';

/** What has to stand before the modules are built. */
export interface PlatformParts {
  readonly config: Config;
  readonly connections: Connections;
  readonly log: Log;
  readonly clock?: Clock;
}

function providersOf({ config, connections, log, clock }: PlatformParts) {
  const unitOfWork = new TypeOrmUnitOfWork(connections);
  return [
    { provide: Config, useValue: config },
    { provide: Log, useValue: log },
    { provide: Clock, useValue: clock ?? new SystemClock() },
    { provide: TypeOrmUnitOfWork, useValue: unitOfWork },
    { provide: UnitOfWork, useExisting: TypeOrmUnitOfWork },
    { provide: Database, useExisting: TypeOrmUnitOfWork },
    { provide: FieldCipher, useValue: new AesFieldCipher(config.fieldKeys) },
    { provide: BlindIndex, useValue: new HmacBlindIndex(config.blindIndexKey) },
    {
      provide: RelayingOutbox,
      inject: [TypeOrmUnitOfWork, Clock, Log],
      useFactory: (work: TypeOrmUnitOfWork, at: Clock, to: Log) => new RelayingOutbox(work, at, to, { pollMs: config.outboxPollMs }),
    },
    { provide: Outbox, useExisting: RelayingOutbox },
    {
      provide: KeyedRequests,
      inject: [TypeOrmUnitOfWork, FieldCipher, BlindIndex, Clock, Log],
      useFactory: (work: TypeOrmUnitOfWork, cipher: FieldCipher, index: BlindIndex, at: Clock, to: Log) => new KeyedRequests(work, cipher, index, at, to),
    },
    { provide: AskedOnce, useExisting: KeyedRequests },
    { provide: Readiness, useValue: new Readiness() },
    { provide: Metrics, inject: [RelayingOutbox], useFactory: (outbox: RelayingOutbox) => new Metrics(outbox.table) },
    {
      provide: Sweep,
      inject: [KeyedRequests, RelayingOutbox, Clock, Log],
      useFactory: (requests: KeyedRequests, outbox: RelayingOutbox, at: Clock, to: Log) => new Sweep(requests, outbox.table, at, to),
    },
  ];
}

/** In this order: too many requests are refused first; then the body's kind, then the key. */
const aroundHandlers = [
  { provide: APP_GUARD, useClass: RateLimitGuard },
  { provide: APP_INTERCEPTOR, useClass: BodyKindInterceptor },
  { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
];

/** What any backend needs and no feature owns; global, so that every module may ask for these ports. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly outbox: RelayingOutbox,
    private readonly unitOfWork: TypeOrmUnitOfWork,
    private readonly sweep: Sweep,
  ) {}

  static with(parts: PlatformParts): DynamicModule {
    const providers = providersOf(parts);
    return {
      module: PlatformModule,
      global: true,
      imports: [ThrottlerModule.forRoot(rateLimits(parts.config.ratePerMinute))],
      controllers: [HealthController],
      providers: [...providers, ...aroundHandlers],
      exports: providers.map((provider) => provider.provide),
    };
  }

  onApplicationBootstrap(): void {
    this.outbox.startRelay();
    this.sweep.start();
  }

  /** Runs after the last request was answered: the relay first, then its database. */
  async onApplicationShutdown(): Promise<void> {
    this.sweep.stop();
    await this.outbox.stop();
    await closeConnections(this.unitOfWork.connections);
  }
}
