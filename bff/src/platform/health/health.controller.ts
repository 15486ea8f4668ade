import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { TypeOrmUnitOfWork } from '../database/typeorm-unit-of-work.ts';
import { Metrics } from './metrics.ts';
import { Readiness } from './readiness.ts';

/** A database that takes longer is as good as down. */
const DATABASE_MS = 2000;

/** For operators and their tools; outside the API and not open to the world. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly unitOfWork: TypeOrmUnitOfWork,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  /** The process answers. */
  @Get('/health/live')
  live(): object {
    return { status: 'live' };
  }

  /** 200 when requests can be served: the database answers (migrations ran before the first request). The core is told, and does not count. */
  @Get('/health/ready')
  async ready(@Res() reply: FastifyReply): Promise<void> {
    const asked = this.unitOfWork.connections.reader.query('SELECT 1').then(
      () => 'up',
      () => 'down',
    );
    const database = await Promise.race([asked, sleep(DATABASE_MS, 'down', { ref: false })]);
    const ready = database === 'up';
    const state = { status: ready ? 'ready' : 'not-ready', database, migrations: 'done', ...this.readiness.states() };
    await reply.status(ready ? 200 : 503).send(state);
  }

  @Get('/metrics')
  async numbers(@Res() reply: FastifyReply): Promise<void> {
    await reply.header('content-type', this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
