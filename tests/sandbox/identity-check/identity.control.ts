import type { FastifyInstance } from 'fastify';
import { maskName } from '@anju/shared/identity';
import type { FaultTable } from '../kit/index.ts';
import { controlBody, controlRoutes, refuseControl, requiredText } from '../kit/stand-in.control.ts';
import { FACE_OUTCOMES, allSessions, endSession, returnAddress, sessionOf, stateOf, type FaceSession, type IdentityContext } from './face.sessions.ts';
import { outcomeNamed } from './face.page.ts';

function shown(context: IdentityContext, session: FaceSession): object {
  const base = {
    bizToken: session.biz_token,
    state: stateOf(context, session),
    name: maskName(session.name),
    url: `${context.publicBase}/h5/${session.biz_token}`,
    at: new Date(session.made_at).toISOString(),
  };
  const back = returnAddress(session);
  return { ...base, ...(back === undefined ? {} : { returnTo: back }), ...(session.err_code === null ? {} : { errCode: session.err_code }) };
}

/** The name of a call for faults and the log: the action, or `h5` for the page. */
export function callName(path: string, headers: Readonly<Record<string, unknown>>): string | undefined {
  if (path.startsWith('/h5/')) return 'h5';
  return path === '/' ? String(headers['x-tc-action'] ?? 'unknown') : undefined;
}

/** Everything under `/control`: the sessions and how they end, people added by hand, and what every stand-in has. */
export function identityControl(app: FastifyInstance, context: IdentityContext, faults: FaultTable): void {
  controlRoutes(app, {
    store: context.store,
    clock: context.clock,
    faults,
    callOf: callName,
    reset: () => {
      context.store.exec('DELETE FROM face_session');
      context.people.clear();
    },
  });
  app.get('/control/sessions', async () => ({ items: allSessions(context).map((session) => shown(context, session)) }));
  app.post('/control/sessions/:bizToken', async (request) => {
    const session = sessionOf(context, (request.params as { bizToken: string }).bizToken) ?? refuseControl('no session has this token', 404);
    const outcome = outcomeNamed(controlBody(request.body)['outcome']) ?? refuseControl(`outcome must be one of ${Object.keys(FACE_OUTCOMES).join(', ')}`);
    if (!(await endSession(context, session, outcome))) refuseControl('this session is finished or expired', 409);
    return shown(context, sessionOf(context, session.biz_token) ?? session);
  });
  app.post('/control/people', async (request) => {
    const body = controlBody(request.body);
    const [key, name, idNumber, mobile] = ['key', 'name', 'idNumber', 'mobile'].map((field) => requiredText(body, field)) as [string, string, string, string];
    context.people.add({ key, name, idNumber, mobile });
    return { key };
  });
}
