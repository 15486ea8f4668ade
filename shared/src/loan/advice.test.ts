import { packOf } from '../policy/packs/index.ts';
import type { AbilityRule, CentrePack, LoanRules } from '../policy/index.ts';
import { firstOf, smallestFrom } from './advice-search.ts';
import { estimate, someMonthsLater } from './index.ts';
import type { AdviceCode, AdviceLine, EstimateApplicant, EstimateInput } from './index.ts';

const TODAY = '2026-11-21';
const yuan = (value: number): number => value * 100;
const pack = (centre: string, loan: Partial<LoanRules> = {}): CentrePack => {
  const found = packOf(centre) as CentrePack;
  return { ...found, loan: { ...found.loan, ...loan } };
};
const man: EstimateApplicant = {
  balanceFen: yuan(50_000), averageBalance12Fen: yuan(40_000), monthlyContributionFen: yuan(2_000), contributionBaseFen: yuan(20_000), contributionMonths: 30, birthDate: '1990-05-05', sex: 'male',
};
const wish: EstimateInput = { asOf: TODAY, household: {}, applicants: [man], house: { priceFen: yuan(3_000_000), order: 'first', kind: 'new' } };
const adviceOf = (rules: CentrePack, change: Partial<EstimateInput> = {}): readonly AdviceLine[] => estimate({ ...wish, ...change }, rules).advice;
const one = (lines: readonly AdviceLine[], code: AdviceCode): AdviceLine | undefined => lines.find(({ change }) => change.code === code);
const person = (change: Partial<EstimateApplicant>): Partial<EstimateInput> => ({ applicants: [{ ...man, ...change }] });
const source = { id: 'test/rules', title: '试用规定', url: null, date: TODAY, seenOn: TODAY, confidence: 'high' } as const;
const since = <T>(value: T): { value: T; source: typeof source; validFrom: string }[] => [{ value, source, validFrom: '2026-01-01' }];

describe('the search', () => {
  it('finds the smallest number from which something holds', () => {
    for (const from of [1, 2, 3, 7, 99, 100]) expect(smallestFrom(100, (steps) => steps >= from)).toBe(from);
    expect(smallestFrom(100, (steps) => steps >= 101)).toBeNull();
    expect(smallestFrom(0, () => true)).toBeNull();
    expect(smallestFrom(1, () => true)).toBe(1);
  });

  it('takes about as many trials as the number has digits in base two', () => {
    let trials = 0;
    smallestFrom(1_000_000, (steps) => { trials += 1; return steps >= 123_456; });
    expect(trials).toBeLessThanOrEqual(21);
  });

  it('finds the first number one by one where it may cease to hold', () => {
    expect(firstOf(10, (steps) => steps === 4 || steps === 7)).toBe(4);
    expect(firstOf(3, (steps) => steps === 4)).toBeNull();
    expect(firstOf(4, (steps) => steps === 4)).toBe(4);
  });
});

describe('some months on', () => {
  it('everybody has contributed, and the mean of twelve months is known again after twelve', () => {
    const eleven = someMonthsLater(wish, 11);
    expect(eleven.asOf).toBe('2027-10-21');
    expect(eleven.applicants[0]).toEqual({ ...man, balanceFen: yuan(72_000), contributionMonths: 41, averageBalance12Fen: undefined });
    // Month ends of the last twelve: 52,000 to 74,000.
    expect(someMonthsLater(wish, 12).applicants[0]).toEqual({ ...man, balanceFen: yuan(74_000), contributionMonths: 42, averageBalance12Fen: yuan(63_000) });
  });
});

