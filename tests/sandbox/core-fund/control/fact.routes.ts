import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isPlainDate } from '@anju/shared/calendar';
import { pausedRoutes, pauseRoutes } from '../rules/facts.ts';
import { isRoute } from '../rules/routes.ts';
import { setSourceState, SOURCE_STATES, SOURCES } from '../rules/shared.facts.ts';
import type { Core } from '../store/core.ts';

type Fields = Readonly<Record<string, unknown>>;
const wrong = (statusCode: number, words: string): Error => Object.assign(new Error(words), { statusCode });
const fieldsOf = (request: FastifyRequest): Fields => (typeof request.body === 'object' && request.body !== null ? (request.body as Fields) : {});

/** The customer number of a key; undefined without a key. @throws 404 */
function customerOf(core: Core, fields: Fields): string | undefined {
  if (fields['key'] === undefined) return undefined;
  const row = core.one<{ khbh: string }>('SELECT khbh FROM person WHERE key = ?', String(fields['key']));
  if (row === undefined) throw wrong(404, 'nobody has that key');
  return row.khbh;
}

function listSources(core: Core): unknown {
  const rows = core.all<{ key: string | null; source: string; state: string }>('SELECT p.key, s.ly AS source, s.state FROM source_state s LEFT JOIN person p ON p.khbh = s.khbh ORDER BY p.key, s.ly');
  return { sources: rows.map(({ key, ...rest }) => (key === null ? rest : { key, ...rest })) };
}

function setSource(core: Core, fields: Fields): unknown {
  const source = SOURCES.find((known) => known === fields['source']);
  const state = SOURCE_STATES.find((known) => known === fields['state']);
  if (source === undefined) throw wrong(400, `source must be one of ${SOURCES.join(', ')}`);
  if (state === undefined) throw wrong(400, `state must be one of ${SOURCE_STATES.join(', ')}`);
  setSourceState(core, source, state, customerOf(core, fields));
  return listSources(core);
}

function setBar(core: Core, khbh: string, barred: unknown): void {
  if (barred === null) {
    core.run('UPDATE centre_fact SET barred_for = NULL, barred_until = NULL WHERE khbh = ?', khbh);
    return;
  }
  const { for: why, until } = barred as Fields;
  if ((why !== 'withdrawal' && why !== 'loan') || typeof until !== 'string' || !isPlainDate(until)) throw wrong(400, 'barred must say for what and until which day');
  core.run('UPDATE centre_fact SET barred_for = ?, barred_until = ? WHERE khbh = ?', why, until, khbh);
}

function setFacts(core: Core, fields: Fields): unknown {
  const khbh = customerOf(core, fields);
  if (khbh === undefined) throw wrong(400, 'key must be given');
  const { barred, accountElsewhere, contributionPending } = fields;
  if (barred !== undefined) setBar(core, khbh, barred);
  if (accountElsewhere !== undefined) core.run('UPDATE centre_fact SET elsewhere = ? WHERE khbh = ?', accountElsewhere === true ? 1 : 0, khbh);
  if (contributionPending !== undefined) core.run('UPDATE centre_fact SET pending = ? WHERE khbh = ?', contributionPending === true ? 1 : 0, khbh);
  return core.one('SELECT barred_for, barred_until, elsewhere, pending FROM centre_fact WHERE khbh = ?', khbh);
}

/** How the shared sources answer, what the centre has on a person, which routes are paused (interface.md §6). */
export function factRoutes(app: FastifyInstance, core: Core): void {
  app.get('/sources', async () => listSources(core));
  app.post('/sources', async (request) => setSource(core, fieldsOf(request)));
  app.post('/facts', async (request) => setFacts(core, fieldsOf(request)));
  app.post('/paused', async (request) => {
    const { routes } = fieldsOf(request);
    if (!Array.isArray(routes) || !routes.every((route) => typeof route === 'string' && isRoute(route))) throw wrong(400, 'routes must be a list of YWLX');
    pauseRoutes(core, routes as string[]);
    return { routes: pausedRoutes(core) };
  });
}
