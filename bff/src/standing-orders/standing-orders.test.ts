import 'reflect-metadata';
import type { StandingOrderBody } from '@anju/shared/contract';
import { AuditEntryRow } from '../audit/adapters/audit.rows.ts';
import { OpaqueIds } from '../account/index.ts';
import { testBlindIndex, testEngines } from '../platform/testing/index.ts';
import { standingWorld } from './testing/standing-world.ts';
import type { StandingWorld } from './testing/standing-world.ts';
import { ChangeStandingOrder } from './use-cases/change-standing-order.ts';
import { ListStandingOrders } from './use-cases/list-standing-orders.ts';
import { SignStandingOrder } from './use-cases/sign-standing-order.ts';

const card = new OpaqueIds(testBlindIndex()).card('lin', 'K1');
const closedCard = new OpaqueIds(testBlindIndex()).card('lin', 'K2');
const rent: StandingOrderBody = { kind: 'rent', bankCardId: card, day: 5 };
const LOAN = { balanceFen: 50_000_000, overduePeriods: 0, repaid: { fromDate: '2025-11-21', toDate: '2026-11-20', principalFen: 1, interestFen: 1 } };

describe.each(testEngines())('standing orders on %s', (engine) => {
  let world: StandingWorld;
  beforeEach(async () => {
    world = await standingWorld(engine);
  });
  afterEach(async () => {
    await world.close();
  });
  const sign = (body = rent, who = 'lin') => world.module.get(SignStandingOrder).execute(who, body);
  const list = (who = 'lin') => world.module.get(ListStandingOrders).execute(who);
  const change = (orderId: string, body: Parameters<ChangeStandingOrder['execute']>[2], who = 'lin') => world.module.get(ChangeStandingOrder).execute(who, orderId, body);
  const end = (orderId: string, who = 'lin') => world.module.get(ChangeStandingOrder).end(who, orderId);
  const anew = (name: string): string => (world.asking.name = `${name}${'0'.repeat(8 - name.length)}-2222-4222-8222-222222222222`);
  const audited = async () => (await world.db.database.manager().find(AuditEntryRow)).map(({ action }) => action);

  it('is signed, with the card, the next run as it would be today, and the runs that were', async () => {
    const order = await sign();
    expect(order).toMatchObject({
      kind: 'rent', state: 'running', day: 5, card: { bankCardId: card, tail: '1234' }, next: { on: '2026-12-05', expectedFen: 180_000, enough: true },
      runs: [{ on: '2026-11-05', amountFen: 180_000, state: 'paid', caseId: 'case-1' }, { on: '2026-10-05', amountFen: null, state: 'skipped' }],
    });
    expect(order.orderId).toMatch(/^[0-9a-f]{24}$/);
    expect(world.asking.replies).toEqual([order]);
    expect((await list()).orders).toEqual({ state: 'fresh', asOf: '2026-11-21T01:30:15.000Z', value: [order] });
    expect((await list('wu')).orders).toMatchObject({ value: [] });
    expect(await audited()).toEqual(['standing-order.signed']);
  });

  it('is listed with the cases of all runs in one reading, however many orders there are', async () => {
    await sign();
    world.facts.now = { ...world.facts.now, loan: LOAN };
    anew('b');
    await sign({ kind: 'offset' });
    const before = world.casesRead.length;
    expect((await list()).orders).toMatchObject({ value: [{ runs: [{ caseId: 'case-1' }, {}] }, { runs: [{ caseId: 'case-1' }, {}] }] });
    expect(world.casesRead.slice(before)).toEqual([2]);
  });

  it.each([['lost on the way', ['lost']], ['lost on the way back', ['answer-lost']]] as const)('is signed once when the line is %s', async (_, lines) => {
    world.core.lines.push(...lines);
    await sign();
    expect(world.core.held.size).toBe(1);
    expect(new Set(world.core.asked.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('goes on under the same number and moment when the key comes again later', async () => {
    world.core.lines.push('answer-lost', 'lost');
    await expect(sign()).rejects.toMatchObject({ code: 'core.unreachable' });
    world.clock.advance(90_000);
    // By now the core's overview lists it.
    world.facts.now = { ...world.facts.now, standingOrders: ['rent'] };
    expect(await sign()).toMatchObject({ kind: 'rent', state: 'running' });
    expect(world.core.held.size).toBe(1);
    expect(new Set(world.core.asked.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  it('is not signed against the rules, nor against the core, and says why', async () => {
    world.facts.now = { ...world.facts.now, ownsHome: true };
    await expect(sign()).rejects.toMatchObject({ code: 'standing-order.not-possible', details: { reasons: [{ code: 'owns-home' }] } });
    world.facts.now = { ...world.facts.now, ownsHome: false };
    await sign();
    anew('b');
    await expect(sign()).rejects.toMatchObject({ code: 'standing-order.not-possible', details: { reasons: [{ code: 'standing-exists' }] } });
    expect(world.core.held.size).toBe(1);
  });

  it.each([
    ['an offset with a card', { kind: 'offset', bankCardId: card }, 'bankCardId'],
    ['an offset with a day', { kind: 'offset', day: 5 }, 'day'],
    ['rent without a card', { kind: 'rent', day: 5 }, 'bankCardId'],
    ['rent without a day', { kind: 'rent', bankCardId: card }, 'day'],
  ] as const)('refuses %s, naming the field', async (_, body, field) => {
    await expect(sign(body)).rejects.toMatchObject({ code: 'request.invalid', details: { fields: [{ field }] } });
    expect(world.core.asked).toEqual([]);
  });

  it('pays to no card that is closed or somebody else\'s', async () => {
    await expect(sign({ ...rent, bankCardId: closedCard })).rejects.toMatchObject({ code: 'withdrawal.card-unknown' });
    await expect(sign(rent, 'wu')).rejects.toMatchObject({ code: 'withdrawal.card-unknown' });
  });

  it('of the fund loan needs neither card nor day', async () => {
    world.facts.now = { ...world.facts.now, loan: LOAN };
    expect(await sign({ kind: 'offset' })).toMatchObject({ kind: 'offset', day: null, card: null });
    const { offers } = await list();
    expect(offers.map(({ kind, possible }) => [kind, possible])).toEqual([['offset', true], ['repay-commercial-loan', false], ['rent', false]]);
  });

  it('is paused and resumed; the same wish twice is done once', async () => {
    const { orderId } = await sign();
    anew('c');
    expect(await change(orderId, { action: 'pause' })).toMatchObject({ state: 'paused', next: null });
    anew('d');
    const asked = world.core.asked.length;
    expect(await change(orderId, { action: 'pause' })).toMatchObject({ state: 'paused' });
    expect(world.core.asked.length).toBe(asked);
    anew('e');
    expect(await change(orderId, { action: 'resume' })).toMatchObject({ state: 'running' });
    expect(await audited()).toEqual(['standing-order.signed', 'standing-order.pause', 'standing-order.pause', 'standing-order.resume']);
  });

  it('changes its day; a change that names nothing is refused', async () => {
    const { orderId } = await sign();
    anew('c');
    expect(await change(orderId, { action: 'change', day: 9 })).toMatchObject({ day: 9 });
    await expect(change(orderId, { action: 'change' })).rejects.toMatchObject({ code: 'request.invalid', details: { fields: [{ field: 'day' }] } });
  });

  it('leaves out the run of the day that was read, once however often it is asked; it says which days are left out', async () => {
    const { orderId } = await sign();
    anew('c');
    expect(await change(orderId, { action: 'skip', on: '2026-12-05' })).toMatchObject({ skipped: ['2026-12-05'], next: { on: '2027-01-05' } });
    const asked = world.core.asked.length;
    anew('d');
    expect(await change(orderId, { action: 'skip', on: '2026-12-05' })).toMatchObject({ skipped: ['2026-12-05'], next: { on: '2027-01-05' } });
    expect(world.core.asked.length).toBe(asked);
    expect((await list()).orders).toMatchObject({ value: [{ skipped: ['2026-12-05'] }] });
    anew('e');
    await expect(change(orderId, { action: 'skip', on: '2027-03-05' })).rejects.toMatchObject({ code: 'standing-order.not-possible', details: { reasons: [{ code: 'standing-unknown' }] } });
    anew('f');
    expect(await change(orderId, { action: 'skip' })).toMatchObject({ skipped: ['2026-12-05', '2027-01-05'] });
  });

  it('says how many are left out already when the next one cannot be too', async () => {
    const { orderId } = await sign();
    for (const name of ['c', 'd', 'e']) {
      anew(name);
      await change(orderId, { action: 'skip' });
    }
    const full = { code: 'standing-order.not-possible', details: { reasons: [{ code: 'standing-skips-full', params: { count: 3 } }] } };
    anew('f');
    await expect(change(orderId, { action: 'skip', on: '2027-03-05' })).rejects.toMatchObject(full);
    anew('1');
    await expect(change(orderId, { action: 'skip' })).rejects.toMatchObject(full);
    anew('2');
    await expect(change(orderId, { action: 'skip', on: '2027-05-05' })).rejects.toMatchObject({ details: { reasons: [{ code: 'standing-unknown' }] } });
  });

  it('leaves a run out once when the answer is lost, by its day or not', async () => {
    const { orderId } = await sign();
    for (const [name, body] of [['c', { action: 'skip', on: '2026-12-05' }], ['d', { action: 'skip' }]] as const) {
      anew(name);
      world.core.lines.push('answer-lost', 'lost');
      await expect(change(orderId, body)).rejects.toMatchObject({ code: 'core.unreachable' });
      await change(orderId, body);
    }
    expect((await list()).orders).toMatchObject({ value: [{ skipped: ['2026-12-05', '2027-01-05'], next: { on: '2027-02-05' } }] });
  });

  it('is told as done to whoever asks anew under another key, even where the first try arrives only after the order was read', async () => {
    const { orderId } = await sign();
    for (const [name, body, told] of [['c', { action: 'pause' }, { state: 'paused' }], ['d', { action: 'resume' }, { state: 'running' }], ['e', { action: 'skip', on: '2026-12-05' }, { skipped: ['2026-12-05'] }]] as const) {
      anew(name);
      world.core.justBefore = body;
      expect(await change(orderId, body)).toMatchObject(told);
    }
    anew('f');
    world.core.justBefore = { action: 'end' };
    await end(orderId);
    expect((await list()).orders).toMatchObject({ value: [{ state: 'ended' }] });
  });

  it('of another state than the wished one, found after the refusal, it stays refused', async () => {
    const { orderId } = await sign();
    anew('c');
    world.core.justBefore = { action: 'end' };
    await expect(change(orderId, { action: 'pause' })).rejects.toMatchObject({ code: 'standing-order.not-possible', details: { reasons: [{ code: 'standing-unknown' }] } });
  });

  it('has left out a day that is past by now, for whoever asks for that again', async () => {
    const { orderId } = await sign();
    anew('c');
    const asked = world.core.asked.length;
    expect(await change(orderId, { action: 'skip', on: '2026-10-05' })).toMatchObject({ orderId, state: 'running' });
    expect(world.core.asked.length).toBe(asked);
  });

  it('ends, and stays so', async () => {
    const { orderId } = await sign();
    anew('c');
    await end(orderId);
    anew('d');
    await end(orderId);
    expect((await list()).orders).toMatchObject({ value: [{ state: 'ended', next: null }] });
    anew('f');
    await expect(change(orderId, { action: 'skip' })).rejects.toMatchObject({ code: 'standing-order.not-possible', details: { reasons: [{ code: 'standing-unknown' }] } });
  });

  it('is nobody else\'s', async () => {
    const { orderId } = await sign();
    await expect(change(orderId, { action: 'pause' }, 'wu')).rejects.toMatchObject({ code: 'request.not-found' });
    await expect(end(orderId, 'wu')).rejects.toMatchObject({ code: 'request.not-found' });
  });

  it('is not known while the core is away, and nothing is offered that nobody knows', async () => {
    world.core.up = false;
    world.overview.up = false;
    expect(await list()).toEqual({ orders: { state: 'unknown', reason: 'core-down' }, offers: [], cards: [] });
    await expect(sign()).rejects.toMatchObject({ code: 'core.unreachable' });
  });
});
