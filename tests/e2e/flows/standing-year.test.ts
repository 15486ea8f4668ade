import { addDays, addYearMonths, chinaDateOf, monthOf } from '@anju/shared/calendar';
import { endpoints } from '@anju/shared/contract';
import type { CaseSummary, StandingOrder } from '@anju/shared/contract';
import { showFace, verifiedOnWeapp } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(300_000);

const RENT_DAY = 10;

/** A year of standing orders: exactly the runs that fall due, each one case and at most one payment, whatever is restarted, paused or away. */
describe('standing orders over a year', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await world?.close();
  });

  const ready = async (key: string): Promise<Phone> => {
    const person = await world.control.person(key);
    const { phone } = await verifiedOnWeapp(world.bffUrl, world.control, person);
    await showFace(phone, world.control);
    return phone;
  };
  const orderOf = async (phone: Phone): Promise<StandingOrder> => {
    // Right after the core came back the screen may still say that it is away.
    const { orders } = await until(() => phone.ask(endpoints.listStandingOrders), (reply) => reply.orders.state !== 'unknown');
    const [order] = orders.state === 'unknown' ? [] : orders.value;
    if (order === undefined) throw new Error('no standing order');
    return order;
  };
  async function casesOf(phone: Phone): Promise<readonly CaseSummary[]> {
    const found: CaseSummary[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await phone.ask(endpoints.listCases, { query: cursor === undefined ? {} : { cursor } });
      found.push(...page.items);
      cursor = page.cursor;
      if (cursor === undefined) return found;
    }
  }
  async function until<T>(read: () => Promise<T>, wanted: (it: T) => boolean): Promise<T> {
    for (const deadline = performance.now() + 45_000; ; ) {
      const it = await read();
      if (wanted(it) || performance.now() > deadline) return it;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }

  it('makes exactly the due runs, each once, and tells of each as a case', async () => {
    const [renter, owner] = [await ready('renter'), await ready('loan-in-order')];
    const rent = await orderFor(renter, 'rent');
    const offset = await orderFor(owner, 'offset');
    expect([rent.state, offset.state]).toEqual(['running', 'running']);
    const started = monthOf(chinaDateOf(world.stack.options.now === undefined ? Date.now() : Date.parse(world.stack.options.now)));
    const due: string[] = [];
    const skipped: string[] = [];
    const month = (nth: number): string => addYearMonths(started, nth);
    const change = async (action: 'pause' | 'resume' | 'skip'): Promise<void> => {
      // As a phone does: the same wish under the same key until it is answered.
      const asked = { params: { orderId: rent.orderId }, body: { action }, key: `${action}-it` };
      const answer = await until(() => renter.call(endpoints.changeStandingOrder, asked), ({ status }) => status !== 503);
      expect(answer.status).toBe(200);
    };
    for (let nth = 1; nth <= 12; nth += 1) {
      const day = `${month(nth)}-${String(RENT_DAY).padStart(2, '0')}`;
      if (nth === 3) await change('pause');
      if (nth === 5) await change('resume');
      if (nth === 9) {
        await change('skip');
        skipped.push(day);
      }
      if (nth === 6) {
        await world.stack.end('bff', 'SIGKILL');
        await world.stack.startBff();
      }
      // The core is away for a month: nothing is asked of it, and what fell due is made when it is back.
      if (nth === 7) continue;
      if (nth === 8) {
        await world.stack.end('core-fund', 'SIGKILL');
        await world.stack.startCore();
      }
      await world.control.coreDay(addDays(day, 12));
      if (nth === 4 || nth === 11) {
        await world.stack.end('core-fund', 'SIGKILL');
        await world.stack.startCore();
      }
    }
    for (let nth = 1; nth <= 12; nth += 1) if (nth !== 3 && nth !== 4 && nth !== 9) due.push(`${month(nth)}-${String(RENT_DAY).padStart(2, '0')}`);

    const order = await orderOf(renter);
    const runs = [...order.runs].reverse();
    expect(runs.filter(({ state }) => state === 'skipped').map(({ on }) => on)).toEqual(skipped);
    expect(runs.filter(({ state }) => state !== 'skipped').map(({ on }) => on)).toEqual(due);
    expect(new Set(runs.filter(({ state }) => state !== 'skipped').map(({ state }) => state))).toEqual(new Set(['paid']));
    const paid = (await world.control.journal('renter')).payments;
    expect(paid).toHaveLength(due.length);
    expect(new Set(paid.map(({ ywlsh }) => ywlsh)).size).toBe(due.length);

    const followed = await until(() => casesOf(renter), (cases) => cases.filter(({ stage }) => stage === 'paid').length >= due.length);
    expect(followed.filter(({ route }) => route === 'rent').map(({ stage }) => stage)).toEqual(due.map(() => 'paid'));
    expect(new Set(followed.map(({ caseId }) => caseId)).size).toBe(due.length);

    // The offset pays the loan from the account: a case each month, and no payment to any card.
    const offsets = await until(() => casesOf(owner), (cases) => cases.length >= 12);
    expect(offsets.map(({ route }) => route)).toEqual(offsets.map(() => 'repay-fund-loan'));
    expect(offsets.length).toBe(new Set((await world.control.casesOf('loan-in-order')).map(({ ywlsh }) => ywlsh)).size);
    expect((await world.control.journal('loan-in-order')).payments).toEqual([]);
    expect((await world.control.journal('renter')).balanced).toBe(true);
  });

  async function orderFor(phone: Phone, kind: 'rent' | 'offset'): Promise<StandingOrder> {
    const { offers, cards } = await phone.ask(endpoints.listStandingOrders);
    expect(offers.find((offer) => offer.kind === kind)).toMatchObject({ possible: true, reasons: [] });
    const body = kind === 'rent' ? { kind, bankCardId: cards.find(({ usable }) => usable)?.bankCardId ?? '', day: RENT_DAY } : { kind };
    const order = await phone.ask(endpoints.signStandingOrder, { body, key: `sign-${kind}` });
    // A second tap, and another key for the same wish.
    expect(await phone.ask(endpoints.signStandingOrder, { body, key: `sign-${kind}` })).toEqual(order);
    expect(await phone.refused(endpoints.signStandingOrder, { body, key: `again-${kind}` })).toMatchObject({ status: 422, reasons: [{ code: 'standing-exists' }] });
    return order;
  }
});
