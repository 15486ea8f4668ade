import type { FastifyInstance, FastifyRequest } from 'fastify';
import { chinaMoment, createServer, faultRoutes, type FaultTable } from '../../kit/index.ts';
import { advance, refuse, returnPayment } from '../cases/case.work.ts';
import { caseOf, type CaseRow } from '../cases/case.store.ts';
import { clerkMode, setClerkMode, takeOver } from '../cases/clerk.ts';
import { EVENT_FAULTS, type EventPush } from '../events/event.push.ts';
import { GATEWAY_FAULTS } from '../gateway/answer.ts';
import { bringUpToDate } from '../generation/daily.run.ts';
import { resetPeople } from '../generation/generate.ts';
import type { Core } from '../store/core.ts';
import { factRoutes } from './fact.routes.ts';
import { journal, listCases, listPeople, showPerson } from './person.view.ts';

export interface ControlSettings {
  readonly core: Core;
  readonly faults: FaultTable;
  readonly push: EventPush;
}
const DAY_MS = 86_400_000;
/** The calendar is kept as far as this. */
const LAST_MOMENT = Date.parse('2099-12-31T23:59:59+08:00');

const wrong = (statusCode: number, words: string): Error => Object.assign(new Error(words), { statusCode });
const fieldsOf = (request: FastifyRequest): Record<string, unknown> => (typeof request.body === 'object' && request.body !== null ? (request.body as Record<string, unknown>) : {});
const queryOf = (request: FastifyRequest): Record<string, string | undefined> => request.query as Record<string, string | undefined>;

function whole(fields: Record<string, unknown>, name: string, fallback: number): number {
  const value = fields[name] ?? fallback;
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw wrong(400, `${name} must be a whole number`);
  return value as number;
}

function moved(settings: ControlSettings, request: FastifyRequest, hand: (row: CaseRow) => CaseRow): Record<string, unknown> {
  const { core, push } = settings;
  const ywlsh = (request.params as { ywlsh: string }).ywlsh;
  const row = core.atomically(() => {
    const found = caseOf(core, ywlsh);
    if (found === undefined) throw wrong(404, 'no such case');
    takeOver(core, ywlsh);
    return hand(found);
  });
  push.wake();
  return { ywlsh: row.ywlsh, state: row.state };
}

function caseRoutes(app: FastifyInstance, settings: ControlSettings): void {
  const { core } = settings;
  app.get('/cases', async (request) => ({ cases: listCases(core, queryOf(request)['key']) }));
  app.post('/cases/:ywlsh/advance', async (request) => moved(settings, request, (row) => advance(core, row)));
  app.post('/cases/:ywlsh/refuse', async (request) => {
    const { code, reason, material } = fieldsOf(request);
    return moved(settings, request, (row) =>
      refuse(core, row, typeof code === 'string' ? code : 'CLBQ', typeof reason === 'string' ? reason : '材料不清晰，请重新提交', typeof material === 'string' ? material : undefined));
  });
  app.post('/cases/:ywlsh/return-payment', async (request) => moved(settings, request, (row) => returnPayment(core, row)));
  app.get('/clerk', async () => clerkMode(core));
  app.post('/clerk', async (request) => {
    const fields = fieldsOf(request);
    if (fields['mode'] !== 'manual' && fields['mode'] !== 'auto') throw wrong(400, 'mode must be manual or auto');
    setClerkMode(core, { mode: fields['mode'], afterSeconds: whole(fields, 'afterSeconds', clerkMode(core).afterSeconds) });
    return clerkMode(core);
  });
}

/** How far to move the clock: days, milliseconds, or to a moment (ISO text or unix milliseconds) that is not behind it. */
function distanceOf(core: Core, fields: Record<string, unknown>): number {
  const said = fields['set'];
  const target = said === undefined ? core.now() + whole(fields, 'advanceDays', 0) * DAY_MS + whole(fields, 'advanceMs', 0) : typeof said === 'number' ? said : Date.parse(String(said));
  if (!Number.isFinite(target) || target < core.now() || target > LAST_MOMENT) throw wrong(400, 'the clock goes to a moment ahead of it, of this century');
  return Math.ceil(target - core.clock.now());
}

function eventRoutes(app: FastifyInstance, settings: ControlSettings): void {
  const { core, push } = settings;
  app.post('/events-fault', async (request) => {
    const fields = fieldsOf(request);
    const kind = EVENT_FAULTS.find((known) => known === fields['kind']);
    if (kind === undefined) throw wrong(400, `kind must be one of ${EVENT_FAULTS.join(', ')}`);
    push.plan(kind, whole(fields, 'times', 1));
    return { planned: kind };
  });
  app.post('/events/release', async () => {
    push.release();
    return { released: true };
  });
  app.get('/events', async () => ({ events: core.all('SELECT sjh, state, tries, body FROM event ORDER BY sjh') }));
}

/** The stand-in's own control port (interface.md §6): JSON, unsigned, loopback. */
export function controlServer(settings: ControlSettings): FastifyInstance {
  const { core, faults, push } = settings;
  const app = createServer();
  app.get('/health', async () => ({ status: 'ok', name: 'core-fund-control' }));
  app.get('/people', async () => ({ people: listPeople(core) }));
  app.get('/people/:key', async (request) => {
    const person = core.atomically(() => showPerson(core, (request.params as { key: string }).key));
    if (person === undefined) throw wrong(404, 'nobody has that key');
    return person;
  });
  app.get('/journal', async (request) => {
    const { key, ywlsh } = queryOf(request);
    return journal(core, { ...(key === undefined ? {} : { key }), ...(ywlsh === undefined ? {} : { ywlsh }) });
  });
  caseRoutes(app, settings);
  faultRoutes(app, faults, '', GATEWAY_FAULTS);
  eventRoutes(app, settings);
  factRoutes(app, core);
  const clock = (): Record<string, unknown> => ({ now: core.now(), moment: chinaMoment(core.now()), today: core.today(), offsetMs: core.clock.offsetMs });
  app.get('/clock', async () => clock());
  app.post('/clock', async (request) => {
    core.advance(distanceOf(core, fieldsOf(request)));
    bringUpToDate(core);
    return clock();
  });
  app.post('/reset', async () => {
    faults.clear();
    push.release();
    resetPeople(core);
    return { reset: true, today: core.today() };
  });
  return app;
}
