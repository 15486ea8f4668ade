import type { PreApplicationBody } from '@anju/shared/contract';
import type { CoreBooking, CoreEvent } from '../../core-fund/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { CancelCase } from '../../progress/use-cases/cancel-case.ts';
import { FollowCoreFeed } from '../../progress/use-cases/follow-core-feed.ts';
import { ReceiveCoreEvents } from '../../progress/use-cases/receive-core-events.ts';
import { ListCases } from '../../progress/use-cases/show-cases.ts';
import { aBorrower } from '../../withdrawal/testing/an-overview.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import { ApplyForLoan } from './apply-for-loan.ts';
import { CheckHouse } from './check-house.ts';
import { ShowPreApplication } from './show-pre-application.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'h5' } as const;
const other = '33333333-3333-4333-8333-333333333333';
const body: PreApplicationBody = {
  amountFen: 60_000_000, termMonths: 240, method: 'equal-instalment', household: {}, withPartner: false,
  house: { priceFen: 300_000_000, order: 'first', kind: 'new', contractNumber: 'XM-2026-0001' },
};
const point = { pointNo: 'WD1', name: '思明服务大厅', kind: 'centre', district: '思明区', address: '某路 1 号', phone: '0592-0000000', hours: '周一至周五' } as const;
const booking: CoreBooking = {
  bookingNo: 'YY1', slotNo: 'SD1', pointNo: 'WD1', startsAt: '2026-11-24T01:00:00.000Z', endsAt: '2026-11-24T01:30:00.000Z', purpose: 'loan-signing', caseNo: 'YW1', cancelled: false,
};

