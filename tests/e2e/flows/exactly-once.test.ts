import { endpoints } from '@anju/shared/contract';
import { showFace, submitPrefilled, untilCase, verifiedOnH5 } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

describe('a withdrawal happens exactly once', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(async () => {
    await world?.close();
  });

  async function ready(key = 'loan-in-order'): Promise<Phone> {
    const phone = await verifiedOnH5(world.bffUrl, world.control, await world.control.person(key));
    await showFace(phone, world.control);
    return phone;
  }
  async function wish(phone: Phone) {
    const form = await phone.ask(endpoints.showForm, { params: { route: 'repay-fund-loan' } });
    return { route: 'repay-fund-loan' as const, amountFen: form.prefilledFen ?? 0, bankCardId: form.card?.bankCardId ?? '' };
  }
  const cases = async (phone: Phone) => (await phone.ask(endpoints.listCases)).items;
  const payments = async (key = 'loan-in-order') => (await world.control.journal(key)).payments.length;

  it('when five requests with one key arrive at once', async () => {
    const phone = await ready();
    const body = await wish(phone);
    const answers = await Promise.all(Array.from({ length: 5 }, () => phone.call(endpoints.submitWithdrawal, { key: 'five', body })));
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(statuses).toContain(201);
    const again = await phone.call(endpoints.submitWithdrawal, { key: 'five', body });
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await cases(phone)).toHaveLength(1);
    expect(await payments()).toBe(1);
  });

  it('when two taps bring two keys', async () => {
    const phone = await ready();
    const body = await wish(phone);
    const answers = await Promise.all(['one', 'two', 'three'].map((key) => phone.call(endpoints.submitWithdrawal, { key, body })));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(await cases(phone)).toHaveLength(1);
    expect(await payments()).toBe(1);
  });

  it('when the line drops after the core did the work', async () => {
    const phone = await ready();
    await world.control.coreFault({ on: 'TQ1002', kind: 'drop-after', times: 1 });
    const { caseId } = await submitPrefilled(phone, 'repay-fund-loan', 'dropped');
    await untilCase(phone, caseId, (it) => it.stage === 'paid');
    expect(await payments()).toBe(1);
    expect(await cases(phone)).toHaveLength(1);
  });

  it('when the line drops before the core did anything', async () => {
    const phone = await ready();
    await world.control.coreFault({ on: 'TQ1002', kind: 'drop-before', times: 1 });
    const { caseId } = await submitPrefilled(phone, 'repay-fund-loan', 'dropped-before');
    await untilCase(phone, caseId, (it) => it.stage === 'paid');
    expect(await payments()).toBe(1);
  });

  it.each(['malformed', 'bad-sign'] as const)('when the core answers %s', async (kind) => {
    const phone = await ready();
    await world.control.coreFault({ on: 'TQ1002', kind, times: 1 });
    const { caseId } = await submitPrefilled(phone, 'repay-fund-loan', `fault-${kind}`);
    await untilCase(phone, caseId, (it) => it.stage === 'paid');
    expect(await payments()).toBe(1);
  });

  it('when the BFF is killed between submission and payment', async () => {
    const phone = await ready();
    await world.control.coreFault({ on: 'TQ1002', kind: 'delay', ms: 6_000, times: 1 });
    const body = await wish(phone);
    const lost = phone.call(endpoints.submitWithdrawal, { key: 'killed', body }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await world.stack.end('bff', 'SIGKILL');
    await lost;
    await world.stack.startBff();
    const again = await untilAnswered(phone, body);
    await untilCase(phone, again.caseId, (it) => it.stage === 'paid', 45_000);
    expect(await cases(phone)).toHaveLength(1);
    expect(await payments()).toBe(1);
  });

  async function untilAnswered(phone: Phone, body: Awaited<ReturnType<typeof wish>>): Promise<{ caseId: string }> {
    for (let tries = 0; tries < 40; tries += 1) {
      const answer = await phone.call(endpoints.submitWithdrawal, { key: 'killed', body });
      if (answer.status === 201) return answer.body;
      expect(answer.status).toBe(409);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
    throw new Error('the key was never answered');
  }

  it.each(['duplicate', 'reorder', 'withhold'] as const)('and is told once when events come %s', async (kind) => {
    const phone = await ready();
    await world.control.eventsFault(kind);
    const { caseId } = await submitPrefilled(phone, 'repay-fund-loan', `events-${kind}`);
    await untilCase(phone, caseId, (it) => it.stage === 'paid');
    await world.control.releaseEvents();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const inbox = await phone.ask(endpoints.listNotices);
    expect(inbox.items.map((notice) => notice.stage).reverse()).toEqual(['accepted', 'approved', 'paid']);
    expect((await phone.ask(endpoints.showCase, { params: { caseId } })).stage).toBe('paid');
    expect(await payments()).toBe(1);
  });
});
