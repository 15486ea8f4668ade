import type { AbilityRule, AccountFormula, CapRow, CentrePack, Figure, Liquidity, LoanRules, PolicySource, Stacking, Uplift } from '../policy/index.ts';
import { bindingSentence, equalInstalment, estimate } from './index.ts';
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
const accountOf = (rule: AccountFormula, change: Partial<EstimateInput> = {}, more: Partial<LoanRules> = {}): LimitLine =>
  line(ask({ account: since(rule), ...more }, change), 'account');
const abilityOf = (rule: AbilityRule, change: Partial<EstimateInput> = {}): LimitLine => line(ask({ ability: since(rule) }, change), 'repayment-ability');

describe('the account', () => {
  it('C1 counts a small balance as the least, and adds a supplementary fund at its own multiple', () => {
    const rule: AccountFormula = { kind: 'balance-multiple', multipleMillionths: 25_000_000, leastBalanceFen: yuan(30_000), supplementaryMultipleMillionths: 10_000_000 };
    const poor = { ...man, balanceFen: yuan(1_000) };
    expect(accountOf(rule, { applicants: [poor] })).toMatchObject({ amountFen: yuan(750_000), formula: '账户余额之和 30,000 元（余额不足 30,000 元的按 30,000 元） × 25 倍 = 750,000 元' });
    expect(accountOf(rule, { applicants: [poor, man] }).amountFen).toBe(yuan(80_000 * 25));
    const withFund = { applicants: [{ ...man, supplementaryBalanceFen: yuan(7_000) }] };
    expect(accountOf(rule, withFund).amountFen).toBe(yuan(50_000 * 25 + 70_000));
    const liquidity = (on: Liquidity['on']): Partial<LoanRules> => ({ liquidity: since<Liquidity>({ millionths: 500_000, on }) });
    expect(accountOf(rule, withFund, liquidity('account')).amountFen).toBe(yuan(25_000 * 25 + 35_000));
    // A balance is no contribution: a factor on those alone leaves both funds as they are.
    expect(accountOf(rule, withFund, liquidity('contributions-only')).amountFen).toBe(yuan(50_000 * 25 + 70_000));
  });

  it('C2 is a multiple of the mean balance; without one it is unknown, and so is the quota', () => {
    const rule: AccountFormula = { kind: 'average-balance-multiple', multipleMillionths: 20_000_000 };
    expect(accountOf(rule)).toMatchObject({ amountFen: yuan(800_000), inputs: { averageBalanceFen: yuan(40_000), multipleMillionths: 20_000_000 } });
    const { averageBalance12Fen: _none, ...without } = man;
    const answer = ask({ account: since(rule) }, { applicants: [without] });
    expect(answer).toMatchObject({ amountFen: null, atMostFen: yuan(1_000_000), complete: false, binding: null, instalments: null, advice: [] });
    expect(bindingSentence(answer)).toBe('最高不超过 100 万元（城市上限），没有填写近 12 个月平均余额，账户这一项无法计算');
  });

  it('C3 takes the factor of each one’s own months', () => {
    const rule: AccountFormula = {
      kind: 'balance-multiple-by-months', multipleMillionths: 20_000_000,
      factors: [{ fromMonths: 0, factorMillionths: 0 }, { fromMonths: 6, factorMillionths: 500_000 }, { fromMonths: 24, factorMillionths: 1_200_000 }],
    };
    expect(accountOf(rule).amountFen).toBe(yuan(50_000 * 24));
    expect(accountOf(rule, { applicants: [man, { ...man, contributionMonths: 6 }] }).amountFen).toBe(yuan(50_000 * 24 + 50_000 * 10));
    expect(accountOf(rule, { applicants: [{ ...man, contributionMonths: 5 }] }, { contributionMonths: [] }).amountFen).toBe(0);
  });

  it('C4 counts the months to the legal retirement month of 国发〔2024〕18号', () => {
    const rule: AccountFormula = { kind: 'balance-and-months-to-retirement', multipleMillionths: 2_000_000 };
    // Born in May 1990, retires at 63 in May 2053: 318 months from November 2026.
    expect(accountOf(rule)).toMatchObject({ amountFen: yuan(100_000 + 2_000 * 318), formula: '账户余额之和 50,000 元 × 2 倍 + 月缴存额 2,000 元 × 至法定退休 318 个月 = 736,000 元' });
    expect(accountOf(rule, { applicants: [{ ...man, birthDate: '1955-01-01' }] }).amountFen).toBe(yuan(100_000));
    const liquidity = since<Liquidity>({ millionths: 500_000, on: 'contributions-only' });
    expect(accountOf(rule, {}, { liquidity })).toMatchObject({ amountFen: yuan(100_000 + 318_000), formula: '账户余额之和 50,000 元 × 2 倍 + (月缴存额 2,000 元 × 至法定退休 318 个月) × 流动性调节系数 0.5 = 418,000 元' });
  });

  it('C5 is the flow of the last months × years × factor and the balance', () => {
    const rule: AccountFormula = { kind: 'contribution-flow', months: 6, factorMillionths: 2_900_000 };
    expect(accountOf(rule, { termYears: 10 }).amountFen).toBe(yuan(12_000 * 29 + 50_000));
    const half = since<Liquidity>({ millionths: 500_000, on: 'contributions-only' });
    expect(accountOf(rule, { termYears: 10 }, { liquidity: half }).amountFen).toBe(yuan(12_000 * 14.5 + 50_000));
  });

  it('C6 counts whole years, says what it leaves out, and is unknown below one', () => {
    const rule: AccountFormula = { kind: 'per-contribution-year', perYearFen: yuan(200_000) };
    expect(accountOf(rule, { applicants: [man, { ...man, contributionMonths: 36 }] }).amountFen).toBe(yuan(1_000_000));
    expect(ask({ account: since(rule) }).unknown.join()).toContain('不满 1 年的部分');
    expect(accountOf(rule, { applicants: [{ ...man, contributionMonths: 8 }] }).amountFen).toBeNull();
    expect(accountOf(rule, { applicants: [{ ...man, contributionMonths: 24 }] }).amountFen).toBe(yuan(400_000));
  });

  it('C7 is a multiple of the month’s contribution and never less than its least', () => {
    const rule: AccountFormula = { kind: 'monthly-multiple', months: 240, leastFen: yuan(180_000) };
    expect(accountOf(rule).amountFen).toBe(yuan(480_000));
    expect(accountOf(rule, { applicants: [{ ...man, monthlyContributionFen: yuan(500) }] })).toMatchObject({
      amountFen: yuan(180_000), formula: '月缴存额之和 500 元 × 240，不足 180,000 元按 180,000 元 = 180,000 元',
    });
    const liquidity = since<Liquidity>({ millionths: 500_000, on: 'account' });
    expect(accountOf(rule, {}, { liquidity }).formula).toBe('月缴存额之和 2,000 元 × 240 × 流动性调节系数 0.5 = 240,000 元');
    expect(accountOf(rule, { applicants: [{ ...man, monthlyContributionFen: yuan(1_000) }] }, { liquidity })).toMatchObject({
      amountFen: yuan(180_000), formula: '月缴存额之和 1,000 元 × 240 × 流动性调节系数 0.5，不足 180,000 元按 180,000 元 = 180,000 元',
    });
  });

  it('C8 multiplies account, cap or both, and leaves a first loan without a home alone where the centre does', () => {
    const factor = (on: Liquidity['on'], except = false): Figure<Liquidity>[] => since({ millionths: 800_000, on, ...(except ? { exceptFirstLoanNoHome: true } : {}) });
    const both = (on: Liquidity['on'], change: Partial<EstimateInput> = {}, except = false): (number | null)[] => {
      const answer = ask({ liquidity: factor(on, except) }, change);
      return [line(answer, 'account').amountFen, line(answer, 'city-cap').amountFen];
    };
    expect(both('account')).toEqual([yuan(400_000), yuan(1_000_000)]);
    expect(both('cap')).toEqual([yuan(500_000), yuan(800_000)]);
    expect(both('account-and-cap')).toEqual([yuan(400_000), yuan(800_000)]);
    const first = { household: { fundLoansBefore: 0, ownsHome: false } };
    expect(both('account-and-cap', first, true)).toEqual([yuan(500_000), yuan(1_000_000)]);
    expect(both('account-and-cap', { household: { fundLoansBefore: 1, ownsHome: false } }, true)).toEqual([yuan(400_000), yuan(800_000)]);
    expect(both('account-and-cap', {}, true)).toEqual([yuan(400_000), yuan(800_000)]);
  });

  it('is unknown where the centre has a factor of which no figure is known', () => {
    const answer = ask({ liquidity: [] });
    expect(answer).toMatchObject({ amountFen: null, atMostFen: yuan(1_000_000), complete: false });
    expect(answer.unknown).toContain('流动性调节系数没有查到公开依据');
  });

  it('C9 raises a small quota to the minimum, never above the cap or the price share', () => {
    const minimum = { guaranteedMinimumFen: since(yuan(400_000)) };
    const poor = { applicants: [{ ...man, balanceFen: yuan(1_000) }] };
    const raised = ask(minimum, poor);
    expect(raised).toMatchObject({ amountFen: yuan(400_000), binding: 'guaranteed-minimum', complete: true });
    expect(bindingSentence(raised)).toBe('按账户和还款能力算出的额度不足，已提到保底 40 万元');
    expect(ask(minimum, { ...poor, house: { ...wish.house, priceFen: yuan(300_000) } })).toMatchObject({ amountFen: yuan(240_000), binding: 'price-share' });
    expect(ask({ ...minimum, cap: since([{ singleFen: yuan(350_000), jointFen: yuan(350_000) }]) }, poor)).toMatchObject({ amountFen: yuan(350_000), binding: 'city-cap' });
    expect(ask(minimum)).toMatchObject({ amountFen: yuan(500_000), binding: 'account' });
    expect(ask(minimum, { applicants: [{ ...man, contributionMonths: 1 }] })).toMatchObject({ amountFen: 0, binding: 'contribution-months' });
  });

  it('C9 lets a price below the minimum decide even where the formula is unknown', () => {
    const { account: _unknown, ...others } = rules;
    const pack = { ...packWith({}), loan: { ...others, guaranteedMinimumFen: since(yuan(400_000)) } };
    expect(estimate({ ...wish, house: { ...wish.house, priceFen: yuan(300_000) } }, pack)).toMatchObject({ amountFen: yuan(240_000), complete: true, binding: 'price-share' });
    expect(estimate(wish, pack)).toMatchObject({ amountFen: null, atMostFen: yuan(1_000_000), complete: false, binding: null });
  });
});

