import fc from 'fast-check';
import { packOf } from '../policy/packs/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { buildSchedule, checkEstimateInput, equalInstalment, estimate, estimateFor } from './index.ts';
import type { Estimate, EstimateApplicant, EstimateInput, EstimateRequest, LimitName } from './index.ts';

const TODAY = '2026-11-21';
const yuan = (value: number): number => value * 100;

const man: EstimateApplicant = { balanceFen: yuan(50_000), monthlyContributionFen: yuan(2_000), contributionMonths: 14, birthDate: '1990-05-05', sex: 'male' };
const house: EstimateInput['house'] = { priceFen: yuan(3_000_000), order: 'first', kind: 'new' };
const request = (change: Partial<EstimateRequest> = {}): EstimateRequest => ({ centre: 'xiamen', household: {}, applicants: [man], house, ...change });

function estimated(change: Partial<EstimateRequest> = {}): Estimate {
  const outcome = estimateFor(request(change), TODAY, packOf);
  if (outcome.kind !== 'estimated') throw new Error(JSON.stringify(outcome));
  return outcome.estimate;
}
const line = (answer: Estimate, limit: LimitName): Estimate['limits'][number] => {
  const found = answer.limits.find((one) => one.limit === limit);
  if (found === undefined) throw new Error(limit);
  return found;
};

describe('the quota in Xiamen', () => {
  it('is (six months × years × 2.9 + balance) × 0.8 when that binds', () => {
    const answer = estimated({ termYears: 20 });
    expect(answer).toMatchObject({ amountFen: yuan(596_800), complete: true, binding: 'account', termMonths: 240, annualRateMillionths: 26_000 });
    expect(line(answer, 'account').formula).toBe('(前 6 个月缴存额 12,000 元 × 贷款 20 年 × 2.9 + 账户余额 50,000 元) × 流动性调节系数 0.8 = 596,800 元');
    expect(line(answer, 'account').source.id).toBe('xiamen/liquidity-2026');
  });

  it('is never above 960,000, for one or for two', () => {
    const rich = { ...man, balanceFen: yuan(900_000) };
    expect(estimated({ applicants: [rich] })).toMatchObject({ amountFen: yuan(960_000), binding: 'city-cap' });
    expect(estimated({ applicants: [rich, rich] })).toMatchObject({ amountFen: yuan(960_000), binding: 'city-cap' });
  });

  it('is never above the price less the down payment', () => {
    expect(estimated({ house: { ...house, priceFen: yuan(500_000) } })).toMatchObject({ amountFen: yuan(400_000), binding: 'price-share' });
    expect(estimated({ house: { ...house, priceFen: yuan(500_000), order: 'second' } })).toMatchObject({ amountFen: yuan(400_000) });
    const affordable = estimated({ house: { ...house, priceFen: yuan(500_000), kind: 'affordable' } });
    expect(affordable.amountFen).toBe(yuan(425_000));
    expect(line(affordable, 'price-share').formula).toContain('保障性住房最低首付 15%');
  });

  it('is nothing before six months, and says what six months would bring', () => {
    const answer = estimated({ applicants: [{ ...man, contributionMonths: 3 }] });
    expect(answer).toMatchObject({ amountFen: 0, complete: true, binding: 'contribution-months', instalments: null });
    expect(line(answer, 'contribution-months').formula).toBe('已连续缴存 3 个月，未满 6 个月，暂不能申请');
    const wait = answer.advice.find((one) => one.change.code === 'wait-for-months');
    expect(wait).toMatchObject({ change: { params: { months: 3 } }, from: '2027-02-21' });
    expect(wait?.effectFen).toBeGreaterThan(0);
  });

  it('says that the uplifts and the share of repayment ability are unknown, and that it rounded down to the yuan', () => {
    const { unknown, limits } = estimated();
    expect(unknown.join()).toMatch(/还款能力.*绿色建筑.*取整到元/);
    expect(limits.some((one) => one.limit === 'repayment-ability')).toBe(false);
  });

  it('charges the second-home rate, and the short rate to five years', () => {
    expect(estimated({ house: { ...house, order: 'second' } }).annualRateMillionths).toBe(30_750);
    expect(estimated({ house: { ...house, order: 'second' }, termYears: 5 }).annualRateMillionths).toBe(25_250);
    expect(estimated({ termYears: 5 }).annualRateMillionths).toBe(21_000);
  });

  it('adds up what two applicants carry', () => {
    const answer = estimated({ applicants: [man, man], termYears: 10 });
    expect(line(answer, 'account').amountFen).toBe(yuan((24_000 * 10 * 2.9 + 100_000) * 0.8));
  });

  it('leaves out an applicant who has not contributed long enough, and says so', () => {
    const answer = estimated({ applicants: [man, { ...man, contributionMonths: 2 }], termYears: 20 });
    expect(answer.amountFen).toBe(yuan(596_800));
    expect(answer.unknown.join()).toContain('有申请人未满连续缴存月数');
  });
});

