import { aLoan, anOverview } from '../withdrawal/testing/an-overview.ts';
import { aPlan, AS_OF, fresh, LoanWorld, stale } from './testing/loan-world.ts';
import { ListLoans } from './use-cases/own-loans.ts';

const refusal = (code: string) => expect.objectContaining({ code });
const LOAN = aLoan({ method: 'equal-principal', grantedFen: 120_000_000, balanceFen: 100_000_000, months: 12, grantedOn: '2026-09-10', nextDueOn: '2026-12-10', periodsLeft: 10 });
const overview = anOverview({ loans: [LOAN, aLoan({ loanNo: 'DK0', settled: true })] });

function loanWorld(): LoanWorld {
  const world = new LoanWorld();
  world.readings.set('lin', fresh(overview));
  world.plan = { kind: 'ok', value: aPlan(), asOf: AS_OF };
  return world;
}
const idOf = (world: LoanWorld, who = 'lin', loanNo = 'DK1'): string => world.ids.loan(who, loanNo);

describe('the plan of a loan', () => {
  it('is the one the core keeps, with what was paid and what lies ahead', async () => {
    const world = loanWorld();
    const reply = await world.showPlan.execute('lin', idOf(world));
    expect(reply).toMatchObject({
      asOf: AS_OF,
      loan: { loanId: idOf(world), balanceFen: 100_000_000, offset: { state: 'none' } },
      paid: { periods: 2, principalFen: 20_000_000, interestFen: 498_333, prepaidFen: 0 },
      ahead: { periods: 10, interestFen: 1_191_667, lastDueOn: '2027-09-10' },
    });
    expect(reply.rows[2]).toEqual({ period: 3, dueOn: '2026-12-10', instalmentFen: 10_216_667, principalFen: 10_000_000, interestFen: 216_667, balanceFen: 90_000_000, state: 'ahead' });
    expect(reply.rows.reduce((sum, row) => sum + row.principalFen, 0)).toBe(120_000_000);
    expect(world.plansAsked).toEqual(['KH-lin DK1']);
  });

  it("knows no loan of another person, none that is settled and none that never was", async () => {
    const world = loanWorld();
    world.readings.set('chen', fresh(anOverview({ loans: [] })));
    for (const [who, loanId] of [['chen', idOf(world)], ['lin', idOf(world, 'chen')], ['lin', idOf(world, 'lin', 'DK0')], ['lin', '{loanId}']] as const) {
      await expect(world.showPlan.execute(who, loanId)).rejects.toEqual(refusal('request.not-found'));
    }
    expect(world.plansAsked).toEqual([]);
  });

  it('puts no old balance beside a new plan, and says when the core does not answer', async () => {
    const world = loanWorld();
    world.plan = { kind: 'unreachable' };
    await expect(world.showPlan.execute('lin', idOf(world))).rejects.toEqual(refusal('core.unreachable'));
    world.plan = { kind: 'refused', code: 'no-loan' };
    await expect(world.showPlan.execute('lin', idOf(world))).rejects.toEqual(refusal('request.not-found'));
    world.readings.set('lin', stale(overview, '2026-11-20T01:00:00.000Z'));
    await expect(world.showPlan.execute('lin', idOf(world))).rejects.toEqual(refusal('core.unreachable'));
    world.readings.set('lin', fresh(anOverview({ loans: [aLoan({ method: null })] })));
    await expect(world.showPlan.execute('lin', idOf(world))).rejects.toEqual(refusal('core.unreachable'));
  });
});

describe('a loan that somebody owes too as the co-borrower', () => {
  it('is listed after their own and marked, with its plan to read, and is not theirs to prepay', async () => {
    const world = loanWorld();
    world.readings.set('chen', fresh(anOverview({ loans: [aLoan({ loanNo: 'DK5' })], jointLoans: [LOAN, aLoan({ loanNo: 'DK6', settled: true })] })));
    const { loans } = await new ListLoans(...world.reading).execute('chen');
    expect(loans).toMatchObject({ state: 'fresh', value: [{ loanId: idOf(world, 'chen', 'DK5') }, { loanId: idOf(world, 'chen'), role: 'co-borrower', balanceFen: 100_000_000 }] });
    if (loans.state === 'fresh') expect(loans.value.map(({ role }) => role)).toEqual([undefined, 'co-borrower']);
    expect(await world.showPlan.execute('chen', idOf(world, 'chen'))).toMatchObject({ loan: { role: 'co-borrower' }, paid: { periods: 2 }, asOf: AS_OF });
    expect(world.plansAsked).toEqual(['KH-chen DK1']);
    await expect(world.quote.execute('chen', idOf(world, 'chen'), {})).rejects.toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'applicant-only' }] } });
  });
});

