import type { AbilityRule, AccountFormula, CapRow, CentrePack, Figure, LoanRules, PolicySource } from '../policy/index.ts';
import { bindingSentence, estimate, estimateFor } from './index.ts';
import type { Estimate, EstimateApplicant, EstimateInput, LimitLine, LimitName } from './index.ts';

const TODAY = '2026-11-21';
const yuan = (value: number): number => value * 100;
const source = (id: string): PolicySource => ({ id: `test/${id}`, title: `来源 ${id}`, url: null, date: '2026-01-01', seenOn: '2026-09-01', confidence: 'high' });
const since = <T>(value: T, more: Partial<Figure<T>> = {}): Figure<T>[] => [{ value, source: source('rules'), validFrom: '2026-01-01', ...more }];

const rules: LoanRules = {
  cap: since<readonly CapRow[]>([{ singleFen: yuan(1_000_000), jointFen: yuan(1_500_000) }]),
  unknownUplifts: [],
  downPayment: since([{ millionths: 200_000 }]),
  contributionMonths: since(6),
  account: since<AccountFormula>({ kind: 'balance-multiple', multipleMillionths: 10_000_000 }),
};
function packWith(loan: Partial<LoanRules>): CentrePack {
  return {
    centre: 'testcity', city: '试城', name: '试城中心', version: 'testcity-1', checkedOn: '2026-09-01', loan: { ...rules, ...loan },
    contribution: {}, withdrawal: { notOffered: [], rentContributionMonths: since(3) }, notFound: [],
  };
}

const man: EstimateApplicant = {
  balanceFen: yuan(50_000), averageBalance12Fen: yuan(40_000), monthlyContributionFen: yuan(2_000), contributionBaseFen: yuan(10_000),
  contributionMonths: 30, birthDate: '1990-05-05', sex: 'male',
};
const wish: EstimateInput = { asOf: TODAY, household: {}, applicants: [man], house: { priceFen: yuan(5_000_000), order: 'first', kind: 'new' } };
const ask = (loan: Partial<LoanRules>, change: Partial<EstimateInput> = {}): Estimate => estimate({ ...wish, ...change }, packWith(loan));
const line = (answer: Estimate, limit: LimitName): LimitLine => {
  const found = answer.limits.find((one) => one.limit === limit);
  if (found === undefined) throw new Error(limit);
  return found;
};
describe('loans before', () => {
  const count = { loanCount: since({ most: 2, outstandingAllowed: false }) };
  it('forbid when they are used up or one still runs; a running one can be paid off', () => {
    expect(ask(count, { household: { fundLoansBefore: 1 } }).amountFen).toBe(yuan(500_000));
    const usedUp = ask(count, { household: { fundLoansBefore: 2 } });
    expect(usedUp).toMatchObject({ amountFen: 0, binding: 'loan-count', complete: true, advice: [] });
    const running = ask(count, { household: { fundLoansBefore: 1, fundLoanRunning: true } });
    expect(running).toMatchObject({ amountFen: 0, binding: 'loan-count', advice: [{ change: { code: 'pay-off-fund-loan' }, effectFen: yuan(500_000), lifts: 'loan-count' }] });
    expect(bindingSentence(running)).toBe('还不能申请：公积金贷款次数不符合条件');
    expect(ask(count, { household: { fundLoansBefore: 2, fundLoanRunning: true } }).advice).toEqual([]);
    expect(ask({ loanCount: since({ most: 2, outstandingAllowed: true }) }, { household: { fundLoanRunning: true } }).amountFen).toBe(yuan(500_000));
  });

  it('whose number nobody published forbid only while one runs', () => {
    const noNumber = { loanCount: since({ outstandingAllowed: false }) };
    expect(ask(noNumber, { household: { fundLoanRunning: true } })).toMatchObject({ amountFen: 0, binding: 'loan-count' });
    expect(line(ask(noNumber, { household: { fundLoanRunning: true } }), 'loan-count')).toMatchObject({ formula: '家庭还有没还清的公积金贷款，还清后才能申请', inputs: { before: 1, running: 1 } });
    expect(ask(noNumber)).toMatchObject({ amountFen: yuan(500_000), complete: true });
    expect(ask(noNumber, { household: { fundLoansBefore: 2 } })).toMatchObject({ amountFen: yuan(500_000), complete: false });
    const mayRun = { loanCount: since({ outstandingAllowed: true }) };
    expect(ask(mayRun, { household: { fundLoanRunning: true } })).toMatchObject({ amountFen: yuan(500_000), complete: true });
  });
});

