import { OpaqueIds } from '../../account/index.ts';
import type { CoreEvent } from '../../core-fund/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { SubmitWithdrawal } from '../../withdrawal/use-cases/submit-withdrawal.ts';
import { anOverview } from '../../withdrawal/testing/an-overview.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import { Cases } from '../domain/cases.ts';
import { CancelCase } from './cancel-case.ts';
import { FollowCoreFeed } from './follow-core-feed.ts';
import { ReceiveCoreEvents } from './receive-core-events.ts';
import { ListCases, ShowCase } from './show-cases.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'weapp' } as const;
const other = '33333333-3333-4333-8333-333333333333';

describe.each(testEngines())('a case between the core and its person (%s)', (engine) => {
  let world: BusinessWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await businessWorld(engine);
    world.core.overviewValue = anOverview();
    world.core.turns.push('to-clerk');
    const bankCardId = world.module.get(OpaqueIds).card(me.personId, 'K1');
    caseId = (await world.module.get(SubmitWithdrawal).execute(me, { route: 'repay-fund-loan', amountFen: 100, bankCardId })).caseId;
  });
  afterEach(() => world.close());

  const push = async (...events: CoreEvent[]): Promise<void> => {
    world.core.pushed = events;
    await world.module.get(ReceiveCoreEvents).push('/api/v1/callbacks/core/events', {}, Buffer.from('{}'));
  };
  const clerk = (state: Parameters<BusinessWorld['core']['advance']>[1]): CoreEvent => world.core.eventOf(world.core.advance('YW1', state));
  const shown = () => world.module.get(ShowCase).execute(me.personId, caseId);
  const noticesOf = async (): Promise<string[]> => {
    const rows = (await world.db.database.manager().query('SELECT stage FROM notice ORDER BY position')) as { stage: string }[];
    return rows.map((row) => row.stage);
  };

  it('shows whose turn it is, until when, and what lies ahead', async () => {
    const reply = await shown();
    expect(reply).toMatchObject({ stage: 'submitted', awaitingCore: false, holder: '受理岗', overdue: false, canCancel: true });
    expect(reply.steps.map((step) => [step.stage, step.state])).toEqual([
      ['submitted', 'done'], ['accepted', 'current'], ['under-review', 'ahead'], ['approved', 'ahead'], ['paid', 'ahead'],
    ]);
    expect(reply.steps[1]).toMatchObject({ post: '受理岗', limitWorkingDays: 1, dueAt: '2026-11-24T09:30:00.000Z' });
  });

  it('follows the clerk stage by stage and tells what is worth telling', async () => {
    await push(clerk('accepted'));
    expect((await shown()).steps.map((step) => step.state)).toEqual(['done', 'done', 'current', 'ahead', 'ahead']);
    await push(clerk('under-review'));
    await push(clerk('approved'));
    expect(await shown()).toMatchObject({ stage: 'approved', canCancel: false });
    await push(clerk('paid'));
    const reply = await shown();
    expect(reply).toMatchObject({ stage: 'paid', holder: null, paidAt: '2026-11-21T02:30:00.000Z' });
    expect(reply.steps.every((step) => step.state === 'done' && step.at !== undefined)).toBe(true);
    expect(await noticesOf()).toEqual(['accepted', 'approved', 'paid']);
  });

  it('takes repeated, late and shuffled events without moving back or telling twice', async () => {
    const events = [clerk('accepted'), clerk('under-review'), clerk('approved'), clerk('paid')];
    await push(events[3] as CoreEvent, events[0] as CoreEvent, events[3] as CoreEvent);
    await push(...events);
    await world.outbox.round('case.refresh');
    expect((await shown()).stage).toBe('paid');
    expect(await noticesOf()).toEqual(['accepted', 'approved', 'paid']);
  });

  it('tells of acceptance even when the review came first', async () => {
    clerk('accepted');
    await push(clerk('under-review'));
    expect(await noticesOf()).toEqual(['accepted']);
  });

  it('keeps the clerk\'s own words of a refusal and lets the person ask again', async () => {
    await push(clerk('refused'));
    const reply = await shown();
    expect(reply).toMatchObject({ stage: 'refused', refusal: { code: 'core-words', params: { text: '付款凭证不清晰' } } });
    expect(reply.steps.at(-1)).toMatchObject({ stage: 'refused', state: 'stopped' });
    const bankCardId = world.module.get(OpaqueIds).card(me.personId, 'K1');
    await expect(world.module.get(SubmitWithdrawal).execute(me, { route: 'repay-fund-loan', amountFen: 100, bankCardId })).resolves.toMatchObject({ state: 'paid' });
  });

  it('refuses a push whose signature does not hold and writes nothing', async () => {
    clerk('accepted');
    world.core.pushed = undefined;
    await expect(world.module.get(ReceiveCoreEvents).push('/x', {}, Buffer.from('{}'))).rejects.toMatchObject({ code: 'callback.signature' });
    expect((await shown()).stage).toBe('submitted');
    expect([...world.outbox.waiting.keys()].filter((key) => key.startsWith('case.refresh'))).toEqual([]);
  });

  it('passes over events of cases that are not ours', async () => {
    await push({ eventNo: 99, at: '2026-11-21T02:00:00.000Z', caseNo: 'YW-counter', requestNo: 'elsewhere', customerNo: 'KH', state: 'paid' });
    expect((await shown()).stage).toBe('submitted');
  });

  it('reads from the feed what no push brought, and only once', async () => {
    clerk('accepted');
    clerk('under-review');
    const follow = world.module.get(FollowCoreFeed);
    await follow.execute();
    expect((await shown()).stage).toBe('under-review');
    const before = world.core.asked.length;
    await follow.execute();
    expect(world.core.asked.length).toBe(before);
  });

  it('goes on behind events of kinds it does not know', async () => {
    for (let n = 1; n <= 200; n += 1) {
      world.core.feed.push({ eventNo: n, at: '2026-11-21T02:00:00.000Z', caseNo: 'x', requestNo: 'x', customerNo: 'x' });
      world.core.foreign.add(n);
    }
    clerk('accepted');
    await world.module.get(FollowCoreFeed).execute();
    expect((await shown()).stage).toBe('accepted');
  });

  it('reads the case when it has no word for what the event tells', async () => {
    const { state: _unknown, ...event } = clerk('accepted');
    await push(event);
    expect((await shown()).stage).toBe('accepted');
  });

  it('keeps an event until the core can be read', async () => {
    const event = clerk('accepted');
    world.core.up = false;
    await push(event);
    expect((await shown()).stage).toBe('submitted');
    world.core.up = true;
    await world.outbox.round('case.refresh');
    expect((await shown()).stage).toBe('accepted');
  });

  it('takes a case back at the core, and says so again when asked again', async () => {
    const cancel = world.module.get(CancelCase);
    expect(await cancel.execute(me.personId, caseId)).toMatchObject({ stage: 'cancelled', canCancel: false });
    expect(await cancel.execute(me.personId, caseId)).toMatchObject({ stage: 'cancelled' });
  });

  it('is told as taken back when the answer was lost and it is asked anew, though the core refuses the repeat', async () => {
    const cancel = world.module.get(CancelCase);
    const caseNo = (await world.module.get(Cases).byId(caseId))?.coreCaseNo ?? '';
    world.core.advance(caseNo, 'cancelled');
    expect((await shown()).stage).toBe('submitted');
    expect(await world.core.cancel('ANOTHER-NUMBER', '', caseNo)).toEqual({ kind: 'refused', code: 'cannot-cancel' });
    expect(await cancel.execute(me.personId, caseId)).toMatchObject({ stage: 'cancelled' });
  });

  it('never says the old stage after the core took it back: it says to ask again, and then it is told', async () => {
    const cancel = world.module.get(CancelCase);
    const cases = world.module.get(Cases);
    const atTheCore = world.core.cancel.bind(world.core);
    world.core.cancel = async (...call) => {
      const said = await atTheCore(...call);
      const now = await cases.byId(caseId);
      if (now !== undefined) await world.db.unitOfWork.run(() => cases.save(now));
      world.core.up = false;
      return said;
    };
    await expect(cancel.execute(me.personId, caseId)).rejects.toMatchObject({ code: 'core.unreachable' });
    world.core.up = true;
    world.core.cancel = atTheCore;
    expect(await cancel.execute(me.personId, caseId)).toMatchObject({ stage: 'cancelled' });
  });

  it('does not take back what is approved, what is unanswered, or what is somebody else\'s', async () => {
    const cancel = world.module.get(CancelCase);
    await expect(cancel.execute(other, caseId)).rejects.toMatchObject({ code: 'request.not-found' });
    world.core.up = false;
    await expect(cancel.execute(me.personId, caseId)).rejects.toMatchObject({ code: 'core.unreachable' });
    world.core.up = true;
    await push(clerk('approved'));
    await expect(cancel.execute(me.personId, caseId)).rejects.toMatchObject({ code: 'case.state-conflict' });
  });

  it('shows nobody else that the case exists', async () => {
    await expect(world.module.get(ShowCase).execute(other, caseId)).rejects.toMatchObject({ code: 'request.not-found' });
    expect((await world.module.get(ListCases).execute(other, {})).items).toEqual([]);
  });

  it('lists running and finished cases apart', async () => {
    const list = world.module.get(ListCases);
    expect((await list.execute(me.personId, { state: 'running' })).items).toHaveLength(1);
    await push(clerk('paid'));
    expect((await list.execute(me.personId, { state: 'running' })).items).toEqual([]);
    expect((await list.execute(me.personId, { state: 'done' })).items).toMatchObject([{ caseId, stage: 'paid' }]);
  });
});
