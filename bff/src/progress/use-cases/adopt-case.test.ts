import type { CoreCase, CoreEvent } from '../../core-fund/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { anOverview } from '../../withdrawal/testing/an-overview.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import { ShowInbox } from '../../notification/use-cases/show-inbox.ts';
import { ResubmitCase } from '../../withdrawal/use-cases/resubmit-case.ts';
import { Cases } from '../domain/cases.ts';
import { ADOPT_TOPIC, AdoptCase } from './adopt-case.ts';
import { ReceiveCoreEvents } from './receive-core-events.ts';
import { ListCases, ShowCase } from './show-cases.ts';

const personId = '11111111-1111-4111-8111-111111111111';
const customerNo = `KH-${personId}`;

describe.each(testEngines())('a case that the core made by itself (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
    world.core.overviewValue = anOverview();
  });
  afterEach(() => world.close());

  const push = async (...events: CoreEvent[]): Promise<void> => {
    world.core.pushed = events;
    await world.module.get(ReceiveCoreEvents).push('/x', {}, Buffer.from('{}'));
  };
  const runOf = (more: Partial<CoreCase> = {}): CoreCase => world.core.made({ route: 'rent', amountFen: 180_000, cardNo: 'K1', requestNo: 'ZD000000000001-20261121', orderNo: 'QY1', ...more });
  const eventOf = (core: CoreCase, state = core.state): CoreEvent => ({ ...world.core.eventOf(core), customerNo, state });
  const mine = async () => (await world.module.get(ListCases).execute(personId, {})).items;
  const rowsOf = async (table: string): Promise<number> => {
    const [row] = (await world.db.database.manager().query(`SELECT COUNT(*) AS n FROM ${table}`)) as { n: number | string }[];
    return Number(row?.n);
  };

  it('is followed by its person like any other, with its card, its stages and its notices', async () => {
    await push(eventOf(runOf()));
    const [one] = await mine();
    expect(one).toMatchObject({ route: 'rent', amountFen: 180_000, stage: 'paid', number: expect.stringMatching(/^T20261121/) });
    expect(await world.module.get(ShowCase).execute(personId, one?.caseId ?? '')).toMatchObject({ payee: { bank: '中国建设银行', tail: '1496' }, paidAt: '2026-11-21T02:00:01.000Z', awaitingCore: false });
    const notices = (await world.db.database.manager().query('SELECT stage FROM notice ORDER BY position')) as { stage: string }[];
    expect(notices.map(({ stage }) => stage)).toEqual(['accepted', 'approved', 'paid']);
    expect(await world.module.get(Cases).byId(one?.caseId ?? '')).toMatchObject({ link: 'held', wish: null, record: { orderNo: 'QY1' } });
  });

  it('is told as what it is: a run of the offset went into the loan, on the phone and by message; a counter\'s went to the card', async () => {
    await push(eventOf(runOf({ route: 'repay-fund-loan', cardNo: null })));
    await push(eventOf(world.core.made({ route: 'rent', amountFen: 180_000, cardNo: 'K1', requestNo: 'counter-1' })));
    expect((await mine()).map(({ route, origin }) => [route, origin])).toEqual([['rent', 'centre'], ['repay-fund-loan', 'order']]);
    const inbox = (await world.module.get(ShowInbox).execute(personId, undefined)).items;
    expect(new Set(inbox.map(({ route, origin }) => `${route} ${origin}`))).toEqual(new Set(['repay-fund-loan order', 'rent centre']));
    await world.outbox.round();
    expect(world.post.sms.map(({ params }) => params[2])).toEqual(['已还入贷款', '已到账']);
  });

  it('tells why the bank did not take its payment, in the centre\'s own words, and cannot be handed in again: not for its age', async () => {
    const core = runOf();
    await push(eventOf(core));
    await push(eventOf(world.core.made({ ...core, state: 'payment-failed', refusal: { code: 'YHTH', words: '收款账户已销户' } })));
    const [notice] = (await world.module.get(ShowInbox).execute(personId, undefined)).items;
    expect(notice).toMatchObject({ stage: 'payment-failed', origin: 'order', cause: '收款账户已销户' });
    const again = (caseId: string | undefined) => world.module.get(ResubmitCase).execute({ personId, channel: 'weapp' }, caseId ?? '', {});
    await expect(again(notice?.caseId)).rejects.toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'made-by-order' }], detail: expect.stringContaining('按月自动办理') } });
    await push(eventOf(runOf({ requestNo: 'counter-1', orderNo: undefined as never, state: 'refused', refusal: { code: '300050', words: '材料不清晰', about: 'material-unreadable' } })));
    const atCounter = (await mine()).find(({ origin }) => origin === 'centre');
    await expect(again(atCounter?.caseId)).rejects.toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'made-at-the-centre' }], detail: expect.not.stringContaining('三十天') } });
  });

  it('is one case however many events tell of it, and whoever takes it up first', async () => {
    const core = runOf();
    await push(eventOf(core, 'received'), eventOf(core, 'accepted'), eventOf(core));
    await push(eventOf(core));
    const adopt = world.module.get(AdoptCase);
    await Promise.all([adopt.execute(personId, core.caseNo), adopt.execute(personId, core.caseNo)]);
    expect(await mine()).toHaveLength(1);
    expect(await rowsOf('notice')).toBe(3);
  });

  it('is one case when two instances take it up in the same moment', async () => {
    const core = runOf();
    const adopt = world.module.get(AdoptCase);
    await Promise.all([adopt.execute(personId, core.caseNo), adopt.execute(personId, core.caseNo)]);
    await world.outbox.round();
    expect(await rowsOf('service_case')).toBe(1);
    expect((await mine())[0]).toMatchObject({ stage: 'paid' });
  });

  it('stands beside a live case of the same route, and moves on with the next event', async () => {
    const core = runOf({ state: 'received' });
    await push(eventOf(core));
    const other = runOf({ state: 'received', requestNo: 'ZD000000000002-20261121' });
    await push(eventOf(other));
    expect((await mine()).map(({ stage }) => stage)).toEqual(['submitted', 'submitted']);
    await push(eventOf(world.core.advance(core.caseNo, 'refused')));
    expect((await mine()).map(({ stage }) => stage).sort()).toEqual(['refused', 'submitted']);
    const refused = (await mine()).find(({ stage }) => stage === 'refused');
    expect(await world.module.get(ShowCase).execute(personId, refused?.caseId ?? '')).toMatchObject({ fix: { resubmit: false } });
  });

  it('is paid the balance of the day it is paid, when it was a closing withdrawal at a counter', async () => {
    const core = runOf({ route: 'retirement', state: 'received', requestNo: 'counter-1' });
    await push(eventOf(core));
    await push(eventOf(world.core.made({ ...core, state: 'paid', amountFen: 185_000, interestFen: 321, paidAt: '2026-11-21T02:30:00.000Z' })));
    const [one] = await mine();
    expect(one).toMatchObject({ route: 'retirement', stage: 'paid', amountFen: 185_000 });
    expect(await world.module.get(ShowCase).execute(personId, one?.caseId ?? '')).toMatchObject({ interestFen: 321 });
  });

  it('waits until the core can be read', async () => {
    const core = runOf();
    world.core.up = false;
    await push(eventOf(core));
    expect(await mine()).toEqual([]);
    world.core.up = true;
    await world.outbox.round(ADOPT_TOPIC);
    await world.outbox.round();
    expect(await mine()).toHaveLength(1);
  });

  it('is left alone when it is nobody\'s here, is none of ours to follow, or was sent by us under an earlier number', async () => {
    await push({ ...eventOf(runOf()), customerNo: 'KH00000000000009' });
    await push(eventOf(runOf({ route: 'loan-prepayment', requestNo: 'counter-1' })));
    await push(eventOf(runOf({ requestNo: `W${'a'.repeat(32)}-2` })));
    await push({ ...eventOf(runOf({ requestNo: 'counter-2' })), caseNo: 'YW404' });
    world.people.unbound.add(personId);
    await push(eventOf(runOf({ requestNo: 'counter-3' })));
    world.people.unbound.clear();
    expect(await mine()).toEqual([]);
    expect(world.outbox.dead).toEqual([]);
    expect(world.outbox.waiting.size).toBe(0);
  });
});