describe('nothing is lent by a rule past its validity', () => {
  const ended = { validTo: '2026-10-31' };
  it('and the sentence says which condition and why it is not sure, not an upper bound of 0', () => {
    const short = ask({ contributionMonths: since(6, ended) }, { applicants: [{ ...man, contributionMonths: 5 }] });
    expect(short).toMatchObject({ amountFen: 0, atMostFen: 0, complete: false, binding: null });
    expect(bindingSentence(short)).toBe('还不能申请：连续缴存月数没有达到要求；用到的规定已过有效期');
    const empty = ask({ account: since<AccountFormula>({ kind: 'balance-multiple', multipleMillionths: 10_000_000 }, ended) }, { applicants: [{ ...man, balanceFen: 0 }] });
    expect(bindingSentence(empty)).toBe('按账户现在的余额和缴存月数还贷不到款；用到的规定已过有效期');
  });
});

describe('a condition nobody published', () => {
  const without = (name: 'contributionMonths' | 'loanCount', change: Partial<EstimateInput>): Estimate => {
    const { [name]: _none, ...loan } = rules;
    return estimate({ ...wish, ...change }, { ...packWith({}), loan });
  };

  it('leaves the quota an upper bound where it may forbid, and nowhere else', () => {
    const short = { applicants: [{ ...man, contributionMonths: 11 }] };
    expect(without('contributionMonths', short)).toMatchObject({ amountFen: yuan(500_000), complete: false, binding: null });
    expect(bindingSentence(without('contributionMonths', short))).toBe('最高不超过 50 万元（账户缴存），缴存月数够不够申请没有查到公开依据');
    expect(without('contributionMonths', { applicants: [{ ...man, contributionMonths: 12 }] })).toMatchObject({ complete: true, binding: 'account' });
    expect(without('loanCount', { household: { fundLoanRunning: true } })).toMatchObject({ amountFen: yuan(500_000), complete: false, binding: null });
    expect(bindingSentence(without('loanCount', { household: { fundLoansBefore: 2 } }))).toContain('能不能再申请没有查到公开依据');
    expect(without('loanCount', { household: { fundLoansBefore: 1 } })).toMatchObject({ complete: true, binding: 'account' });
    expect(without('loanCount', { household: { fundLoansBefore: 1 } }).unknown).toContain('家庭可以用几次公积金贷款没有查到公开依据');
    expect(without('loanCount', {}).unknown.join()).not.toContain('几次');
  });
});

describe('the term', () => {
  it('may be bound to the legal retirement month', () => {
    const after = { endingAge: since({ kind: 'after-retirement', years: 5 } as const) };
    // Born 1970-03-10: retires at 61 years 3 months, 2031-06-10, and five years on is 2036-06-10.
    const old = { applicants: [{ ...man, birthDate: '1970-03-10' }] };
    expect(ask(after, old).termMonths).toBe(9 * 12);
    expect(line(ask(after, old), 'age-term').formula).toBe('贷款须在法定退休年龄后 5 年内还清，最长 9 年');
  });

  it('is at most the centre’s own longest; more than the ages allow is cut, said, and advised against', () => {
    expect(ask({ longestYears: since(20) }).termMonths).toBe(240);
    const cut = ask({}, { termYears: 30, applicants: [{ ...man, birthDate: '1970-01-01' }] });
    expect(cut.termMonths).toBe(11 * 12);
    expect(line(cut, 'age-term').formula).toBe('贷款须在年满 68 周岁前还清，最长 11 年；想贷的 30 年超过了，按 11 年计算');
    expect(cut.advice[0]).toEqual({ change: { code: 'shorter-term', params: { years: 11 } }, effectFen: 0, lifts: 'age-term' });
  });
});