describe('the quote of a prepayment', () => {
  it('charges the days since the last due day on 360 and offers both ways of going on', async () => {
    const world = loanWorld();
    const reply = await world.quote.execute('lin', idOf(world), { amountFen: 40_000_000 });
    // 1,000,000.00 × 2.60 % ÷ 360 × 11 days (10 to 21 November) = 794.44
    expect(reply).toMatchObject({ asOf: AS_OF, onDay: '2026-11-21', amountFen: 40_000_000, accruedInterestFen: 79_444, toPayFen: 40_079_444, balanceAfterFen: 60_000_000, leastFen: 1_000_000 });
    const [shorter, smaller] = reply.options;
    expect(shorter).toMatchObject({ keep: 'instalment', periodsLeft: 6, lastDueOn: '2027-05-10' });
    expect(smaller).toMatchObject({ keep: 'term', periodsLeft: 10, lastDueOn: '2027-09-10' });
    expect(Number(shorter?.savedInterestFen)).toBeGreaterThan(Number(smaller?.savedInterestFen));
    expect(Object.keys(shorter ?? {}).sort()).toEqual(['instalmentFen', 'keep', 'lastDueOn', 'periodsLeft', 'savedInterestFen']);
  });

  it.each([[undefined], [100_000_000]])('settles the whole loan (%s)', async (amountFen) => {
    const world = loanWorld();
    const reply = await world.quote.execute('lin', idOf(world), amountFen === undefined ? {} : { amountFen });
    expect(reply).toMatchObject({ amountFen: 100_000_000, toPayFen: 100_079_444, balanceAfterFen: 0, options: [{ keep: 'whole', periodsLeft: 0, instalmentFen: 0, lastDueOn: '2026-11-21' }] });
    // What lies ahead costs 11,916.67; of the running month's 2,166.67 the eleven days are paid all the same.
    expect(reply.options[0]?.savedInterestFen).toBeGreaterThan(1_191_667 - 216_667);
    expect(reply.options[0]?.savedInterestFen).toBeLessThan(1_191_667);
  });

  it('goes on from an earlier prepayment of the same month, as the core charges it', async () => {
    const world = loanWorld();
    const rows = aPlan().rows.map((row) => (row.period === 3 ? { ...row, instalmentFen: 10_158_889, interestFen: 158_889 } : row));
    // 1,000,000.00 × 2.60 % ÷ 360 × 22 days: the core has charged up to 18 November already.
    world.plan = { kind: 'ok', value: aPlan({ rows, prepaidFen: 5_000_000 }), asOf: AS_OF };
    expect(await world.quote.execute('lin', idOf(world), { amountFen: 1_000_000 })).toMatchObject({ accruedInterestFen: 21_667 });
  });

  it.each([
    ['minimum', 999_999],
    ['minimum', 0],
    ['minimum', -1],
    ['maximum', 100_000_001],
    ['maximum', 1e20],
  ])('names the amount that breaks the %s: %s', async (rule, amountFen) => {
    const world = loanWorld();
    await expect(world.quote.execute('lin', idOf(world), { amountFen })).rejects.toMatchObject({ code: 'loan.input-out-of-range', details: { fields: [{ field: 'amountFen', rule }] } });
  });

  it('lets the last 5,000.00 be paid whole, below the least of a part', async () => {
    const world = loanWorld();
    const last = { ...LOAN, balanceFen: 500_000 };
    world.readings.set('lin', fresh(anOverview({ loans: [last] })));
    const rows = aPlan().rows.slice(0, 3).map((row) => (row.period === 3 ? { ...row, principalFen: 500_000, interestFen: 1_083, instalmentFen: 501_083, balanceFen: 0 } : row));
    world.plan = { kind: 'ok', value: aPlan({ rows }), asOf: AS_OF };
    expect(await world.quote.execute('lin', idOf(world), {})).toMatchObject({ amountFen: 500_000, leastFen: 500_000, options: [{ keep: 'whole' }] });
  });

  it('is not given for a loan in arrears', async () => {
    const world = loanWorld();
    world.readings.set('lin', fresh(anOverview({ loans: [{ ...LOAN, overduePeriods: 2 }] })));
    await expect(world.quote.execute('lin', idOf(world), {})).rejects.toMatchObject({ code: 'loan.ineligible', details: { reasons: [{ code: 'loan-in-arrears', params: { periods: 2 } }] } });
  });

  it('is not made up from a plan that has nothing ahead', async () => {
    const world = loanWorld();
    world.plan = { kind: 'ok', value: aPlan({ rows: aPlan().rows.slice(0, 2) }), asOf: AS_OF };
    await expect(world.quote.execute('lin', idOf(world), {})).rejects.toEqual(refusal('core.unreachable'));
  });

  it('counts with the rate that the plan has ahead', async () => {
    const world = loanWorld();
    const rows = aPlan().rows.map((row) => (row.dueOn < '2027-01-01' ? row : { ...row, annualRateMillionths: 52_000 }));
    const plain = await world.quote.execute('lin', idOf(world), {});
    world.plan = { kind: 'ok', value: aPlan({ rows }), asOf: AS_OF };
    const dearer = await world.quote.execute('lin', idOf(world), {});
    expect(Number(dearer.options[0]?.savedInterestFen)).toBeGreaterThan(1.8 * Number(plain.options[0]?.savedInterestFen) - 216_667);
    expect(dearer.accruedInterestFen).toBe(plain.accruedInterestFen);
  });
});
