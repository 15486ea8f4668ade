import type { CaseReply, PreApplicationBody } from '@anju/shared/contract';
import type { CoreBooking } from '../../core-fund/index.ts';
import { BookSlot } from '../../booking/use-cases/book-slot.ts';
import { ShowInbox } from '../../notification/use-cases/show-inbox.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { Cases, MoveCase, RunningCases, ShowCase } from '../../progress/index.ts';
import { CancelCase } from '../../progress/use-cases/cancel-case.ts';
import { ReceiveCoreEvents } from '../../progress/use-cases/receive-core-events.ts';
import { ListCases } from '../../progress/use-cases/show-cases.ts';
import { aBorrower } from '../../withdrawal/testing/an-overview.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import { ApplyForLoan } from './apply-for-loan.ts';
import { ShowPreApplication } from './show-pre-application.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'h5' } as const;
const spouse = { personId: '22222222-2222-4222-8222-222222222222', maskedName: '陈*' };
const other = '33333333-3333-4333-8333-333333333333';
const body: PreApplicationBody = {
  amountFen: 60_000_000, termMonths: 240, method: 'equal-instalment', household: {}, withPartner: true,
  house: { priceFen: 300_000_000, order: 'first', kind: 'new', contractNumber: 'XM-2026-0001' },
};
const booking: CoreBooking = {
  bookingNo: 'YY1', slotNo: 'SD1', pointNo: 'WD1', startsAt: '2026-11-24T01:00:00.000Z', endsAt: '2026-11-24T01:30:00.000Z', purpose: 'loan-signing', caseNo: 'YW1', cancelled: false,
};