describe('what is dated', () => {
  it('counts a figure past its validity and flags it', () => {
    const answer = ask({ cap: since([{ singleFen: yuan(400_000), jointFen: yuan(400_000) }], { validTo: '2026-09-30' }) });
    expect(answer).toMatchObject({ amountFen: yuan(400_000), complete: false, binding: null, advice: [] });
    expect(line(answer, 'city-cap').expired).toBe(true);
    expect(answer.unknown).toContain('城市最高额度查到的规定到 2026 年 9 月 30 日为止，之后的没有查到，先按它计算');
    expect(bindingSentence(answer)).toBe('最高不超过 40 万元（城市上限），用到的规定已过有效期');
  });

  it('names a source that says otherwise', () => {
    const conflict = { words: '另一处写 40%', source: source('other') };
    const answer = ask({ ability: since<AbilityRule>({ kind: 'base-share-years', shareMillionths: 350_000 }, { conflict }) });
    expect(line(answer, 'repayment-ability').conflict).toEqual(conflict);
    expect(answer.policy.sources.map(({ id }) => id)).toContain('test/other');
  });

  it('knows no figure before its first day, and says from when it does', () => {
    const answer = ask({}, { asOf: '2025-12-31' });
    expect(answer).toMatchObject({ amountFen: null, atMostFen: null, complete: false, binding: null, downPayment: null, limits: [{ limit: 'age-term' }] });
    expect(answer.unknown).toContain('账户怎么算在 2026 年 1 月 1 日之前没有查到公开依据');
    expect(bindingSentence(answer)).toBe('还算不出额度：城市最高额度、账户怎么算、最低首付比例没有查到公开依据');
  });

  it.each(['cap', 'account', 'downPayment', 'contributionMonths', 'ability', 'guaranteedMinimumFen', 'roundDownToFen'] as const)('moving the first day of %s changes results only from that day on', (name) => {
    const full: LoanRules = {
      ...rules, ability: since<AbilityRule>({ kind: 'base-share-years', shareMillionths: 100_000 }), guaranteedMinimumFen: since(yuan(200_000)), roundDownToFen: since(yuan(10_000)),
    };
    const old = full[name] as readonly Figure<unknown>[];
    const moved = packWith({ ...full, [name]: [{ ...old[0], validTo: '2026-06-30' }, { ...old[0], value: halved(old[0]?.value), validFrom: '2026-07-01' }] });
    const later = packWith({ ...full, [name]: [{ ...old[0], validTo: '2026-08-31' }, { ...old[0], value: halved(old[0]?.value), validFrom: '2026-09-01' }] });
    const limits = (pack: CentrePack, asOf: string): unknown => estimate({ ...wish, asOf }, pack).limits.map(({ limit, amountFen, formula }) => ({ limit, amountFen, formula }));
    const odd = { ...wish, applicants: [{ ...man, contributionBaseFen: yuan(10_250) }] };
    const amounts = (pack: CentrePack, asOf: string): unknown => [limits(pack, asOf), estimate({ ...odd, asOf }, pack).amountFen];
    for (const asOf of ['2026-01-01', '2026-06-30', '2026-09-01', '2026-11-21']) expect(amounts(moved, asOf)).toEqual(amounts(later, asOf));
    for (const asOf of ['2026-07-01', '2026-08-31']) expect(amounts(moved, asOf)).not.toEqual(amounts(later, asOf));
  });

  it.each([
    ['2015-02-28', 42_500, 46_750], ['2015-03-01', 40_000, 44_000], ['2015-05-11', 37_500, 41_250], ['2015-06-28', 35_000, 38_500], ['2015-08-25', 35_000, 38_500], ['2015-08-26', 32_500, 35_750],
    ['2022-09-30', 32_500, 35_750], ['2022-10-01', 31_000, 35_750], ['2024-05-17', 31_000, 35_750], ['2024-05-18', 28_500, 33_250],
    ['2025-05-07', 28_500, 33_250], ['2025-05-08', 26_000, 30_750], ['2026-11-21', 26_000, 30_750],
  ])('charges the rate of %s', (asOf, first, second) => {
    expect(ask({}, { asOf }).annualRateMillionths).toBe(first);
    expect(ask({}, { asOf, house: { ...wish.house, order: 'second' } }).annualRateMillionths).toBe(second);
    expect(ask({}, { asOf }).rateSource.id).toMatch(/^national\/loan-rates/);
  });

  it('rounds down to the centre’s own step', () => {
    expect(ask({ roundDownToFen: since(yuan(10_000)) }, { applicants: [{ ...man, balanceFen: yuan(51_234) }] }).amountFen).toBe(yuan(510_000));
    expect(ask({ roundDownToFen: since(yuan(10_000)) }).unknown.join()).not.toContain('取整');
    expect(ask({}).unknown.join()).toContain('已向下取整到元');
  });

  it('for a centre without any figure says what was looked for in vain', () => {
    const bare = { ...packWith({}), loan: { cap: [], unknownUplifts: [], downPayment: [] }, notFound: ['试城的贷款规定未见公开资料'] };
    const answer = estimate(wish, bare);
    expect(answer).toMatchObject({ amountFen: null, atMostFen: null, complete: false, binding: null, downPayment: null, instalments: null, advice: [] });
    expect(answer.unknown).toContain('试城的贷款规定未见公开资料');
    expect(estimateFor({ ...wish, centre: 'testcity' }, TODAY, () => bare).kind).toBe('estimated');
  });
});

/** Another value of the same kind of figure: a smaller one. */
function halved(value: unknown): unknown {
  if (typeof value === 'number') return value / 2;
  if (Array.isArray(value)) return value.map(halved);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, typeof one === 'number' ? one / 2 : halved(one)]));
  return value;
}
