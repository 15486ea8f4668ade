import type { FastifyInstance } from 'fastify';
import { StandInClock } from './china.clock.ts';
import type { Store } from './durable.store.ts';
import { faultRoutes, injectFaults, type FaultTable } from './fault.table.ts';

/** The settings every outside stand-in keeps beside its own tables. */
export const SETTING_SCHEMA = 'CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);';

/** One call as the log remembers it: never a body, never a query. */
interface SeenRequest {
  readonly id: number;
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly call?: string;
  readonly status: number;
}

const LOG_LENGTH = 2000;
const DAY_MS = 24 * 3600 * 1000;

/** What one stand-in adds to the control every one of them has. */
export interface ControlPlan {
  readonly store: Store;
  readonly clock: StandInClock;
  readonly faults: FaultTable;
  /** The name of a call for faults and the log; undefined for control itself. */
  readonly callOf: (path: string, headers: Readonly<Record<string, unknown>>) => string | undefined;
  /** Empties the stand-in's own state. */
  readonly reset: () => void;
  /** Kinds of faults the stand-in acts on itself; they arrive in `request.struckFaults`. */
  readonly moreFaults?: readonly string[];
}

/** Reads a setting kept over restarts. */
export function readSetting(store: Store, name: string): string | undefined {
  return (store.prepare('SELECT value FROM setting WHERE name = ?').get(name) as { value: string } | undefined)?.value;
}

/** Keeps a setting over restarts. */
export function writeSetting(store: Store, name: string, value: string): void {
  store.prepare('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value').run(name, value);
}

/** A clock that goes on from where the last run of the process left it. */
export function clockOf(store: Store): StandInClock {
  return new StandInClock(Number(readSetting(store, 'clock-offset') ?? 0));
}

const pathOf = (url: string): string => url.split('?')[0] ?? url;

function refuse(message: string): Error {
  return Object.assign(new Error(message), { statusCode: 400 });
}

/** A body of control as an object; anything else is refused with 400. */
export function controlBody(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'object' || Array.isArray(body) || Buffer.isBuffer(body)) throw refuse('the body must be a JSON object');
  return body as Record<string, unknown>;
}

/** A text of a control body; absent gives undefined unless it is required. */
export function controlText(body: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || value === '') throw refuse(`${name} must be a text`);
  return value;
}

/** A text of a control body that must be there. */
export function requiredText(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = controlText(body, name);
  if (value === undefined) throw refuse(`${name} is missing`);
  return value;
}

/** `?after=` of a list: a number, or 0. */
export function afterOf(query: unknown): number {
  const text = (query as Record<string, unknown>)['after'];
  if (text === undefined || text === '') return 0;
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) throw refuse('after must be the id of an item');
  return Number(text);
}

/** Refuses a control call with a sentence. */
export function refuseControl(message: string, statusCode = 400): never {
  throw Object.assign(refuse(message), { statusCode });
}

function clockRoutes(app: FastifyInstance, plan: ControlPlan): void {
  const show = (): object => ({ now: new Date(plan.clock.now()).toISOString(), offsetMs: plan.clock.offsetMs });
  app.get('/control/clock', async () => show());
  app.post('/control/clock', async (request) => {
    const body = controlBody(request.body);
    const { advanceDays = 0, advanceMs = 0, set } = body;
    if (!Number.isInteger(advanceDays) || !Number.isInteger(advanceMs)) throw refuse('advanceDays and advanceMs must be whole numbers');
    const jump = typeof set === 'string' ? Date.parse(set) - plan.clock.now() : 0;
    if (!Number.isFinite(jump)) throw refuse('set must be a moment');
    plan.clock.advance((advanceDays as number) * DAY_MS + (advanceMs as number) + Math.round(jump));
    writeSetting(plan.store, 'clock-offset', String(plan.clock.offsetMs));
    return show();
  });
}

/** The kit's faults, and `drop` as the short name of a connection dropped before the work. */
function faultControl(app: FastifyInstance, plan: ControlPlan): void {
  injectFaults(app, plan.faults, (request) => plan.callOf(pathOf(request.url), request.headers));
  app.addHook('preHandler', async (request, reply) => {
    if (!request.struckFaults.some((fault) => fault.kind === 'drop')) return;
    reply.hijack();
    request.raw.socket.destroy();
  });
  faultRoutes(app, plan.faults, '/control', ['drop', ...(plan.moreFaults ?? [])]);
}

/** Clock, faults, the log of requests and reset, under `/control`; to be called before the stand-in's own routes. */
export function controlRoutes(app: FastifyInstance, plan: ControlPlan): void {
  let seen: SeenRequest[] = [];
  let last = 0;
  app.addHook('onResponse', async (request, reply) => {
    const path = pathOf(request.url);
    if (path.startsWith('/control')) return;
    const call = plan.callOf(path, request.headers);
    last += 1;
    const at = new Date(plan.clock.now()).toISOString();
    seen.push({ id: last, at, method: request.method, path, ...(call === undefined ? {} : { call }), status: reply.statusCode });
    if (seen.length > LOG_LENGTH) seen = seen.slice(-LOG_LENGTH);
  });
  faultControl(app, plan);
  clockRoutes(app, plan);
  app.get('/control/requests', async (request) => {
    const after = afterOf(request.query);
    return { items: seen.filter((entry) => entry.id > after) };
  });
  app.post('/control/reset', async () => {
    plan.reset();
    plan.faults.clear();
    plan.clock.reset();
    writeSetting(plan.store, 'clock-offset', '0');
    seen = [];
    return { reset: true };
  });
}