describe.each(testEngines())('the spouse who borrows too (%s)', (engine) => {
  let world: BusinessWorld;
  let caseId: string;
  beforeEach(async () => {
    world = await businessWorld(engine);
    world.core.overviewValue = aBorrower();
    world.households.partners.set(me.personId, spouse).set(spouse.personId, { personId: me.personId, maskedName: '林*彤' });
    caseId = (await world.module.get(ApplyForLoan).execute(me, body)).caseId;
  });
  afterEach(() => world.close());

  const go = async (...states: Parameters<BusinessWorld['core']['advance']>[1][]): Promise<void> => {
    for (const state of states) {
      const event = world.core.eventOf(world.core.advance('YW1', state));
      world.core.pushed = [event, event];
      await world.module.get(ReceiveCoreEvents).push('/api/v1/callbacks/core/events', {}, Buffer.from('{}'));
    }
  };
  const shownTo = (personId: string): Promise<CaseReply> => world.module.get(ShowCase).execute(personId, caseId);
  const stagesIn = async (personId: string): Promise<string[]> => (await world.module.get(ShowInbox).execute(personId, undefined)).items.map(({ stage, alsoBy }) => `${stage} ${alsoBy}`).reverse();

  it('is told of what was handed in with them, of the signing at which they must be, and of the money, once each', async () => {
    await go('accepted', 'under-review', 'approved', 'signing', 'mortgage', 'paid');
    await world.outbox.round('notification.send');
    await world.outbox.round('notification.send');
    expect(await stagesIn(spouse.personId)).toEqual(['submitted none', 'accepted none', 'signing sms', 'paid sms']);
    expect(await stagesIn(me.personId)).toEqual(['accepted none', 'signing sms', 'paid sms']);
    expect(world.post.sms).toHaveLength(4);
    expect(await stagesIn(other)).toEqual([]);
  });

  it('is told as the co-borrower, with the case\'s own figure and nothing of the applicant', async () => {
    await go('accepted', 'signing');
    const rolesOf = async (personId: string) => (await world.module.get(ShowInbox).execute(personId, undefined)).items.map(({ role }) => role);
    expect([await rolesOf(spouse.personId), await rolesOf(me.personId)]).toEqual([['co-borrower', 'co-borrower', 'co-borrower'], ['applicant', 'applicant']]);
    expect(JSON.stringify((await world.module.get(ShowInbox).execute(spouse.personId, undefined)).items)).not.toMatch(/林|KH\d|payee|balance/);
  });

  it('is told when it is taken back', async () => {
    await world.module.get(CancelCase).execute(me.personId, caseId);
    expect(await stagesIn(spouse.personId)).toEqual(['submitted none', 'cancelled none']);
  });

  it('sees the case as it stands, and cannot take it back', async () => {
    await go('accepted');
    const own = await shownTo(me.personId);
    expect(own).toMatchObject({ role: 'applicant', canCancel: true });
    expect(await shownTo(spouse.personId)).toEqual({ ...own, role: 'co-borrower', canCancel: false, now: expect.any(String) });
    for (const items of [(await world.module.get(ListCases).execute(spouse.personId, { state: 'running' })).items, await world.module.get(RunningCases).execute(spouse.personId)]) {
      expect(items.map((one) => [one.caseId, one.role, one.holder])).toEqual([[caseId, 'co-borrower', '审核岗']]);
    }
    const refused = { code: 'case.state-conflict', details: { reasons: [{ code: 'applicant-only' }] } };
    await expect(world.module.get(CancelCase).execute(spouse.personId, caseId)).rejects.toMatchObject(refused);
    await expect(world.module.get(BookSlot).execute(spouse.personId, { slotId: 'SD1', purpose: 'loan-signing', caseId })).rejects.toMatchObject(refused);
    expect((await shownTo(me.personId)).stage).toBe('accepted');
  });

  it('sees what was applied for, and the time of the signing that the applicant booked', async () => {
    await go('signing');
    const show = (personId: string) => world.module.get(ShowPreApplication).execute(personId, caseId);
    expect((await show(spouse.personId)).signing).toEqual({ canBook: false, booking: null });
    expect((await show(me.personId)).signing.canBook).toBe(true);
    world.core.booked = [booking];
    expect(await show(spouse.personId)).toMatchObject({
      case: { role: 'co-borrower' }, application: { amountFen: 60_000_000, applicants: [{ role: 'borrower' }, { role: 'spouse', maskedName: '陈*' }] },
      signing: { canBook: false, booking: { startsAt: booking.startsAt, caseId } },
    });
  });

  it('stays in the case after they have left the household, and nobody else comes in', async () => {
    world.households.partners.clear();
    await go('signing');
    expect(await shownTo(spouse.personId)).toMatchObject({ role: 'co-borrower', stage: 'signing' });
    expect(await stagesIn(spouse.personId)).toContain('signing none');
    for (const use of [ShowCase, ShowPreApplication, CancelCase] as const) {
      await expect((world.module.get<ShowCase | ShowPreApplication | CancelCase>(use)).execute(other, caseId)).rejects.toMatchObject({ code: 'request.not-found' });
    }
    expect((await world.module.get(ListCases).execute(other, {})).items).toEqual([]);
  });

  it('has a running case: a second pre-application is refused, naming it, and may follow when it is over', async () => {
    const again = (): Promise<unknown> => world.module.get(ApplyForLoan).execute({ personId: spouse.personId, channel: 'weapp' }, { ...body, withPartner: false });
    await expect(again()).rejects.toMatchObject({ code: 'loan.case-running', details: { reasons: [{ code: 'case-running', params: { caseId } }] } });
    await go('cancelled');
    await expect(again()).resolves.toMatchObject({ state: 'submitted' });
  });

  it.each([
    ['loan-in-arrears', 'loan-in-arrears', 'partner-ineligible'], ['partner-ineligible', 'partner-ineligible', 'own-ineligible'], ['amount-above-limit', 'amount-above-limit', 'amount-above-limit'],
  ])('reads of a refusal for %s only what is theirs or both their own', async (code, forApplicant, forSpouse) => {
    const one = await world.module.get(MoveCase).execute(await caseNow(), { stage: 'refused', refusal: { code, params: { periods: 3 } } });
    expect(one?.stage).toBe('refused');
    expect((await shownTo(me.personId)).refusal?.code).toBe(forApplicant);
    const shown = await shownTo(spouse.personId);
    expect([shown.refusal?.code, shown.steps.at(-1)?.note?.code]).toEqual([forSpouse, forSpouse]);
    if (forApplicant !== forSpouse) expect(JSON.stringify(shown)).not.toContain('periods');
  });

  const caseNow = async () => {
    const [one] = await world.module.get(Cases).liveOf(me.personId);
    if (one === undefined) throw new Error('no case');
    return one;
  };
});
