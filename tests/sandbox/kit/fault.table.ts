import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const KINDS = ['delay', 'status', 'drop-before', 'drop-after', 'malformed', 'down', 'bad-sign'] as const;
/** What can be made to go wrong on the way; `bad-sign` only where replies are signed. */
export type FaultKind = (typeof KINDS)[number];

/** One planned fault: on which call (`*` all), how, how long or which status, and how many times (absent: until cleared). */
export interface Fault {
  readonly on: string;
  readonly kind: FaultKind;
  readonly ms?: number;
  readonly status?: number;
  readonly times?: number;
}

/** What remains of a reply that was cut on the way. */
export const malformedText = '{"head":{"XYM":"0000';

/** The faults of one stand-in, in the order they were planned. */
export class FaultTable {
  private planned: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.planned.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.planned = [];
  }

  list(): (Fault & { left?: number })[] {
    return this.planned.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, left } : fault));
  }

  /** The faults that strike this call now; each one taken is used up by one. */
  take(call: string): Fault[] {
    const struck = this.planned.filter(({ fault }) => fault.on === '*' || fault.on === call);
    for (const entry of struck) entry.left -= 1;
    this.planned = this.planned.filter((entry) => entry.left > 0);
    return struck.map((entry) => entry.fault);
  }
}

function readFault(body: unknown): Fault {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const kind = KINDS.find((known) => known === given['kind']);
  if (!kind) throw Object.assign(new Error(`kind must be one of ${KINDS.join(', ')}`), { statusCode: 400 });
  const on = typeof given['on'] === 'string' ? given['on'] : '*';
  const numbers: { ms?: number; status?: number; times?: number } = {};
  for (const name of ['ms', 'status', 'times'] as const) {
    const value = given[name];
    if (value === undefined) continue;
    if (!Number.isInteger(value) || (value as number) < 0) {
      throw Object.assign(new Error(`${name} must be a whole number`), { statusCode: 400 });
    }
    numbers[name] = value as number;
  }
  return { on, kind, ...numbers };
}

/** `POST /faults`, `GET /faults`, `DELETE /faults`, under an optional prefix such as `/control`. */
export function faultRoutes(app: FastifyInstance, faults: FaultTable, prefix = ''): void {
  app.post(`${prefix}/faults`, async (request) => {
    faults.add(readFault(request.body));
    return { faults: faults.list() };
  });
  app.get(`${prefix}/faults`, async () => ({ faults: faults.list() }));
  app.delete(`${prefix}/faults`, async () => {
    faults.clear();
    return { faults: [] };
  });
}

/**
 * Lets the planned faults strike a whole server. `callOf` names the call of a request for `on` (undefined: never struck,
 * as control and health routes must not be). `bad-sign` is left to the stand-in: it finds the struck faults by `struckBy`.
 */
export function injectFaults(app: FastifyInstance, faults: FaultTable, callOf: (request: FastifyRequest) => string | undefined): void {
  const struck = new WeakMap<FastifyRequest, Fault[]>();
  app.addHook('preHandler', async (request, reply) => {
    const call = callOf(request);
    if (call === undefined) return;
    const now = faults.take(call);
    struck.set(request, now);
    for (const fault of now) {
      if (fault.kind === 'delay') await wait(fault.ms ?? 1000);
      if (fault.kind === 'drop-before' || fault.kind === 'down') {
        reply.hijack();
        request.raw.socket.destroy();
        return;
      }
      if (fault.kind === 'status') return reply.code(fault.status ?? 500).send({ error: 'fault' });
    }
  });
  app.addHook('onSend', async (request, _reply, payload) => {
    const now = struck.get(request) ?? [];
    if (now.some((fault) => fault.kind === 'drop-after')) {
      request.raw.socket.destroy();
      return '';
    }
    return now.some((fault) => fault.kind === 'malformed') ? malformedText : payload;
  });
}
