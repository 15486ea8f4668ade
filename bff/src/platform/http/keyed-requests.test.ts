import { CreatePlatform1780000000001 } from '../database/migrations/0001-create-platform.ts';
import { SilentLog } from '../logging/log.ts';
import { platformRows } from '../platform.rows.ts';
import { Refusal } from '../refusal.ts';
import type { TestDatabase } from '../testing/index.ts';
import { fixedClock, testBlindIndex, testCipher, testDatabase, testEngines } from '../testing/index.ts';
import { AskedRequestRow } from './asked-request.row.ts';
import type { Asking } from './keyed-requests.ts';
import { KEEP_MS, KeyedRequests, LEASE_MS } from './keyed-requests.ts';

const wish = { scope: 'person-1', key: 'key-1', request: 'POST /withdrawals {"a":1}', status: 201 };
const codeOf = (work: Promise<unknown>) => work.then(() => 'no refusal', (error: unknown) => (error instanceof Refusal ? error.code : String(error)));

describe.each(testEngines())('writes asked once on %s', (engine) => {
  let db: TestDatabase;
  let clock = fixedClock();
  let requests: KeyedRequests;
  const first = async (w = wish): Promise<Asking> => {
    const claim = await requests.claim(w);
    if (claim.kind !== 'first') throw new Error('replayed');
    return claim.asking;
  };

  beforeAll(async () => {
    db = await testDatabase(engine, platformRows, [CreatePlatform1780000000001]);
  });
  beforeEach(async () => {
    clock = fixedClock();
    requests = new KeyedRequests(db.unitOfWork, testCipher(), testBlindIndex(), clock, new SilentLog());
    await db.empty('asked_request');
  });
  afterAll(() => db.close());

  test('of five askings at once one goes first and the others hear that it runs', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => codeOf(requests.claim(wish))));
    expect(answers.sort()).toEqual(['idempotency.running', 'idempotency.running', 'idempotency.running', 'idempotency.running', 'no refusal']);
  });

  test('a repeat gets the first reply with its status', async () => {
    const asking = await first();
    await requests.during(asking, () => requests.complete({ caseId: 'c1' }));
    expect(await requests.claim(wish)).toEqual({ kind: 'replay', status: 201, body: { caseId: 'c1' } });
  });

  test('a reply without a body is replayed without one', async () => {
    await requests.store(await first(), undefined);
    expect(await requests.claim(wish)).toEqual({ kind: 'replay', status: 201, body: undefined });
  });

  test('the newest reply is the one that is replayed', async () => {
    const asking = await first();
    await requests.store(asking, { state: 'submitted' });
    await requests.store(asking, { state: 'paid' });
    expect(await requests.claim(wish)).toMatchObject({ body: { state: 'paid' } });
  });

  test('the same key with another body is refused, running or done', async () => {
    const asking = await first();
    expect(await codeOf(requests.claim({ ...wish, request: 'other' }))).toBe('idempotency.body-differs');
    await requests.store(asking, {});
    expect(await codeOf(requests.claim({ ...wish, request: 'other' }))).toBe('idempotency.body-differs');
  });

  test('the same key of another person is another key', async () => {
    await first();
    expect((await requests.claim({ ...wish, scope: 'person-2' })).kind).toBe('first');
  });

  test('a key whose first try died is taken over under the same asking id', async () => {
    const dead = await first();
    clock.advance(LEASE_MS + 1);
    const next = await first();
    expect(next.askingId).toBe(dead.askingId);
    expect(next.owner).not.toBe(dead.owner);
  });

  test('the dead one, come back to life, cannot commit beside its successor', async () => {
    const dead = await first();
    clock.advance(LEASE_MS + 1);
    const next = await first();
    expect(await codeOf(db.unitOfWork.run(() => requests.store(dead, { from: 'dead' })))).toBe('idempotency.running');
    await requests.store(next, { from: 'next' });
    expect(await requests.claim(wish)).toMatchObject({ body: { from: 'next' } });
  });

  test('a reply whose unit of work fell is not done', async () => {
    const asking = await first();
    const work = db.unitOfWork.run(async () => {
      await requests.store(asking, { caseId: 'c1' });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await codeOf(requests.claim(wish))).toBe('idempotency.running');
  });

  test('after a refusal the key is free, for another body too', async () => {
    await requests.free(await first());
    expect((await requests.claim({ ...wish, request: 'other' })).kind).toBe('first');
  });

  test('after a breakdown the same wish goes on at once, another does not', async () => {
    const broken = await first();
    await requests.letGo(broken);
    expect(await codeOf(requests.claim({ ...wish, request: 'other' }))).toBe('idempotency.body-differs');
    expect((await first()).askingId).toBe(broken.askingId);
  });

  test('what is done is neither freed nor let go', async () => {
    const asking = await first();
    await requests.store(asking, { caseId: 'c1' });
    await requests.free(asking);
    await requests.letGo(asking);
    expect((await requests.claim(wish)).kind).toBe('replay');
  });

  test('after 48 hours the key is new again, and the sweep removes it', async () => {
    await requests.store(await first(), {});
    clock.advance(KEEP_MS);
    expect((await requests.claim(wish)).kind).toBe('first');
    clock.advance(KEEP_MS + 1);
    expect(await requests.removeExpired()).toBe(1);
  });

  test('neither key, scope nor reply stands in the table in clear', async () => {
    const asking = await first({ ...wish, scope: 'mobile-13800000000' });
    await requests.store(asking, { name: '张三' });
    const text = JSON.stringify(await db.database.manager().findBy(AskedRequestRow, {}));
    expect(text).not.toMatch(/张三|key-1|13800000000|withdrawals/);
  });

  test('outside a keyed request there is no asking id and nothing to complete', async () => {
    expect(requests.askingId()).toBeUndefined();
    await requests.complete({});
    expect(await db.database.manager().count(AskedRequestRow)).toBe(0);
  });
});