describe.each(testEngines())('a pre-application on its way (%s)', (engine) => {
  let world: BusinessWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await businessWorld(engine);
    world.core.overviewValue = aBorrower();
    world.core.points = [point];
    caseId = (await world.module.get(ApplyForLoan).execute(me, body)).caseId;
  });
  afterEach(() => world.close());

  type State = Parameters<BusinessWorld['core']['advance']>[1];
  const clerk = (state: State): CoreEvent => world.core.eventOf(world.core.advance('YW1', state));
  const push = async (...events: CoreEvent[]): Promise<void> => {
    world.core.pushed = events;
    await world.module.get(ReceiveCoreEvents).push('/api/v1/callbacks/core/events', {}, Buffer.from('{}'));
  };
  const go = async (...states: State[]): Promise<void> => {
    for (const state of states) await push(clerk(state));
  };
  const shown = () => world.module.get(ShowPreApplication).execute(me.personId, caseId);
  const stepsOf = async (): Promise<string[]> => (await shown()).case.steps.map(({ stage, state }) => `${stage}:${state}`);
  const noticesOf = async (): Promise<string[]> => {
    const rows = (await world.db.database.manager().query('SELECT stage FROM notice ORDER BY position')) as { stage: string }[];
    return rows.map((row) => row.stage);
  };

  it('shows what was applied for, each desk with its limit, and the registration apart', async () => {
    const { case: reply, application, signing } = await shown();
    expect(application).toEqual({
      amountFen: 60_000_000, termMonths: 240, method: 'equal-instalment', contractNumber: 'XM-2026-0001', priceFen: 300_000_000,
      applicants: [{ role: 'borrower', maskedName: '林*彤' }],
    });
    expect(signing).toEqual({ canBook: false, booking: null });
    expect(reply).toMatchObject({ route: 'loan-pre-application', stage: 'submitted', holder: '受理岗', payee: null, canCancel: true, awaitingCore: false });
    expect(reply.steps.map(({ stage, post, limitWorkingDays, outside }) => [stage, post, limitWorkingDays, outside])).toEqual([
      ['submitted', undefined, undefined, undefined], ['accepted', '受理岗', 1, undefined], ['under-review', '审核岗', 1, undefined], ['approved', '审批岗', 1, undefined],
      ['signing', '受托银行', undefined, undefined], ['mortgage', '不动产登记中心', undefined, true], ['paid', '资金岗', 1, undefined],
    ]);
  });

  it('goes through the desks, waits for the signing, then for the register, and is paid out', async () => {
    await go('accepted');
    expect(await stepsOf()).toEqual(['submitted:done', 'accepted:done', 'under-review:current', 'approved:ahead', 'signing:ahead', 'mortgage:ahead', 'paid:ahead']);
    await go('under-review', 'approved');
    expect(await stepsOf()).toEqual(['submitted:done', 'accepted:done', 'under-review:done', 'approved:done', 'signing:current', 'mortgage:ahead', 'paid:ahead']);
    await go('signing');
    expect((await shown()).case).toMatchObject({ stage: 'signing', holder: '受托银行', dueAt: null, overdue: false });
    expect(await stepsOf()).toEqual(['submitted:done', 'accepted:done', 'under-review:done', 'approved:done', 'signing:current', 'mortgage:ahead', 'paid:ahead']);
    await go('mortgage');
    const { case: reply } = await shown();
    expect(reply).toMatchObject({ stage: 'mortgage', holder: '不动产登记中心', overdue: false, canCancel: false });
    expect(await stepsOf()).toEqual(['submitted:done', 'accepted:done', 'under-review:done', 'approved:done', 'signing:done', 'mortgage:current', 'paid:ahead']);
    await go('paid');
    expect((await shown()).case).toMatchObject({ stage: 'paid', holder: null, paidAt: '2026-11-21T02:30:00.000Z' });
    expect((await stepsOf()).every((step) => step.endsWith(':done'))).toBe(true);
    expect(await noticesOf()).toEqual(['accepted', 'signing', 'paid']);
  });

  it('gives the signing the moment it was done, and the registration no clock of ours', async () => {
    await go('signing');
    const waiting = (await shown()).case.steps;
    expect(waiting[4]).toEqual({ stage: 'signing', state: 'current', at: '2026-11-21T02:03:00.000Z', post: '受托银行' });
    expect(waiting[5]).toEqual({ stage: 'mortgage', state: 'ahead', post: '不动产登记中心', outside: true });
    await go('mortgage');
    const signed = (await shown()).case.steps;
    expect(signed[4]).toMatchObject({ state: 'done', at: '2026-11-21T02:04:00.000Z' });
    expect(signed[5]).toEqual({ stage: 'mortgage', state: 'current', at: '2026-11-21T02:04:00.000Z', post: '不动产登记中心', outside: true });
  });

  it('shows the registration apart before the core has it', async () => {
    world.core.overviewValue = aBorrower();
    await go('cancelled');
    world.core.turns.push('drop-before');
    const again = await world.module.get(ApplyForLoan).execute(me, body);
    const { case: reply } = await world.module.get(ShowPreApplication).execute(me.personId, again.caseId);
    expect(reply).toMatchObject({ awaitingCore: true, canCancel: false });
    expect(reply.steps[5]).toEqual({ stage: 'mortgage', state: 'ahead', outside: true });
  });

  it('turns to the paying desk once the mortgage is registered', async () => {
    await go('mortgage');
    const core = world.core.advance('YW1', 'mortgage');
    const stages = core.stages.map((desk) => (desk.stage === 'mortgage' ? { ...desk, doneAt: '2026-11-22T02:00:00.000Z' } : desk.stage === 'paid' ? { ...desk, startedAt: '2026-11-22T02:00:00.000Z', dueAt: '2026-11-24T09:30:00.000Z' } : desk));
    world.core.caseOf = async () => ({ kind: 'ok', value: { ...core, stages }, asOf: '2026-11-22T02:00:00.000Z' });
    await push({ ...world.core.eventOf(core), eventNo: 50, state: 'mortgage' });
    expect(await stepsOf()).toEqual(['submitted:done', 'accepted:done', 'under-review:done', 'approved:done', 'signing:done', 'mortgage:done', 'paid:current']);
    expect((await shown()).case).toMatchObject({ holder: '资金岗', dueAt: '2026-11-24T09:30:00.000Z' });
  });

  it('takes late, doubled and shuffled events without telling twice or moving back', async () => {
    const events = (['accepted', 'under-review', 'approved', 'signing', 'mortgage', 'paid'] as const).map(clerk);
    await push(events[5] as CoreEvent, events[3] as CoreEvent, events[0] as CoreEvent, events[3] as CoreEvent);
    await push(...events);
    await world.module.get(FollowCoreFeed).execute();
    expect((await shown()).case.stage).toBe('paid');
    expect(await noticesOf()).toEqual(['accepted', 'signing', 'paid']);
  });

  it('sends one message when the signing can be booked, and one when it is paid out', async () => {
    await go('accepted', 'under-review', 'approved', 'signing', 'mortgage', 'paid');
    await world.outbox.round('notification.send');
    expect(world.post.sms.map(({ params }) => params)).toEqual([['贷款预受理', 'T20261121000001', '待面签'], ['贷款预受理', 'T20261121000001', '已放款']]);
  });

  describe('the signing', () => {
    it('can be booked once it is waited for, and shows its time and place when it is', async () => {
      await go('approved');
      expect((await shown()).signing).toEqual({ canBook: false, booking: null });
      await go('signing');
      expect((await shown()).signing).toEqual({ canBook: true, booking: null });
      world.core.booked = [{ ...booking, bookingNo: 'YY0', caseNo: 'YW9' }, { ...booking, bookingNo: 'YY2', cancelled: true }, booking];
      const { pointNo, ...place } = point;
      expect((await shown()).signing).toEqual({
        canBook: false,
        booking: { bookingId: expect.any(String), slotId: 'SD1', startsAt: booking.startsAt, endsAt: booking.endsAt, purpose: 'loan-signing', caseId, servicePoint: { ...place, servicePointId: pointNo } },
      });
    });

    it('can be booked anew when its time is over and nobody came', async () => {
      await go('signing');
      world.core.booked = [{ ...booking, startsAt: '2026-11-20T01:00:00.000Z', endsAt: '2026-11-20T01:30:00.000Z' }];
      expect((await shown()).signing).toEqual({ canBook: true, booking: null });
    });

    it('cannot be booked while the core is away, and the case is shown all the same', async () => {
      await go('signing');
      world.core.up = false;
      expect(await shown()).toMatchObject({ case: { stage: 'signing' }, signing: { canBook: false, booking: null, state: 'unknown' } });
    });

    it('shows the time that is booked while the core is away, and says of when that is', async () => {
      await go('signing');
      world.core.booked = [booking];
      const { signing } = await shown();
      world.core.up = false;
      expect((await shown()).signing).toEqual({ ...signing, state: 'stale', asOf: '2026-11-21T02:00:00.000Z' });
      world.clock.advance(4 * 86_400_000);
      expect((await shown()).signing).toEqual({ canBook: false, booking: null, state: 'unknown' });
    });

    it('forgets a time that the core has no more, and one whose case has come to its end', async () => {
      const kept = (): Promise<unknown[]> => world.db.database.manager().query('SELECT * FROM known_signing') as Promise<unknown[]>;
      await go('signing');
      world.core.booked = [booking];
      await shown();
      world.core.booked = [];
      expect((await shown()).signing).toEqual({ canBook: true, booking: null });
      world.core.up = false;
      expect([(await shown()).signing.state, await kept()]).toEqual(['unknown', []]);
      Object.assign(world.core, { up: true, booked: [booking] });
      await shown();
      expect(JSON.stringify(await kept())).not.toMatch(/思明|2026-11-24/);
      await go('mortgage', 'paid');
      expect(await kept()).toEqual([]);
    });

    it('is over when the contract is signed', async () => {
      world.core.booked = [booking];
      await go('signing', 'mortgage');
      expect((await shown()).signing).toEqual({ canBook: false, booking: null });
    });
  });

  it.each(['accepted', 'approved', 'signing'] as const)('can be taken back in %s', async (state) => {
    await go(state);
    expect((await shown()).case.canCancel).toBe(true);
    expect(await world.module.get(CancelCase).execute(me.personId, caseId)).toMatchObject({ stage: 'cancelled' });
    const actions = (await world.db.database.manager().query('SELECT action FROM audit_entry')) as { action: string }[];
    expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['loan-pre-application.moved', 'loan-pre-application.cancelled']));
  });

  it('cannot be taken back once it is signed', async () => {
    await go('signing', 'mortgage');
    await expect(world.module.get(CancelCase).execute(me.personId, caseId)).rejects.toMatchObject({ code: 'case.state-conflict' });
  });

  it('stands among the person\'s cases, and is nobody else\'s', async () => {
    expect((await world.module.get(ListCases).execute(me.personId, { state: 'running' })).items).toMatchObject([{ caseId, route: 'loan-pre-application' }]);
    await expect(world.module.get(ShowPreApplication).execute(other, caseId)).rejects.toMatchObject({ code: 'request.not-found' });
    await expect(world.module.get(ShowPreApplication).execute(me.personId, 'no-such-case')).rejects.toMatchObject({ code: 'request.not-found' });
    await expect(world.module.get(CancelCase).execute(other, caseId)).rejects.toMatchObject({ code: 'request.not-found' });
  });
});

