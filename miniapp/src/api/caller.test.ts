import { endpoints } from '@anju/shared/contract';
import type { DeviceStore, HttpReply, HttpRequest } from '../platform/ports.ts';
import { TransportFailure } from '../platform/ports.ts';
import { addressOf, Caller } from './caller.ts';
import { failureKind } from './failure.ts';
import { ApiProblem } from './problem.ts';
import { SessionKeeper } from './session-keeper.ts';

function memoryStore(): DeviceStore {
  const kept = new Map<string, string>();
  return { get: (key) => kept.get(key) ?? null, set: (key, value) => void kept.set(key, value), remove: (key) => void kept.delete(key), keys: () => [...kept.keys()] };
}
const json = (status: number, body: unknown): HttpReply => ({ status, headers: {}, text: JSON.stringify(body) });
const problem = (status: number, code: string): HttpReply => json(status, { type: 'about:blank', title: '', status, code, requestId: 'r' });
const session = (token: string) => ({ token, expiresAt: '2026-12-21T00:00:00Z', level: 'verified' as const, person: { name: '张*萍', idNumber: '3502**********1234' } });

interface World {
  readonly caller: Caller;
  readonly keeper: SessionKeeper;
  readonly sent: HttpRequest[];
}
function world(answer: (request: HttpRequest, count: number) => HttpReply | Promise<HttpReply>, options: { wechat?: boolean; token?: string } = {}): World {
  const sent: HttpRequest[] = [];
  const keeper = new SessionKeeper(memoryStore());
  if (options.token !== undefined) keeper.begin(session(options.token));
  let keys = 0;
  const caller = new Caller({
    origin: 'https://door',
    keeper,
    send: (request) => {
      sent.push(request);
      return Promise.resolve(answer(request, sent.length));
    },
    wechatCode: options.wechat === true ? () => Promise.resolve('fresh-code') : null,
    newKey: () => `key-${(keys += 1)}`,
  });
  return { caller, keeper, sent };
}
const isSignIn = (request: HttpRequest): boolean => request.url.endsWith('/sessions/wechat');

describe('a call', () => {
  test('goes to the address of the table with parameters and query encoded', () => {
    expect(addressOf('/accounts/{accountId}/entries', { params: { accountId: 'a/1' }, query: { year: '2026', cursor: undefined, kind: '' } })).toBe('/accounts/a%2F1/entries?year=2026');
  });
  test('carries the token, and a key when the contract asks for one', async () => {
    const { caller, sent } = world(() => json(200, { unread: 0 }), { token: 't1' });
    await caller.call('markRead', { body: { noticeIds: [] } });
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Bearer t1', 'idempotency-key': 'key-1', 'content-type': 'application/json' });
    expect(sent[0]?.url).toBe('https://door/api/v1/notifications/read');
  });
  test('a reading call carries no key and no body', async () => {
    const { caller, sent } = world(() => json(200, {}), { token: 't1' });
    await caller.call('home', {});
    expect(sent[0]?.headers['idempotency-key']).toBeUndefined();
    expect(sent[0]?.body).toBeUndefined();
  });
  test('a guest sends no token', async () => {
    const { caller, sent } = world(() => json(200, { items: [] }));
    await caller.call('listCatalogue', {});
    expect(sent[0]?.headers['authorization']).toBeUndefined();
  });
  test('an empty reply of success is an empty object', async () => {
    const { caller } = world(() => ({ status: 204, headers: {}, text: '' }), { token: 't1' });
    await expect(caller.call('signOut', {})).resolves.toEqual({});
  });
  test('a problem is thrown with its code', async () => {
    const { caller } = world(() => problem(422, 'withdrawal.ineligible'), { token: 't1' });
    await expect(caller.call('home', {})).rejects.toMatchObject({ code: 'withdrawal.ineligible', status: 422 });
  });
  test("a proxy's page is a failure, not a reply", async () => {
    const { caller } = world(() => ({ status: 502, headers: {}, text: '<html>Bad Gateway</html>' }), { token: 't1' });
    await expect(caller.call('home', {})).rejects.toBeInstanceOf(ApiProblem);
    const garbled = world(() => ({ status: 200, headers: {}, text: '<html>' }), { token: 't1' });
    await expect(garbled.caller.call('home', {})).rejects.toBeInstanceOf(ApiProblem);
  });
  test('no reply stays what it is', async () => {
    const { caller } = world(() => Promise.reject(new TransportFailure('timeout')), { token: 't1' });
    const error: unknown = await caller.call('home', {}).catch((reason: unknown) => reason);
    expect(failureKind(error)).toBe('timeout');
  });
});

