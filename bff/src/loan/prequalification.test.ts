import type { PrequalificationBody } from '@anju/shared/contract';
import { estimate } from '@anju/shared/loan';
import { packOf } from '@anju/shared/policy/packs';
import type { OverviewReading } from '../account/index.ts';
import type { CoreOverview } from '../core-fund/index.ts';
import { aLoan, anOverview } from '../withdrawal/testing/an-overview.ts';
import { AS_OF, fresh, LoanWorld, stale } from './testing/loan-world.ts';
import { estimateInputOf } from './use-cases/prequalification-input.ts';

/** Lin, who has no loan, with 80,000.00 in the account; chen, the spouse, with figures nobody else has. */
const LIN: CoreOverview = {
  ...anOverview({ loans: [], loanCount: 0, homes: 0 }),
  accounts: anOverview().accounts.map((account) => ({ ...account, balanceFen: 8_000_000, averageBalance12Fen: 7_000_000 })),
};
const CHEN: CoreOverview = {
  ...anOverview({ loans: [], loanCount: 0, homes: 0, contributionMonths: { consecutive: 47, total: 51 } }),
  person: { ...anOverview().person, name: '陈思远', sex: 'male', birthDate: '1987-09-17' },
  accounts: anOverview().accounts.map((account) => ({
    ...account, accountNo: 'GR3502000000000777', balanceFen: 3_737_373, averageBalance12Fen: 3_131_313, monthlyFen: 191_900, unitMonthlyFen: 95_950, personMonthlyFen: 95_950, contributionBaseFen: 797_900,
  })),
};

const inWorld = (): LoanWorld => {
  const world = new LoanWorld();
  world.readings.set('lin', fresh(LIN)).set('chen', fresh(CHEN));
  return world;
};
const body: PrequalificationBody = { household: { children: 1 }, house: { priceFen: 200_000_000, order: 'first', kind: 'new' } };
const refusal = (code: string, field: string) => expect.objectContaining({ code, details: { fields: [expect.objectContaining({ field })] } });
const CHENS_FIGURES = /3737373|3131313|191900|95950|797900|37,373\.73|31,313\.13|1,919\.00|7,979\.00|37373|31313|GR3502000000000777|1987-09-17|陈思远|KH-chen/;

