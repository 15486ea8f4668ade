import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const KINDS = ['delay', 'status', 'drop-before', 'drop-after', 'malformed', 'down', 'bad-sign'] as const;
/** What can be made to go wrong on the way; `bad-sign` only where replies are signed. A stand-in may know more kinds of its own. */
export type FaultKind = string;

declare module 'fastify' {
  interface FastifyRequest {
    /** The faults that struck this request; a handler may add one (a person's standing fault). */
    struckFaults: Fault[];
  }
}

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

  /** True while a `down` for every call is planned: health answers nothing then either. */
  isDown(): boolean {
    return this.planned.some(({ fault }) => fault.kind === 'down' && fault.on === '*');
  }

  /** The faults that strike this call now; each one taken is used up by one. */
  take(call: string): Fault[] {
    const struck = this.planned.filter(({ fault }) => fault.on === '*' || fault.on === call);
    for (const entry of struck) entry.left -= 1;
    this.planned = this.planned.filter((entry) => entry.left > 0);
    return struck.map((entry) => entry.fault);
  }
}

/** Reads a planned fault from a control body; `moreKinds` are the stand-in's own. @throws an error with statusCode 400 */
export function readFault(body: unknown, moreKinds: readonly string[] = []): Fault {
  const known = [...KINDS, ...moreKinds];
  const given = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const kind = known.find((name) => name === given['kind']);
  if (!kind) throw Object.assign(new Error(`kind must be one of ${known.join(', ')}`), { statusCode: 400 });
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
export function faultRoutes(app: FastifyInstance, faults: FaultTable, prefix = '', moreKinds: readonly string[] = []): void {
  app.post(`${prefix}/faults`, async (request) => {
    faults.add(readFault(request.body, moreKinds));
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
 * as control and health routes must not be). Kinds unknown here are left in `request.struckFaults` for the stand-in.
 */
export function injectFaults(app: FastifyInstance, faults: FaultTable, callOf: (request: FastifyRequest) => string | undefined): void {
  app.decorateRequest('struckFaults');
  app.addHook('onRequest', async (request) => {
    request.struckFaults = [];
  });
  app.addHook('preHandler', async (request, reply) => {
    const call = callOf(request);
    if (call === undefined) return;
    request.struckFaults = faults.take(call);
    for (const fault of request.struckFaults) {
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
    if (request.struckFaults.some((fault) => fault.kind === 'drop-after')) {
      request.raw.socket.destroy();
      return '';
    }
    return request.struckFaults.some((fault) => fault.kind === 'malformed') ? malformedText : payload;
  });
}