describe('a purchase contract', () => {
  let world: BusinessWorld;
  let check: CheckHouse;
  beforeAll(async () => {
    world = await businessWorld();
    check = world.module.get(CheckHouse);
  });
  afterAll(() => world.close());

  it('is told as the register has it, without what was paid', async () => {
    world.core.contract = { result: 'matched', address: '思明区某路 1 号', priceFen: 300_000_000, paidFen: 90_000_000, filedOn: '2026-09-01', local: true };
    expect(await check.execute(me.personId, 'XM-2026-0001')).toEqual({ result: 'matched', buyer: 'self', address: '思明区某路 1 号', priceFen: 300_000_000, filedOn: '2026-09-01' });
  });

  it.each(['mismatch', 'not-found', 'unavailable'] as const)('may be %s, and then nothing else is told', async (result) => {
    world.core.contract = { result };
    expect(await check.execute(me.personId, 'XM-2026-0001')).toEqual({ result });
  });

  it('of somebody else is only said to be so, whatever the register lets slip', async () => {
    world.core.contract = { result: 'mismatch', address: '某路 1 号', priceFen: 1, filedOn: '2026-01-01' };
    expect(await check.execute(me.personId, 'XM-2026-0001')).toEqual({ result: 'mismatch' });
  });

  describe('in the name of the spouse', () => {
    const spouse = { personId: '22222222-2222-4222-8222-222222222222', maskedName: '陈*' };
    beforeEach(() => {
      world.core.contract = { result: 'mismatch' };
      world.core.contractsOfOthers.set(`KH-${spouse.personId}`, { result: 'matched', address: '思明区某路 1 号', priceFen: 300_000_000 });
    });
    afterEach(() => {
      world.households.partners.clear();
      world.core.contractsOfOthers.clear();
    });

    it('counts once the two have joined, and is told as theirs', async () => {
      world.households.partners.set(me.personId, spouse);
      expect(await check.execute(me.personId, 'XM-2026-0001')).toEqual({ result: 'matched', buyer: 'partner', address: '思明区某路 1 号', priceFen: 300_000_000 });
    });

    it('is another buyer\'s before', async () => {
      expect(await check.execute(me.personId, 'XM-2026-0001')).toEqual({ result: 'mismatch' });
    });

    it('is not called another buyer\'s while nobody answered for the spouse', async () => {
      world.households.partners.set(me.personId, spouse);
      world.core.contractsOfOthers.set(`KH-${spouse.personId}`, 'silent');
      await expect(check.execute(me.personId, 'XM-2026-0001')).rejects.toMatchObject({ code: 'core.unreachable' });
    });
  });

  it('is refused when the core does not take its number, and the core may be away', async () => {
    const read = world.core.checkContract.bind(world.core);
    world.core.checkContract = async () => ({ kind: 'refused', code: 'rejected' });
    await expect(check.execute(me.personId, 'XM')).rejects.toMatchObject({ code: 'request.invalid', details: { fields: [{ field: 'contractNumber' }] } });
    world.core.checkContract = read;
    world.core.up = false;
    await expect(check.execute(me.personId, 'XM-2026-0001')).rejects.toMatchObject({ code: 'core.unreachable' });
  });
});