describe('the quota in Shenzhen', () => {
  const shenzhen = (applicant: Partial<EstimateApplicant> = {}, change: Partial<EstimateRequest> = {}): Estimate =>
    estimated({ centre: 'shenzhen', applicants: [{ ...man, contributionBaseFen: yuan(20_000), ...applicant }], ...change });

  it('is sixteen times the balance', () => {
    expect(shenzhen()).toMatchObject({ amountFen: yuan(800_000), binding: 'account', complete: true });
    expect(line(shenzhen(), 'account').formula).toBe('账户余额之和 50,000 元 × 16 倍 = 800,000 元');
  });

  it('has a cap 60 % higher for a first home, and for the second home of a family with two children', () => {
    const rich = { balanceFen: yuan(500_000) };
    expect(shenzhen(rich)).toMatchObject({ amountFen: yuan(1_120_000), binding: 'city-cap' });
    expect(shenzhen(rich, { house: { ...house, order: 'second' } }).amountFen).toBe(yuan(700_000));
    const children = shenzhen(rich, { house: { ...house, order: 'second' }, household: { children: 2 } });
    expect(children).toMatchObject({ amountFen: yuan(1_120_000), annualRateMillionths: 30_750 });
    expect(children.unknown.join()).toContain('多子女家庭');
    const both = { ...man, ...rich, contributionBaseFen: yuan(20_000) };
    expect(shenzhen({}, { applicants: [both, both] }).limits.find((one) => one.limit === 'city-cap')?.amountFen).toBe(yuan(2_080_000));
  });

  it('is what half the contribution base repays', () => {
    const answer = shenzhen({ balanceFen: yuan(500_000), contributionBaseFen: yuan(6_000) });
    expect(answer.binding).toBe('repayment-ability');
    const amountFen = answer.amountFen ?? 0;
    expect(equalInstalment(amountFen, 26_000, 360)).toBeLessThanOrEqual(yuan(3_000));
    expect(equalInstalment(amountFen + 100, 26_000, 360)).toBeGreaterThan(yuan(3_000));
  });

  it('is only an upper bound when the base is unknown: no binding limit, no advice', () => {
    const answer = estimated({ centre: 'shenzhen' });
    expect(answer).toMatchObject({ complete: false, binding: null, amountFen: yuan(800_000), advice: [] });
    expect(line(answer, 'repayment-ability').amountFen).toBeNull();
    expect(answer.unknown.join()).toContain('没有填写缴存基数');
  });

  it('says when other debts were not counted', () => {
    expect(shenzhen({}, { otherMonthlyDebtFen: yuan(1_000) }).unknown.join()).toContain('其他月还款');
  });
});

describe('the term', () => {
  it('ends by 68 for a man: born in January 1980, asked in November 2026, 21 years', () => {
    expect(estimated({ applicants: [{ ...man, birthDate: '1980-01-15' }] }).termMonths).toBe(21 * 12);
  });

  it('is the shorter of both for a woman whose category is unknown, and names both', () => {
    const woman = { ...man, sex: 'female' as const };
    const answer = estimated({ applicants: [woman] });
    expect(answer.termMonths).toBe(23 * 12);
    expect(answer.unknown.join()).toContain('按 50 岁还是 55 岁退休');
    expect(answer.byCategory?.map(({ category, termMonths }) => [category, termMonths])).toEqual([['F50', 23 * 12], ['F55', 26 * 12]]);
    expect(estimated({ applicants: [{ ...woman, retirementCategory: 'F55' }] }).termMonths).toBe(26 * 12);
    expect(estimated({ applicants: [{ ...woman, retirementCategory: 'F50' }] }).termMonths).toBe(23 * 12);
    expect(estimated({ applicants: [{ ...woman, birthDate: '2000-01-01' }] }).byCategory).toBeUndefined();
    expect(estimated({ applicants: [{ ...woman, birthDate: '2000-01-01' }] }).unknown.join()).not.toContain('50 岁');
  });

  it('is the shorter of two applicants’, and says so', () => {
    const answer = estimated({ applicants: [man, { ...man, birthDate: '1970-01-01' }] });
    expect(answer.termMonths).toBe(11 * 12);
    expect(answer.unknown.join()).toContain('两位申请人');
  });

  it('is what was asked for when that is shorter, and the age when that is', () => {
    expect(estimated({ termYears: 10 }).termMonths).toBe(120);
    expect(estimated({ termYears: 30, applicants: [{ ...man, birthDate: '1970-01-01' }] }).termMonths).toBe(11 * 12);
  });

  it('leaves nothing to who is past the age', () => {
    const answer = estimated({ applicants: [{ ...man, birthDate: '1958-12-01' }] });
    expect(answer).toMatchObject({ amountFen: 0, termMonths: 0, binding: 'age-term', instalments: null });
    expect(line(answer, 'age-term').formula).toContain('不能申请');
  });

  it('counts a year only when it is whole', () => {
    expect(estimated({ applicants: [{ ...man, birthDate: '1970-11-21' }] }).termMonths).toBe(144);
    expect(estimated({ applicants: [{ ...man, birthDate: '1970-11-20' }] }).termMonths).toBe(132);
  });
});