describe('the pre-qualification of one', () => {
  it("computes with the core's figures, dated by the core's moment", async () => {
    const reply = await inWorld().prequalify.execute('lin', body);
    const pack = packOf('xiamen');
    if (pack === null) throw new Error('Xiamen has a pack');
    const expected = estimate(
      {
        asOf: '2026-11-21',
        household: { children: 1, fundLoansBefore: 0, fundLoanRunning: false },
        applicants: [{ balanceFen: 8_000_000, averageBalance12Fen: 7_000_000, monthlyContributionFen: 240_000, contributionBaseFen: 1_000_000, contributionMonths: 136, birthDate: '1988-03-12', sex: 'female' }],
        house: body.house,
      },
      pack,
    );
    expect(reply).toEqual({
      estimate: { state: 'fresh', asOf: AS_OF, value: expected },
      own: { state: 'fresh', asOf: AS_OF, value: { balanceFen: 8_000_000, averageBalance12Fen: 7_000_000, monthlyContributionFen: 240_000, contributionBaseFen: 1_000_000, contributionMonths: 136 } },
      partner: null,
      blockers: [],
    });
  });

  it('is as old as the last value, and unknown without one; what was typed is checked all the same', async () => {
    const world = inWorld();
    world.readings.set('lin', stale(LIN, '2026-11-20T09:00:00.000Z'));
    expect(await world.prequalify.execute('lin', body)).toMatchObject({ estimate: { state: 'stale', asOf: '2026-11-20T09:00:00.000Z' }, own: { state: 'stale' } });
    world.readings.set('lin', { state: 'unknown' });
    expect(await world.prequalify.execute('lin', body)).toEqual({ estimate: { state: 'unknown', reason: 'core-down' }, own: { state: 'unknown', reason: 'core-down' }, partner: null, blockers: [] });
    await expect(world.prequalify.execute('lin', { ...body, termYears: 0 })).rejects.toEqual(refusal('loan.input-out-of-range', 'termYears'));
  });

  it.each<[string, Partial<PrequalificationBody>]>([
    ['house.priceFen', { house: { ...body.house, priceFen: 0 } }],
    ['house.priceFen', { house: { ...body.house, priceFen: 1e20 } }],
    ['household.children', { household: { children: -1 } }],
    ['termYears', { termYears: 31 }],
    ['monthlyIncomeFen', { monthlyIncomeFen: -1 }],
    ['house.locality', { house: { ...body.house, locality: '不在这里区' } }],
  ])('says that %s is out of range', async (field, more) => {
    await expect(inWorld().prequalify.execute('lin', { ...body, ...more })).rejects.toEqual(refusal('loan.input-out-of-range', field));
  });

  it('takes the category a woman chooses, and none from a man', async () => {
    const world = inWorld();
    const open = await world.prequalify.execute('lin', body);
    const chosen = await world.prequalify.execute('lin', { ...body, retirementCategory: 'F55' });
    expect([open, chosen].map(({ estimate: { state } }) => state)).toEqual(['fresh', 'fresh']);
    expect(chosen.estimate.state === 'fresh' && chosen.estimate.value.byCategory).toBeUndefined();
    await expect(world.prequalify.execute('chen', { ...body, retirementCategory: 'F50' })).rejects.toEqual(refusal('loan.input-out-of-range', 'retirementCategory'));
  });

  it('knows no centre without a pack', async () => {
    const world = inWorld();
    world.centre = 'atlantis';
    await expect(world.prequalify.execute('lin', body)).rejects.toEqual(refusal('policy.centre-unknown', 'centre'));
  });

  it.each<[string, Partial<typeof LIN>, readonly object[]]>([
    ['a frozen account', { accounts: LIN.accounts.map((account) => ({ ...account, state: 'frozen' as const })) }, [{ code: 'account-frozen' }]],
    ['no account', { accounts: [] }, [{ code: 'account-not-found' }]],
    ['a task', { tasks: ['name-differs'] }, [{ code: 'name-differs' }]],
    ['false papers', { withdrawal: { ...LIN.withdrawal, history: { ...LIN.withdrawal.history, barred: { matter: 'withdrawal', until: '2028-06-01' } } } }, [{ code: 'barred', params: { date: '2028-06-01' } }]],
    ['a short history', { contributionMonths: { consecutive: 3, total: 30 } }, [{ code: 'contribution-months', params: { months: 3, needed: 6 } }]],
    ['arrears', { loans: [aLoan({ overduePeriods: 2 })], loanCount: 1 }, [{ code: 'loan-in-arrears', params: { periods: 2 } }, { code: 'loan-running' }]],
    ['a loan they owe too', { jointLoans: [aLoan()], loanCount: 1 }, [{ code: 'loan-running' }]],
    ['a case at the core', { loanCases: [{ caseNo: 'YW9', matter: 'loan-pre-application' }] }, [{ code: 'loan-case-running' }]],
  ])('names %s as what stands in the way', async (_, more, blockers) => {
    const world = inWorld();
    world.readings.set('lin', fresh({ ...LIN, ...more }));
    expect((await world.prequalify.execute('lin', body)).blockers).toEqual(blockers);
  });

  it('computes nothing for whom the core has no birthday, and says so', async () => {
    const world = inWorld();
    world.readings.set('lin', fresh({ ...LIN, person: { ...LIN.person, birthDate: null } }));
    expect(await world.prequalify.execute('lin', body)).toMatchObject({ estimate: { state: 'unknown' }, own: { state: 'fresh' }, blockers: [{ code: 'birth-date-unknown' }] });
  });

  it('leads to a pre-application that is on its way', async () => {
    const world = inWorld();
    world.live = [{ caseId: 'w1', route: 'repay-fund-loan' }, { caseId: 'c1', route: 'loan-pre-application' }];
    const reply = await world.prequalify.execute('lin', body);
    expect([reply.runningCaseId, reply.blockers]).toEqual(['c1', [{ code: 'case-running', params: { caseId: 'c1', route: 'loan-pre-application' } }]]);
  });

  it('counts a home and a loan that the core knows of, whatever the person says', () => {
    const said = { ...body, household: { children: 1, fundLoanRunning: false, ownsHome: false, fundLoansBefore: 0 } };
    const known = { ...LIN, homes: 1, loans: [aLoan()], loanCount: 2 };
    expect(estimateInputOf(said, [LIN, known], [], '2026-11-21').household).toEqual({ children: 1, fundLoanRunning: true, ownsHome: true, fundLoansBefore: 2 });
    expect(estimateInputOf(said, [LIN], [], '2026-11-21').household).toEqual(said.household);
    expect(estimateInputOf(said, [{ ...LIN, jointLoans: [aLoan()] }], [], '2026-11-21').household?.fundLoanRunning).toBe(true);
  });
});

