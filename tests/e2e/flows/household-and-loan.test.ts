import { endpoints } from '@anju/shared/contract';
import type { PrequalificationBody, PrequalificationReply } from '@anju/shared/contract';
import { showFace, untilCase, verifiedOnWeapp } from '../world/journeys.ts';
import { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(180_000);

const body: PrequalificationBody = { household: { children: 1 }, house: { priceFen: 148_000_000, order: 'first', kind: 'new' } };
const mostOf = ({ estimate }: PrequalificationReply): number => (estimate.state === 'unknown' ? 0 : Number(estimate.value.atMostFen));

describe.each(['sqlite', 'mariadb'] as const)('a household and its loan on %s', (engine) => {
  let world: World;
  const phones = new Map<string, Phone>();
  const verified = async (key: string): Promise<Phone> => {
    const known = phones.get(key);
    if (known !== undefined) return known;
    const { phone } = await verifiedOnWeapp(world.bffUrl, world.control, await world.control.person(key));
    phones.set(key, phone);
    return phone;
  };
  beforeAll(async () => {
    phones.clear();
    world = await openWorld({ engine });
  });
  afterAll(async () => {
    await world?.close();
  });

  it('counts two once the other has said yes, shows neither what the other has, and counts one again after one has left', async () => {
    const [one, other] = [await verified('home-buyer'), await verified('home-buyer-spouse')];
    const [alone, otherAlone] = [await one.ask(endpoints.prequalify, { body }), await other.ask(endpoints.prequalify, { body })];
    const { code } = await one.ask(endpoints.inviteSpouse);
    expect((await other.ask(endpoints.showInvitation, { params: { code } })).inviterMaskedName).toMatch(/\*/);
    expect(await other.ask(endpoints.acceptInvitation, { params: { code } })).toMatchObject({ state: 'joined' });
    const [both, othersBoth] = [await one.ask(endpoints.prequalify, { body }), await other.ask(endpoints.prequalify, { body })];
    expect(mostOf(both)).toBeGreaterThan(Math.max(mostOf(alone), mostOf(otherAlone)));
    expect(mostOf(othersBoth)).toBe(mostOf(both));
    for (const [mine, theirs] of [[both, otherAlone], [othersBoth, alone]] as const) {
      if (theirs.own.state === 'unknown') throw new Error('the core answers');
      const { balanceFen, averageBalance12Fen, monthlyContributionFen, contributionBaseFen } = theirs.own.value;
      const told = JSON.stringify(mine);
      for (const figure of [balanceFen, averageBalance12Fen, monthlyContributionFen, contributionBaseFen]) expect(told).not.toContain(String(figure));
    }
    await other.ask(endpoints.leaveHousehold);
    expect([await one.ask(endpoints.showHousehold), await other.ask(endpoints.showHousehold)]).toEqual([{ state: 'none' }, { state: 'none' }]);
    expect((await one.ask(endpoints.prequalify, { body })).estimate).toMatchObject({ value: alone.estimate.state === 'unknown' ? {} : { atMostFen: alone.estimate.value.atMostFen } });
  });

  it('joins no two that the civil-affairs source does not know as married, and stops whoever guesses', async () => {
    const [one, stranger] = [await verified('home-buyer'), await verified('renter')];
    const { code } = await one.ask(endpoints.inviteSpouse);
    expect((await stranger.refused(endpoints.acceptInvitation, { params: { code } })).code).toBe('household.not-married');
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) expect((await stranger.refused(endpoints.showInvitation, { params: { code: wrong } })).code).toBe('household.code-wrong');
    const stopped = await stranger.call(endpoints.showInvitation, { params: { code } });
    expect([stopped.status, Number(stopped.headers.get('retry-after')) > 3500]).toEqual([429, true]);
    expect(await one.ask(endpoints.showHousehold)).toMatchObject({ state: 'invited', invitation: { code } });
  });

  it('quotes a prepayment to the fen as the core collects it', async () => {
    const phone = await verified('loan-in-order');
    await showFace(phone, world.control);
    const { loans } = await phone.ask(endpoints.listLoans);
    const loan = loans.state === 'unknown' ? undefined : loans.value[0];
    if (loan === undefined) throw new Error('there is a loan');
    const params = { loanId: loan.loanId };
    const plan = await phone.ask(endpoints.showLoanPlan, { params });
    expect(plan.rows.filter((row) => row.state === 'ahead').reduce((sum, row) => sum + row.principalFen, 0)).toBe(loan.balanceFen);
    const quote = await phone.ask(endpoints.quotePrepayment, { params, body: { amountFen: 5_000_000 } });
    const cards = await phone.ask(endpoints.listBankCards);
    const { caseId } = await phone.ask(endpoints.prepay, { params, body: { amountFen: 5_000_000, keep: 'term', bankCardId: cards.items.find((card) => card.usable)?.bankCardId ?? '' } });
    expect(await phone.ask(endpoints.showCase, { params: { caseId } })).toMatchObject({ stage: 'paid', amountFen: quote.toPayFen, interestFen: quote.accruedInterestFen });
    const after = await phone.ask(endpoints.showLoanPlan, { params });
    expect(after.loan.balanceFen).toBe(quote.balanceAfterFen);
    expect(after.ahead).toMatchObject({ periods: quote.options[1]?.periodsLeft, lastDueOn: quote.options[1]?.lastDueOn });
    expect(after.ahead.interestFen).toBeGreaterThanOrEqual(plan.ahead.interestFen - Number(quote.options[1]?.savedInterestFen) - quote.accruedInterestFen - 1);
    expect((await phone.ask(endpoints.quotePrepayment, { params, body: { amountFen: 1_000_000 } })).accruedInterestFen).toBe(0);
  });

  it('lists a loan that two took for both, each told in words of their own, and lets the applicant alone prepay it', async () => {
    const [one, other] = [await verified('home-buyer'), await verified('home-buyer-spouse')];
    const { code } = await one.ask(endpoints.inviteSpouse);
    await other.ask(endpoints.acceptInvitation, { params: { code } });
    const contractNumber = (await world.control.person('home-buyer')).contractNumber ?? '';
    const { buyer, priceFen = 0 } = await one.ask(endpoints.checkHouse, { body: { contractNumber } });
    expect(buyer).toBe('self');
    expect((await other.ask(endpoints.checkHouse, { body: { contractNumber } })).buyer).toBe('partner');
    await showFace(one, world.control);
    const house = { priceFen, order: 'first', kind: 'new', contractNumber } as const;
    const { caseId } = await one.ask(endpoints.preApply, { body: { amountFen: 30_000_000, termMonths: 240, method: 'equal-instalment', house, household: {}, withPartner: true } });
    const cases = await world.control.coreCases('home-buyer');
    const [ofCore] = cases.items ?? cases.cases ?? [];
    for (let desk = 0; desk < 6; desk += 1) await world.control.advance(ofCore?.ywlsh ?? '');
    await untilCase(other, caseId, (it) => it.stage === 'paid');
    const loanOf = async (phone: Phone) => {
      const { loans } = await phone.ask(endpoints.listLoans);
      return loans.state === 'unknown' ? undefined : loans.value[0];
    };
    const [own, joint] = [await loanOf(one), await loanOf(other)];
    expect(own?.role).toBeUndefined();
    expect(joint).toEqual({ ...own, loanId: joint?.loanId, role: 'co-borrower' });
    const params = { loanId: joint?.loanId ?? '' };
    expect((await other.ask(endpoints.showLoanPlan, { params })).rows).toHaveLength(240);
    expect((await other.refused(endpoints.quotePrepayment, { params, body: {} })).code).toBe('case.state-conflict');
    expect((await one.ask(endpoints.quotePrepayment, { params: { loanId: own?.loanId ?? '' }, body: {} })).amountFen).toBe(30_000_000);
    const roles = async (phone: Phone) => new Set((await phone.ask(endpoints.listNotices)).items.filter((notice) => notice.caseId === caseId).map((notice) => notice.role));
    expect([await roles(one), await roles(other)]).toEqual([new Set(['applicant']), new Set(['co-borrower'])]);
  });

  it('books the time of a signing once, though the line breaks after it was done, and gives it back', async () => {
    const phone = await verified('buyer-local');
    await showFace(phone, world.control);
    const { caseId } = await phone.ask(endpoints.preApply, {
      body: {
        amountFen: 30_000_000,
        termMonths: 240,
        method: 'equal-instalment',
        house: { priceFen: 238_000_000, order: 'first', kind: 'new', contractNumber: 'XM2026-0803-1187' },
        household: {},
        withPartner: false,
      },
    });
    const [point] = (await new Phone(world.bffUrl).ask(endpoints.listServicePoints)).items;
    const { items } = await new Phone(world.bffUrl).ask(endpoints.listSlots, { params: { servicePointId: point?.servicePointId ?? '' } });
    const slotId = items.find((slot) => slot.left > 0)?.slotId ?? '';
    const wish = { slotId, purpose: 'loan-signing', caseId } as const;
    expect((await phone.refused(endpoints.book, { body: wish })).code).toBe('booking.not-yet');
    const cases = await world.control.coreCases('buyer-local');
    const [one] = cases.items ?? cases.cases ?? [];
    for (let desk = 0; desk < 4; desk += 1) await world.control.advance(one?.ywlsh ?? '');
    await world.control.coreFault({ on: 'YY1001', kind: 'drop-after', times: 1 });
    const booking = await phone.ask(endpoints.book, { body: wish, key: 'book-1' });
    expect(booking).toMatchObject({ slotId, caseId, servicePoint: { servicePointId: point?.servicePointId } });
    expect(await phone.ask(endpoints.book, { body: wish, key: 'book-1' })).toEqual(booking);
    expect(await phone.ask(endpoints.listBookings)).toEqual({ items: [booking] });
    expect((await (await verified('home-buyer')).call(endpoints.cancelBooking, { params: { bookingId: booking.bookingId } })).status).toBe(404);
    await phone.ask(endpoints.cancelBooking, { params: { bookingId: booking.bookingId } });
    expect((await phone.ask(endpoints.listBookings)).items).toEqual([]);
    expect(await phone.ask(endpoints.book, { body: wish })).toMatchObject({ slotId, caseId });
  });
});