describe('the repayment ability', () => {
  it('D1 is a share of the bases over the years', () => {
    expect(abilityOf({ kind: 'base-share-years', shareMillionths: 350_000 }, { termYears: 10 })).toMatchObject({
      amountFen: yuan(420_000), formula: '缴存基数之和 10,000 元 × 35% × 12 × 10 年 = 420,000 元',
    });
  });

  it('D2 counts the instalment: the largest loan whose 等额本息 stays within the share', () => {
    const amountFen = abilityOf({ kind: 'monthly-share', shareMillionths: 500_000, of: 'contribution-bases', counts: 'instalment' }, { termYears: 20 }).amountFen ?? 0;
    expect(equalInstalment(amountFen, 26_000, 240)).toBeLessThanOrEqual(yuan(5_000));
    expect(equalInstalment(amountFen + 100, 26_000, 240)).toBeGreaterThan(yuan(5_000));
  });

  it('D2 takes other debts off first where the rule counts them, and says when it does not', () => {
    const rule: AbilityRule = { kind: 'monthly-share', shareMillionths: 600_000, of: 'household-income', counts: 'instalment-and-debts' };
    const income = { monthlyIncomeFen: yuan(10_000) };
    const free = abilityOf(rule, income).amountFen ?? 0;
    expect(abilityOf(rule, { ...income, otherMonthlyDebtFen: yuan(3_000) }).amountFen).toBeCloseTo(free / 2, -3);
    expect(abilityOf(rule, { ...income, otherMonthlyDebtFen: yuan(7_000) }).amountFen).toBe(0);
    const plain: AbilityRule = { ...rule, counts: 'instalment' };
    expect(ask({ ability: since(plain) }, { ...income, otherMonthlyDebtFen: yuan(3_000) }).unknown.join()).toContain('其他月还款');
  });

  it('D2 by principal is the share of the base times the months', () => {
    expect(abilityOf({ kind: 'monthly-share', shareMillionths: 400_000, of: 'contribution-bases', counts: 'principal' }, { termYears: 10 }).amountFen).toBe(yuan(480_000));
  });

  it('D3 is the larger of bases × years × share × factor and of balance × multiple', () => {
    const rule: AbilityRule = {
      kind: 'base-years-or-balance', shareMillionths: 600_000, multipleMillionths: 15_000_000,
      factors: [{ fromMonths: 0, factorMillionths: 500_000 }, { fromMonths: 24, factorMillionths: 1_000_000 }],
    };
    expect(abilityOf(rule, { termYears: 5 }).amountFen).toBe(yuan(750_000));
    expect(abilityOf(rule, { termYears: 20 })).toMatchObject({
      amountFen: yuan(1_440_000),
      formula: '缴存基数 10,000 元 × 12 × 20 年 × 60% × 时间系数 1 = 1,440,000 元，账户余额之和 50,000 元 × 15 倍 = 750,000 元，取较大的 1,440,000 元',
    });
    expect(abilityOf(rule, { termYears: 20, applicants: [{ ...man, contributionMonths: 8 }] }).amountFen).toBe(yuan(750_000));
    expect(abilityOf(rule, { termYears: 20, applicants: [man, { ...man, contributionMonths: 8 }] }).amountFen).toBe(yuan(2_160_000));
  });

  it('is unknown without the figure it is measured by', () => {
    const { contributionBaseFen: _none, ...without } = man;
    for (const rule of [
      { kind: 'base-share-years', shareMillionths: 1 },
      { kind: 'monthly-share', shareMillionths: 1, of: 'household-income', counts: 'instalment' },
      { kind: 'base-years-or-balance', shareMillionths: 1, multipleMillionths: 1, factors: [{ fromMonths: 0, factorMillionths: 1 }] },
    ] satisfies AbilityRule[]) {
      const answer = ask({ ability: since<AbilityRule>(rule) }, { applicants: [without] });
      expect(line(answer, 'repayment-ability').amountFen).toBeNull();
      expect(answer).toMatchObject({ complete: false, binding: null, amountFen: yuan(500_000) });
      expect(bindingSentence(answer)).toMatch(/^最高不超过 50 万元（账户缴存），没有填写(缴存基数|家庭月收入)，还款能力这一项无法计算$/);
    }
  });
});