describe('every estimate', () => {
  const applicants = fc.array(
    fc.record({
      balanceFen: fc.integer({ min: 0, max: yuan(500_000) }),
      monthlyContributionFen: fc.integer({ min: 0, max: yuan(8_000) }),
      contributionBaseFen: fc.integer({ min: 0, max: yuan(40_000) }),
      contributionMonths: fc.integer({ min: 0, max: 240 }),
      birthDate: fc.integer({ min: 1955, max: 2004 }).map((year) => `${year}-06-15`),
      sex: fc.constantFrom('male' as const, 'female' as const),
    }),
    { minLength: 1, maxLength: 2 },
  );
  const inputs = fc.record({
    centre: fc.constantFrom('xiamen', 'shenzhen'),
    household: fc.record({ children: fc.integer({ min: 0, max: 4 }) }),
    applicants,
    house: fc.record({
      priceFen: fc.integer({ min: 100, max: yuan(5_000_000) }),
      order: fc.constantFrom('first' as const, 'second' as const),
      kind: fc.constantFrom('new' as const, 'second-hand' as const, 'affordable' as const),
    }),
  });

  it('is the least of its limits, explains each, and gives advice that the engine itself confirms', () => {
    fc.assert(
      fc.property(inputs, fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }), (input, termYears) => {
        const wish: EstimateRequest = termYears === undefined ? input : { ...input, termYears };
        const answer = estimated(wish);
        const amounts = answer.limits.map((one) => one.amountFen).filter((amount) => amount !== null);
        expect(answer.amountFen).toBe(Math.min(...amounts));
        expect(answer.amountFen).toBe(Math.floor((answer.amountFen ?? 0) / 100) * 100);
        for (const one of answer.limits) expect(one.formula).not.toMatch(/undefined|NaN|null/);
        expect(answer.binding === null).toBe(!answer.complete);
        const conditions = ['contribution-months', 'loan-count', 'age-term'];
        for (const advice of answer.advice) expect(advice.effectFen > 0 || conditions.includes(advice.lifts)).toBe(true);
        const longer = answer.advice.find((one) => one.change.code === 'longer-term');
        if (longer !== undefined) {
          const years = Number(longer.change.params?.['years']);
          expect((estimated({ ...wish, termYears: years }).amountFen ?? 0) - (answer.amountFen ?? 0)).toBe(longer.effectFen);
        }
      }),
    );
  });

  it('never falls when the balance, the price or the contribution rises', () => {
    fc.assert(
      fc.property(inputs, fc.integer({ min: 0, max: yuan(100_000) }), (input, more) => {
        const before = estimated(input).amountFen ?? 0;
        const [first, ...rest] = input.applicants;
        if (first === undefined) return;
        const richer = { ...input, applicants: [{ ...first, balanceFen: first.balanceFen + more, monthlyContributionFen: first.monthlyContributionFen + more }, ...rest] };
        expect(estimated(richer).amountFen ?? 0).toBeGreaterThanOrEqual(before);
        const dearer = { ...input, house: { ...input.house, priceFen: input.house.priceFen + more } };
        expect(estimated(dearer).amountFen ?? 0).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('shows instalments by both methods for its amount', () => {
    const answer = estimated({ termYears: 20 });
    const principalFen = answer.amountFen ?? 0;
    expect(answer.instalments?.equalInstalment.firstInstalmentFen).toBe(buildSchedule({ principalFen, annualRateMillionths: 26_000, months: 240, method: 'equal-instalment' }).firstInstalmentFen);
    expect(answer.instalments?.equalPrincipal.periods).toBe(240);
  });

  it('names its policy, when it was checked, and each source once', () => {
    const { policy } = estimated();
    expect(policy).toMatchObject({ centre: 'xiamen', version: packOf('xiamen')?.version, effectiveFrom: '2026-01-01', checkedOn: packOf('xiamen')?.checkedOn });
    expect(new Set(policy.sources.map((source) => source.id)).size).toBe(policy.sources.length);
    expect(policy.sources.map((source) => source.title).join()).toContain('贷款利率');
  });
});

describe('advice', () => {
  it('says what a spouse with the same figures would add', () => {
    const answer = estimated({ termYears: 10 });
    const advice = answer.advice.find((one) => one.change.code === 'spouse-joins');
    expect(advice?.change.params).toEqual({ balanceFen: yuan(50_000), monthlyContributionFen: yuan(2_000) });
    expect(advice?.effectFen).toBe((estimated({ termYears: 10, applicants: [man, man] }).amountFen ?? 0) - (answer.amountFen ?? 0));
  });

  it('says what a longer term and a higher balance would add', () => {
    const codes = estimated({ termYears: 10 }).advice.map((one) => one.change.code);
    expect(codes.sort()).toEqual(['longer-term', 'raise-balance', 'spouse-joins']);
  });

  it('is silent about what would not help', () => {
    expect(estimated({ house: { ...house, priceFen: yuan(100_000) } }).advice.map((one) => one.change.code)).toEqual(['dearer-home']);
  });
});

describe('a request for an estimate', () => {
  const fields = (change: Partial<EstimateRequest>): string[] => {
    const outcome = estimateFor(request(change), TODAY, packOf);
    return outcome.kind === 'invalid' ? outcome.fields.map((fault) => `${fault.field} ${fault.rule}`) : [outcome.kind];
  };

  it.each<[string, Partial<EstimateRequest>, string[]]>([
    ['nobody', { applicants: [] }, ['applicants size']],
    ['three', { applicants: [man, man, man] }, ['applicants size']],
    ['a negative balance', { applicants: [{ ...man, balanceFen: -1 }] }, ['applicants.0.balanceFen range']],
    ['half a fen', { applicants: [man, { ...man, monthlyContributionFen: 0.5 }] }, ['applicants.1.monthlyContributionFen range']],
    ['a base of nothing real', { applicants: [{ ...man, contributionBaseFen: Number.NaN }] }, ['applicants.0.contributionBaseFen range']],
    ['61 years of months', { applicants: [{ ...man, contributionMonths: 721 }] }, ['applicants.0.contributionMonths range']],
    ['a birthday that is none', { applicants: [{ ...man, birthDate: '1990-02-30' }] }, ['applicants.0.birthDate date']],
    ['a birthday to come', { applicants: [{ ...man, birthDate: '2030-01-01' }] }, ['applicants.0.birthDate date']],
    ['a man who retires as a woman', { applicants: [{ ...man, retirementCategory: 'F50' }] }, ['applicants.0.retirementCategory choice']],
    ['another sex', { applicants: [{ ...man, sex: 'x' as 'male' }] }, ['applicants.0.sex choice']],
    ['a house for nothing', { house: { ...house, priceFen: 0 } }, ['house.priceFen range']],
    ['four stars', { house: { ...house, greenStars: 4 } }, ['house.greenStars range']],
    ['31 years', { termYears: 31 }, ['termYears range']],
    ['minus one child', { household: { children: -1 } }, ['household.children range']],
    ['a negative debt', { otherMonthlyDebtFen: -1 }, ['otherMonthlyDebtFen range']],
    ['half an income', { monthlyIncomeFen: 0.5 }, ['monthlyIncomeFen range']],
    ['no such day', { asOf: '2026-02-30' }, ['asOf date']],
    ['a centre nobody knows', { centre: 'atlantis' }, ['centre-unknown']],
    ['a day before the first rates', { asOf: '2010-12-25' }, ['asOf too-early']],
    ['a day more than a year ahead', { asOf: '2027-11-22' }, ['asOf too-late']],
  ])('for %s is refused', (_what, change, expected) => {
    expect(fields(change)).toEqual(expected);
  });

  it('counts with the day it names', () => {
    expect(estimated({ asOf: '2027-05-06' }).termMonths).toBe(30 * 12);
    expect(estimated({ asOf: '2027-11-21', applicants: [{ ...man, birthDate: '1980-05-05' }] }).termMonths).toBe(20 * 12);
    expect(checkEstimateInput({ ...request(), asOf: TODAY })).toEqual([]);
  });

  it('is answered the same by the engine itself', () => {
    const pack = packOf('xiamen') as CentrePack;
    const { centre: _centre, ...input } = request();
    expect(estimate({ ...input, asOf: TODAY }, pack)).toEqual(estimated());
  });
});
