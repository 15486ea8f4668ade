import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { OutboxTable } from '../outbox/outbox-table.ts';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What Prometheus collects. Labels are patterns, codes and outcomes, never an id. */
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'anju_http_request_seconds',
    help: 'Requests by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly coreSeconds = new Histogram({
    name: 'anju_core_call_seconds',
    help: 'Calls to the core fund system by transaction code',
    labelNames: ['call'],
    buckets: BUCKETS,
    registers: [this.registry],
  });
  private readonly coreCalls = new Counter({
    name: 'anju_core_calls_total',
    help: 'Calls to the core fund system by outcome',
    labelNames: ['call', 'outcome'],
    registers: [this.registry],
  });

  constructor(outbox: Pick<OutboxTable, 'depth'>) {
    collectDefaultMetrics({ register: this.registry, prefix: 'anju_' });
    const registers = [this.registry];
    new Gauge({
      name: 'anju_outbox_messages',
      help: 'Messages not delivered: waiting, and dead',
      labelNames: ['state'],
      registers,
      async collect() {
        const { waiting, dead } = await outbox.depth();
        this.set({ state: 'waiting' }, waiting);
        this.set({ state: 'dead' }, dead);
      },
    });
  }

  requestDone(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  coreCalled(call: string, outcome: string, seconds: number): void {
    this.coreCalls.inc({ call, outcome });
    this.coreSeconds.observe({ call }, seconds);
  }
}