describe('the city’s cap', () => {
  const uplift = (id: string, effect: Uplift['effect'], group?: string): Uplift => ({ id, words: id, when: { childrenFrom: 1 }, effect, ...(group === undefined ? {} : { group }) });
  const share = (millionths: number): Uplift['effect'] => ({ kind: 'share', millionths });
  const amount = (value: number): Uplift['effect'] => ({ kind: 'amount', singleFen: yuan(value), jointFen: yuan(value * 2) });
  const capOf = (uplifts: readonly Uplift[], stacking: Stacking | null, people = 1): { amountFen: number | null; unknown: readonly string[] } => {
    const loan = { uplifts: since(uplifts), ...(stacking === null ? {} : { stacking: since(stacking) }) };
    const answer = ask(loan, { household: { children: 2 }, applicants: Array.from({ length: people }, () => man) });
    return { amountFen: line(answer, 'city-cap').amountFen, unknown: answer.unknown };
  };

  it('adds groups up, of each group the largest', () => {
    const uplifts = [uplift('a', share(200_000), 'g'), uplift('b', share(300_000), 'g'), uplift('c', amount(100_000))];
    expect(capOf(uplifts, { rule: 'sum' }).amountFen).toBe(yuan(1_400_000));
    expect(capOf(uplifts, { rule: 'sum' }, 2).amountFen).toBe(yuan(1_500_000 * 1.3 + 200_000));
    expect(capOf(uplifts, { rule: 'largest' }).amountFen).toBe(yuan(1_300_000));
  });

  it('counts only the largest where no source says whether they add up, and says so', () => {
    const uplifts = [uplift('甲', share(200_000)), uplift('乙', amount(100_000))];
    for (const rule of [{ rule: 'unknown' } as const, null]) {
      const { amountFen, unknown } = capOf(uplifts, rule);
      expect(amountFen).toBe(yuan(1_200_000));
      expect(unknown).toContain('甲、乙能不能叠加没有查到公开依据，只计入最高的一项');
    }
    expect(capOf(uplifts.slice(0, 1), null).unknown.join()).not.toContain('叠加');
  });

  it('keeps to the ceilings of amounts and of shares', () => {
    const uplifts = [uplift('a', share(400_000)), uplift('b', share(500_000))];
    expect(capOf(uplifts, { rule: 'sum' }).amountFen).toBe(yuan(1_900_000));
    expect(capOf(uplifts, { rule: 'sum', ceilingMillionths: 600_000 }).amountFen).toBe(yuan(1_600_000));
    expect(capOf(uplifts, { rule: 'sum', ceilingSingleFen: yuan(1_700_000), ceilingJointFen: yuan(2_000_000) }).amountFen).toBe(yuan(1_700_000));
    expect(capOf(uplifts, { rule: 'sum', ceilingSingleFen: yuan(1_700_000), ceilingJointFen: yuan(2_000_000) }, 2).amountFen).toBe(yuan(2_000_000));
  });

  it('puts another cap in the place of the first before shares are taken', () => {
    const uplifts = [uplift('a', { kind: 'cap', singleFen: yuan(1_200_000), jointFen: yuan(1_600_000) }), uplift('b', share(100_000))];
    expect(capOf(uplifts, { rule: 'sum' }).amountFen).toBe(yuan(1_320_000));
    expect(capOf(uplifts, { rule: 'largest' }).amountFen).toBe(yuan(1_200_000));
  });

  it('takes the first row that fits, and names the part of the city that has its own', () => {
    const loan = { cap: since<readonly CapRow[]>([{ when: { locality: ['东县'] }, singleFen: yuan(300_000), jointFen: yuan(300_000) }, { singleFen: yuan(600_000), jointFen: yuan(600_000) }]) };
    expect(line(ask(loan), 'city-cap').amountFen).toBe(yuan(600_000));
    expect(ask(loan).unknown.join()).toContain('东县的城市最高额度另有规定');
    const east = ask(loan, { house: { ...wish.house, locality: '东县' } });
    expect(line(east, 'city-cap').amountFen).toBe(yuan(300_000));
    expect(east.unknown.join()).not.toContain('另有规定');
    const none = ask({ cap: since<readonly CapRow[]>([{ when: { kind: 'second-hand' }, singleFen: 1, jointFen: 1 }]) });
    expect(none).toMatchObject({ complete: false, binding: null });
    expect(none.unknown).toContain('城市最高额度没有查到适用于这套住房的公开依据');
  });
});
