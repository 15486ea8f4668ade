import type { Audience, SessionLevel } from '@anju/shared/contract';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Caller } from '../../platform/index.ts';
import { SERVED_ENDPOINT } from '../../platform/index.ts';
import type { IdentifyCaller } from '../use-cases/identify-caller.ts';
import type { CallerRequest } from './current-caller.ts';
import { SessionGuard } from './session.guard.ts';

const TOKEN = 'a'.repeat(43);

function callerOf(level: SessionLevel): Caller {
  return { sessionId: 's1', channel: 'h5', level, ...(level === 'guest' ? {} : { personId: 'p1' }) };
}

/** Asks the guard about a handler of this audience (none: a route without a row), with this Authorization header. */
async function ask(audience: Audience | undefined, authorization: string | undefined, caller: Caller | undefined, url = '/api/v1/x') {
  const asked: string[] = [];
  const identify = { execute: async (token: string) => (asked.push(token), caller) } as unknown as IdentifyCaller;
  const handler = () => undefined;
  if (audience !== undefined) Reflect.defineMetadata(SERVED_ENDPOINT, { method: 'GET', path: '/x', audience, keyed: false, status: 200, body: 'none' }, handler);
  const request: CallerRequest = { url, headers: authorization === undefined ? {} : { authorization } };
  const context = { getHandler: () => handler, switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  const passed = await new SessionGuard(new Reflector(), identify).canActivate(context);
  return { passed, request, asked };
}

const bearer = `Bearer ${TOKEN}`;

describe('the session guard', () => {
  it('lets everybody into a guest endpoint, and tells it who is there', async () => {
    await expect(ask('guest', undefined, undefined)).resolves.toMatchObject({ passed: true });
    await expect(ask('guest', bearer, callerOf('verified'))).resolves.toMatchObject({ request: { caller: { personId: 'p1' } } });
  });

  it('does not turn a guest away for a token that has run out', async () => {
    const { passed, request } = await ask('guest', bearer, undefined);
    expect(passed).toBe(true);
    expect(request.caller).toBeUndefined();
  });

  it.each(['signed-in', 'verified', 'face'] as const)('asks for a session where the audience is %s', async (audience) => {
    await expect(ask(audience, undefined, undefined)).rejects.toMatchObject({ code: 'session.missing' });
    await expect(ask(audience, '', undefined)).rejects.toMatchObject({ code: 'session.missing' });
    await expect(ask(audience, bearer, undefined)).rejects.toMatchObject({ code: 'session.expired' });
  });

  it.each(['Basic abc', 'Bearer', 'Bearer short', `Bearer ${'a'.repeat(44)}`, `Bearer ${'a'.repeat(42)}!`])('takes "%s" for no live token without asking the database', async (header) => {
    await expect(ask('signed-in', header, callerOf('face'))).rejects.toMatchObject({ code: 'session.expired' });
    const { asked } = await ask('guest', header, callerOf('face'));
    expect(asked).toEqual([]);
  });

  it('holds each level against the audience', async () => {
    await expect(ask('signed-in', bearer, callerOf('guest'))).resolves.toMatchObject({ passed: true });
    await expect(ask('verified', bearer, callerOf('guest'))).rejects.toMatchObject({ code: 'identity.not-verified' });
    await expect(ask('face', bearer, callerOf('guest'))).rejects.toMatchObject({ code: 'identity.not-verified' });
    await expect(ask('verified', bearer, callerOf('verified'))).resolves.toMatchObject({ passed: true });
    await expect(ask('face', bearer, callerOf('verified'))).rejects.toMatchObject({ code: 'identity.step-up-needed' });
    await expect(ask('face', bearer, callerOf('face'))).resolves.toMatchObject({ passed: true });
  });

  it("leaves the core's calls to the signature that the handler checks", async () => {
    await expect(ask('core', undefined, undefined)).resolves.toMatchObject({ passed: true, asked: [] });
  });

  it.each(['/health/live', '/health/ready', '/metrics', '/docs', '/docs/json?x=1', '/openapi.json'])('lets operators have %s', async (url) => {
    await expect(ask(undefined, undefined, undefined, url)).resolves.toMatchObject({ passed: true });
  });

  it.each(['/api/v1/forgotten', '/healthy', '/metricsx', '/'])('does not serve %s, which has no row in the endpoint table', async (url) => {
    await expect(ask(undefined, bearer, callerOf('face'), url)).rejects.toMatchObject({ code: 'request.not-found' });
  });
});