describe('advice for the account', () => {
  it('in Shenzhen: ten further months reach the cap, as do 20,000 yuan more', () => {
    const lines = adviceOf(pack('shenzhen'));
    expect(one(lines, 'keep-contributing')).toEqual({ change: { code: 'keep-contributing', params: { months: 10 } }, effectFen: yuan(320_000), from: '2027-09-21', lifts: 'account' });
    expect(one(lines, 'raise-balance')).toEqual({ change: { code: 'raise-balance', params: { moreFen: yuan(20_000) } }, effectFen: yuan(320_000), lifts: 'account' });
    expect(lines.map(({ effectFen }) => effectFen)).toEqual([...lines.map(({ effectFen }) => effectFen)].sort((a, b) => b - a));
  });

  it('in Hangzhou: a mean is known again after twelve months; a balance alone changes nothing', () => {
    const lines = adviceOf(pack('hangzhou'));
    expect(one(lines, 'keep-contributing')?.change.params).toEqual({ months: 12 });
    expect(one(lines, 'raise-balance')).toBeUndefined();
  });

  it('in Beijing: whole years count', () => {
    expect(one(adviceOf(pack('beijing'), person({ contributionMonths: 59 })), 'keep-contributing')?.change.params).toEqual({ months: 13 });
  });

  it('is not given where time changes nothing, or not within ten years', () => {
    expect(one(adviceOf(pack('luan')), 'keep-contributing')).toBeUndefined();
    expect(one(adviceOf(pack('shenzhen'), person({ monthlyContributionFen: 0 })), 'keep-contributing')).toBeUndefined();
    expect(one(adviceOf(pack('shenzhen'), person({ monthlyContributionFen: yuan(100) })), 'keep-contributing')).toBeUndefined();
    expect(one(adviceOf(pack('shenzhen'), person({ monthlyContributionFen: yuan(167) })), 'keep-contributing')?.change.params).toEqual({ months: 120 });
  });

  it('raises the balance of who counts, not of who is short of months', () => {
    const short = { ...man, balanceFen: 0, contributionMonths: 2 };
    const rules = pack('shenzhen');
    const input = { ...wish, applicants: [short, man] };
    const line = one(estimate(input, rules).advice, 'raise-balance');
    expect(line?.change.params).toEqual({ moreFen: yuan(20_000) });
    const richer = { ...input, applicants: [short, { ...man, balanceFen: man.balanceFen + yuan(20_000) }] };
    expect((estimate(richer, rules).amountFen ?? 0) - (estimate(input, rules).amountFen ?? 0)).toBe(line?.effectFen);
  });

  it('lengthens the term just so far that another limit decides, or to the longest there is', () => {
    // 12,000 × years × 2.9 × 0.8 + 40,000 reaches 960,000 at 34 years: the longest, 30, only raises it.
    expect(one(adviceOf(pack('xiamen'), { termYears: 10 }), 'longer-term')).toMatchObject({ change: { params: { years: 30 } }, effectFen: yuan(556_800) });
    const more = person({ monthlyContributionFen: yuan(4_000) });
    expect(one(adviceOf(pack('xiamen'), { ...more, termYears: 10 }), 'longer-term')).toMatchObject({ change: { params: { years: 17 } }, effectFen: yuan(960_000 - 596_800) });
    expect(one(adviceOf(pack('xiamen'), more), 'longer-term')).toBeUndefined();
  });

  it('has a spouse of the same figures join, but no third', () => {
    expect(one(adviceOf(pack('shenzhen')), 'spouse-joins')).toEqual({
      change: { code: 'spouse-joins', params: { balanceFen: man.balanceFen, monthlyContributionFen: man.monthlyContributionFen } }, effectFen: yuan(800_000), lifts: 'account',
    });
    expect(one(adviceOf(pack('shenzhen'), { applicants: [man, man] }), 'spouse-joins')).toBeUndefined();
  });
});