describe('a session that ran out', () => {
  test('in WeChat: one silent sign-in, then the same call with the same key', async () => {
    const { caller, sent, keeper } = world(
      (request) => (isSignIn(request) ? json(201, session('t2')) : request.headers['authorization'] === 'Bearer t2' ? json(200, { unread: 0 }) : problem(401, 'session.expired')),
      { wechat: true, token: 't1' },
    );
    await caller.call('markRead', { body: { noticeIds: ['n'] } }, { key: 'wish-1' });
    expect(sent.map((one) => one.url.slice('https://door/api/v1'.length))).toEqual(['/notifications/read', '/sessions/wechat', '/notifications/read']);
    expect(sent[0]?.headers['idempotency-key']).toBe('wish-1');
    expect(sent[2]?.headers['idempotency-key']).toBe('wish-1');
    expect(keeper.current.session?.token).toBe('t2');
  });
  test('a call without a wish also keeps one key over the sign-in', async () => {
    const { caller, sent } = world((request, count) => (isSignIn(request) ? json(201, session('t2')) : count === 1 ? problem(401, 'session.expired') : json(200, { unread: 0 })), { wechat: true, token: 't1' });
    await caller.call('markRead', { body: { noticeIds: [] } });
    expect(sent[2]?.headers['idempotency-key']).toBe(sent[0]?.headers['idempotency-key']);
  });
  test('many calls at once sign in once', async () => {
    const { caller, sent } = world(
      (request) => (isSignIn(request) ? json(201, session('t2')) : request.headers['authorization'] === 'Bearer t2' ? json(200, {}) : problem(401, 'session.expired')),
      { wechat: true, token: 't1' },
    );
    await Promise.all([caller.call('home', {}), caller.call('listCases', {}), caller.call('listNotices', {})]);
    expect(sent.filter(isSignIn)).toHaveLength(1);
  });
  test('a paper on its way is sent again too, under its key and with the new token', async () => {
    const { caller } = world(() => json(201, session('t2')), { wechat: true, token: 't1' });
    const headers: Record<string, string>[] = [];
    const reply = await caller.raw(() => {
      headers.push(caller.headers('paper-1'));
      return Promise.resolve(headers.length === 1 ? problem(401, 'session.expired') : json(201, {}));
    });
    expect(reply.status).toBe(201);
    expect(headers).toEqual(['Bearer t1', 'Bearer t2'].map((authorization) => ({ authorization, 'idempotency-key': 'paper-1' })));
  });
  test('a document in a browser is refused once, and the session is over', async () => {
    const { caller, keeper, sent } = world(() => json(200, {}), { token: 't1' });
    let times = 0;
    const reply = await caller.raw(() => {
      times += 1;
      return Promise.resolve(problem(401, 'session.expired'));
    });
    expect([reply.status, times, sent.length, keeper.current.ended]).toEqual([401, 1, 0, true]);
  });
  test('is not tried a second time', async () => {
    const { caller, sent } = world((request) => (isSignIn(request) ? json(201, session('t2')) : problem(401, 'session.expired')), { wechat: true, token: 't1' });
    await expect(caller.call('home', {})).rejects.toMatchObject({ code: 'session.expired' });
    expect(sent.filter(isSignIn)).toHaveLength(1);
  });
  test('in a browser the person is told, and nothing is sent again', async () => {
    const { caller, sent, keeper } = world(() => problem(401, 'session.expired'), { token: 't1' });
    await expect(caller.call('home', {})).rejects.toMatchObject({ code: 'session.expired' });
    expect(sent).toHaveLength(1);
    expect(keeper.current).toEqual({ session: null, ended: true });
  });
  test('when WeChat says no too, the session ends', async () => {
    const { caller, keeper } = world((request) => (isSignIn(request) ? problem(503, 'session.provider-down') : problem(401, 'session.expired')), { wechat: true, token: 't1' });
    await expect(caller.call('home', {})).rejects.toMatchObject({ code: 'session.expired' });
    expect(keeper.current.ended).toBe(true);
  });
  test('a guest who never signed in is not signed in behind their back', async () => {
    const { caller, sent } = world(() => problem(401, 'session.missing'), { wechat: true });
    await expect(caller.call('home', {})).rejects.toMatchObject({ code: 'session.missing' });
    expect(sent).toHaveLength(1);
  });
  test('the sign-in itself carries no old token', async () => {
    const { caller, sent } = world(() => json(201, session('t2')), { token: 't1' });
    await caller.call('signInWithSms', { body: { mobile: '1', code: '2' } });
    expect(sent[0]?.headers['authorization']).toBeUndefined();
  });
});

test('every endpoint that writes JSON is typed as one that has a body', () => {
  for (const endpoint of Object.values(endpoints)) if (endpoint.method === 'GET' || endpoint.method === 'DELETE') expect(endpoint.body).toBe('none');
});