describe('the pre-qualification of two', () => {
  const joined = (): LoanWorld => {
    const world = inWorld();
    world.partner = { personId: 'chen', maskedName: '陈*远' };
    return world;
  };

  it('is higher than that of one, names the spouse masked, and tells nothing of what the spouse has', async () => {
    const [alone, both] = [await inWorld().prequalify.execute('lin', body), await joined().prequalify.execute('lin', body)];
    const amounts = [alone, both].map(({ estimate: dated }) => (dated.state === 'fresh' ? dated.value.atMostFen : null));
    expect(Number(amounts[1])).toBeGreaterThan(Number(amounts[0]));
    expect([both.partner, both.own]).toEqual([{ maskedName: '陈*远' }, alone.own]);
    expect(JSON.stringify(both)).not.toMatch(CHENS_FIGURES);
    const account = both.estimate.state === 'fresh' ? both.estimate.value.limits.find((line) => line.limit === 'account') : undefined;
    expect(account).toMatchObject({ hidden: true, amountFen: null, inputs: {} });
  });

  it('tells the spouse just as little of this one', async () => {
    const world = joined();
    world.partner = { personId: 'lin', maskedName: '林*彤' };
    expect(JSON.stringify(await world.prequalify.execute('chen', body))).not.toMatch(/8000000|7000000|80,000\.00|70,000\.00|2,400\.00|"?240000|1988-03-12|林晓彤|KH-lin/);
  });

  it('reads both side by side', async () => {
    const world = joined();
    let answer: (reading: OverviewReading) => void = () => undefined;
    world.readings.set('lin', new Promise<OverviewReading>((resolve) => (answer = resolve)));
    const running = world.prequalify.execute('lin', body);
    await new Promise(setImmediate);
    expect(world.read).toEqual(['lin', 'chen']);
    answer(fresh(LIN));
    expect(await running).toMatchObject({ estimate: { state: 'fresh' } });
  });

  it('is as old as the older of the two, and unknown while one of them is, never that of one alone', async () => {
    const world = joined();
    world.readings.set('chen', stale(CHEN, '2026-11-19T09:00:00.000Z'));
    expect(await world.prequalify.execute('lin', body)).toMatchObject({ estimate: { state: 'stale', asOf: '2026-11-19T09:00:00.000Z' }, own: { state: 'fresh' } });
    world.readings.set('chen', { state: 'unknown' });
    expect(await world.prequalify.execute('lin', body)).toMatchObject({ estimate: { state: 'unknown' }, own: { state: 'fresh' }, partner: { maskedName: '陈*远' } });
    world.readings.set('chen', fresh({ ...CHEN, person: { ...CHEN.person, sex: null } }));
    expect(await world.prequalify.execute('lin', body)).toMatchObject({ estimate: { state: 'unknown' }, blockers: [] });
  });

  it("reckons with a running fund loan of either half, and alone only with one's own", async () => {
    const estimateOf = async (said: object, own: object, theirs: object, together = true) => {
      const world = joined();
      if (!together) world.partner = null;
      world.readings.set('lin', fresh({ ...LIN, ...own }));
      world.readings.set('chen', fresh({ ...CHEN, ...theirs }));
      return (await world.prequalify.execute('lin', { ...body, household: { ...body.household, ...said } })).estimate;
    };
    const owes = { loans: [aLoan()] };
    const [none, saidSo] = [await estimateOf({}, {}, {}), await estimateOf({ fundLoanRunning: true }, {}, {})];
    expect(saidSo).not.toEqual(none);
    expect(await estimateOf({}, {}, owes)).toEqual(saidSo);
    expect(await estimateOf({}, owes, {})).toEqual(saidSo);
    expect(await estimateOf({}, {}, owes, false)).toEqual(await estimateOf({}, {}, {}, false));
  });

  it('does not tell what stands in the way of the spouse', async () => {
    const world = joined();
    world.readings.set('chen', fresh({ ...CHEN, tasks: ['name-differs'], accounts: CHEN.accounts.map((account) => ({ ...account, state: 'frozen' as const })) }));
    expect((await world.prequalify.execute('lin', body)).blockers).toEqual([]);
  });

  it('is that of one again once the other has left', async () => {
    const world = joined();
    world.partner = null;
    expect(await world.prequalify.execute('lin', body)).toEqual(await inWorld().prequalify.execute('lin', body));
  });
});