describe('advice for what can be repaid', () => {
  const byIncome: AbilityRule = { kind: 'monthly-share', shareMillionths: 500_000, of: 'household-income', counts: 'instalment-and-debts' };
  const rules = pack('shenzhen', { ability: since(byIncome) });
  const rich = person({ balanceFen: yuan(70_000) });

  it('raises the income, or pays off so much of the debts that another limit decides', () => {
    const lines = adviceOf(rules, { ...rich, monthlyIncomeFen: yuan(10_000), otherMonthlyDebtFen: yuan(3_000) });
    // 1,120,000 over 30 years at 2.60 % takes 4,483.80 a month: 2,483.80 more than is left.
    expect(one(lines, 'pay-off-debt')).toEqual({ change: { code: 'pay-off-debt', params: { lessFen: yuan(2_484) } }, effectFen: yuan(1_120_000 - 499_576), lifts: 'repayment-ability' });
    expect(one(lines, 'raise-income')?.change.params).toEqual({ moreFen: yuan(4_968) });
    expect(one(lines, 'raise-base')).toBeUndefined();
  });

  it('pays off all debts where even that only raises the limit', () => {
    const line = one(adviceOf(rules, { ...rich, monthlyIncomeFen: yuan(5_000), otherMonthlyDebtFen: yuan(1_000.5) }), 'pay-off-debt');
    expect(line?.change.params).toEqual({ lessFen: yuan(1_000.5) });
    expect(line?.effectFen).toBeGreaterThan(0);
    expect(one(adviceOf(rules, { ...rich, monthlyIncomeFen: yuan(5_000) }), 'pay-off-debt')).toBeUndefined();
  });

  it('raises the base, by which Shenzhen measures', () => {
    // 4,483.80 a month is half of 8,967.60.
    expect(one(adviceOf(pack('shenzhen'), person({ balanceFen: yuan(70_000), contributionBaseFen: yuan(6_000) })), 'raise-base')?.change.params).toEqual({ moreFen: yuan(2_968) });
  });
});

describe('advice where a minimum stands in', () => {
  const rules = pack('shenzhen', { guaranteedMinimumFen: since(yuan(400_000)) });
  it('raises what is smaller, balance or base, until another limit decides', () => {
    const poor = adviceOf(rules, person({ balanceFen: yuan(1_000) }));
    expect(one(poor, 'raise-balance')).toEqual({ change: { code: 'raise-balance', params: { moreFen: yuan(69_000) } }, effectFen: yuan(720_000), lifts: 'guaranteed-minimum' });
    expect(one(poor, 'raise-base')).toBeUndefined();
    const low = adviceOf(rules, person({ contributionBaseFen: yuan(1_000) }));
    expect(one(low, 'raise-base')?.lifts).toBe('guaranteed-minimum');
    expect(one(low, 'raise-balance')).toBeUndefined();
  });
});

describe('advice for price and conditions', () => {
  it('names the price from which the home no longer limits', () => {
    const lines = adviceOf(pack('shenzhen'), { house: { ...wish.house, priceFen: yuan(600_000) } });
    expect(lines).toEqual([{ change: { code: 'dearer-home', params: { moreFen: yuan(400_000) } }, effectFen: yuan(320_000), lifts: 'price-share' }]);
  });

  it('waits for the months that are missing, and says what they bring', () => {
    const lines = adviceOf(pack('shenzhen'), person({ contributionMonths: 2 }));
    expect(lines).toEqual([{ change: { code: 'wait-for-months', params: { months: 4 } }, effectFen: yuan(58_000 * 16), from: '2027-03-21', lifts: 'contribution-months' }]);
  });

  it('speaks of the months without an effect where the quota is unknown', () => {
    expect(adviceOf(pack('taizhou'), person({ contributionMonths: 2 }))).toEqual([{ change: { code: 'wait-for-months', params: { months: 4 } }, effectFen: 0, from: '2027-03-21', lifts: 'contribution-months' }]);
  });

  it('names both conditions that fail; lifting one alone brings nothing yet', () => {
    const both = pack('shenzhen', { loanCount: since({ most: 2, outstandingAllowed: false }) });
    const lines = adviceOf(both, { ...person({ contributionMonths: 2 }), household: { fundLoansBefore: 1, fundLoanRunning: true } });
    expect(lines.map(({ change, effectFen, lifts }) => [change.code, effectFen, lifts])).toEqual([['wait-for-months', 0, 'contribution-months'], ['pay-off-fund-loan', 0, 'loan-count']]);
  });

  it('has none for who is past the age, and none for a quota at the cap of two', () => {
    expect(adviceOf(pack('shenzhen'), person({ birthDate: '1958-01-01' }))).toEqual([]);
    expect(adviceOf(pack('xiamen'), { applicants: [{ ...man, balanceFen: yuan(2_000_000) }, man] })).toEqual([]);
  });
});
