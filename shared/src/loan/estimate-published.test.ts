import type { CentrePack, Uplift } from '../policy/index.ts';
import { packOf } from '../policy/packs/index.ts';
import { estimate } from './index.ts';
import type { Estimate, EstimateApplicant, EstimateInput, LimitName } from './index.ts';

// Limits that centres have published, each held against the engine with that centre's own pack. Titles begin with `published:`.
const TODAY = '2026-11-21';
const wan = (value: number): number => value * 1_000_000;
const yuan = (value: number): number => value * 100;

function pack(centre: string): CentrePack {
  const found = packOf(centre);
  if (found === null) throw new Error(centre);
  return found;
}
const man: EstimateApplicant = {
  balanceFen: yuan(50_000), averageBalance12Fen: yuan(40_000), monthlyContributionFen: yuan(2_000), contributionBaseFen: yuan(10_000),
  contributionMonths: 72, birthDate: '1990-05-05', sex: 'male',
};
const base: EstimateInput = { asOf: TODAY, household: {}, applicants: [man], house: { priceFen: wan(2_000), order: 'first', kind: 'new' }, monthlyIncomeFen: yuan(30_000) };
interface Case {
  readonly people?: 1 | 2;
  readonly household?: EstimateInput['household'];
  readonly house?: Partial<EstimateInput['house']>;
  readonly person?: Partial<EstimateApplicant>;
  readonly asOf?: string;
}
function ask(centre: string | CentrePack, { people = 1, household = {}, house = {}, person = {}, asOf = TODAY }: Case = {}): Estimate {
  const one = { ...man, ...person };
  const rules = typeof centre === 'string' ? pack(centre) : centre;
  return estimate({ ...base, asOf, household, applicants: people === 2 ? [one, one] : [one], house: { ...base.house, ...house } }, rules);
}
const amount = (answer: Estimate, limit: LimitName): number | null => answer.limits.find((line) => line.limit === limit)?.amountFen ?? null;

const both = { people: 2 } as const;
const second = { house: { order: 'second' } } as const;
const children = (count: number): Case => ({ household: { children: count } });

describe('the highest quota of a city', () => {
  it.each<[string, string, Case, number]>([
    ['Xiamen 120 万 × 0.8, for one', 'xiamen', {}, 96],
    ['Xiamen 120 万 × 0.8, for two', 'xiamen', both, 96],
    ['Xiamen, the second home as the first', 'xiamen', { ...both, ...second }, 96],
    ['Fuzhou single', 'fuzhou', {}, 60],
    ['Fuzhou joint', 'fuzhou', both, 100],
    ['Fuzhou single, two children', 'fuzhou', children(2), 80],
    ['Fuzhou joint, two children', 'fuzhou', { ...both, ...children(2) }, 120],
    ['Fuzhou single, three children', 'fuzhou', children(3), 100],
    ['Fuzhou joint, three children', 'fuzhou', { ...both, ...children(3) }, 140],
    ['Fuzhou two-star green × 1.2', 'fuzhou', { ...both, house: { greenStars: 2 } }, 120],
    ['Fuzhou prefab × 1.2', 'fuzhou', { house: { prefab: true } }, 72],
    ['Fuzhou one-star green as it is', 'fuzhou', { house: { greenStars: 1 } }, 60],
    ['Putian single', 'putian', {}, 55],
    ['Putian joint', 'putian', both, 90],
    ['Putian single, two children', 'putian', children(2), 70],
    ['Putian joint, two children', 'putian', { ...both, ...children(2) }, 105],
    ['Longyan 新罗区 single', 'longyan', { house: { locality: '新罗区' } }, 55],
    ['Longyan 新罗区 joint', 'longyan', { ...both, house: { locality: '新罗区' } }, 65],
    ['Longyan counties single', 'longyan', { house: { locality: '上杭县' } }, 50],
    ['Longyan counties joint', 'longyan', { ...both, house: { locality: '上杭县' } }, 60],
    ['Longyan joint, two children', 'longyan', { ...both, ...children(2) }, 80],
    ['Longyan joint, three children and green, the ceiling', 'longyan', { ...both, household: { children: 3 }, house: { greenStars: 2 } }, 95],
    ['Longyan counties joint, three children and green', 'longyan', { ...both, household: { children: 3 }, house: { greenStars: 2, locality: '连城县' } }, 90],
    ['Longyan second home, children do not count', 'longyan', { ...both, household: { children: 3 }, house: { order: 'second' } }, 65],
    ['Taizhou single', 'taizhou', {}, 90],
    ['Taizhou joint', 'taizhou', both, 150],
    ['Taizhou joint, two children', 'taizhou', { ...both, ...children(2) }, 190],
    ['Taizhou joint, three children', 'taizhou', { ...both, ...children(3) }, 200],
    ['Taizhou talent single', 'taizhou', { household: { talent: true } }, 125],
    ['Taizhou talent joint', 'taizhou', { ...both, household: { talent: true } }, 200],
    ['Taizhou single the day before the rise', 'taizhou', { asOf: '2026-08-02' }, 80],
    ['Taizhou joint the day before the rise', 'taizhou', { ...both, asOf: '2026-08-02' }, 130],
    ['Beijing first home single', 'beijing', {}, 120],
    ['Beijing first home joint', 'beijing', both, 240],
    ['Beijing second home single', 'beijing', second, 100],
    ['Beijing second home joint', 'beijing', { ...both, ...second }, 200],
    ['Beijing single, two children', 'beijing', children(2), 160],
    ['Beijing single, green', 'beijing', { house: { greenStars: 2 } }, 160],
    ['Beijing single, two children and green, the ceiling', 'beijing', { household: { children: 2 }, house: { greenStars: 2 } }, 180],
    ['Beijing joint, two children and green', 'beijing', { ...both, household: { children: 2 }, house: { greenStars: 2 } }, 320],
    ['Shanghai first home single', 'shanghai', {}, 100],
    ['Shanghai first home joint', 'shanghai', both, 200],
    ['Shanghai second home single', 'shanghai', second, 80],
    ['Shanghai second home joint', 'shanghai', { ...both, ...second }, 160],
    ['Shanghai single with a supplementary fund', 'shanghai', { person: { supplementaryBalanceFen: yuan(1_000) } }, 120],
    ['Shanghai joint with supplementary funds', 'shanghai', { ...both, person: { supplementaryBalanceFen: yuan(1_000) } }, 240],
    ['Shanghai joint, children 20 %', 'shanghai', { ...both, ...children(2) }, 240],
    ['Shanghai joint, two-star green 15 %', 'shanghai', { ...both, house: { greenStars: 2 } }, 230],
    ['Shanghai joint, children and green 35 %', 'shanghai', { ...both, household: { children: 2 }, house: { greenStars: 3 } }, 270],
    ['Guangzhou single', 'guangzhou', {}, 100],
    ['Guangzhou joint', 'guangzhou', both, 200],
    ['Guangzhou second home as the first', 'guangzhou', { ...both, ...second }, 200],
    ['Guangzhou single, one child 10 %', 'guangzhou', children(1), 110],
    ['Guangzhou single, two children 40 %', 'guangzhou', children(2), 140],
    ['Guangzhou joint, three children 50 %', 'guangzhou', { ...both, ...children(3) }, 300],
    ['Guangzhou single the day before the rise', 'guangzhou', { asOf: '2026-04-29' }, 80],
    ['Guangzhou joint the day before the rise', 'guangzhou', { ...both, asOf: '2026-04-29' }, 160],
    ['Shenzhen second home single', 'shenzhen', second, 70],
    ['Shenzhen second home joint', 'shenzhen', { ...both, ...second }, 130],
    ['Shenzhen first home single 60 %', 'shenzhen', {}, 112],
    ['Shenzhen first home joint 60 %', 'shenzhen', both, 208],
    ['Shenzhen second home of a family with two children, by the rules of a first', 'shenzhen', { ...both, household: { children: 2 }, house: { order: 'second' } }, 208],
    ['Hangzhou single', 'hangzhou', {}, 90],
    ['Hangzhou joint', 'hangzhou', both, 180],
    ['Hangzhou counties single', 'hangzhou', { house: { locality: '淳安县' } }, 65],
    ['Hangzhou counties joint', 'hangzhou', { ...both, house: { locality: '桐庐县' } }, 130],
    ['Wuhan single', 'wuhan', {}, 120],
    ['Wuhan joint', 'wuhan', both, 150],
    ['Wuhan joint, children 20 %', 'wuhan', { ...both, ...children(2) }, 180],
    ['Wuhan single, green 10 %', 'wuhan', { house: { greenStars: 2 } }, 132],
    ['Luan new home single', 'luan', {}, 60],
    ['Luan new home joint', 'luan', both, 80],
    ['Luan second-hand single', 'luan', { house: { kind: 'second-hand' } }, 40],
    ['Luan second-hand joint', 'luan', { ...both, house: { kind: 'second-hand' } }, 60],
    ['Luan joint, children 20 %', 'luan', { ...both, ...children(2) }, 96],
  ])('published: %s', (_what, centre, given, expected) => {
    expect(amount(ask(centre, given), 'city-cap')).toBe(wan(expected));
  });

  const withUplift = (centre: string, more: Uplift): CentrePack => {
    const rules = pack(centre);
    const uplifts = (rules.loan.uplifts ?? []).map((figure) => ({ ...figure, value: [...figure.value, more] }));
    return { ...rules, loan: { ...rules.loan, uplifts } };
  };
  it.each<[string, string, Uplift['effect'], Case, number]>([
    ['Shenzhen 189 万 for one, whatever is added up', 'shenzhen', { kind: 'share', millionths: 3_000_000 }, {}, 189],
    ['Shenzhen 351 万 for a family', 'shenzhen', { kind: 'share', millionths: 3_000_000 }, both, 351],
    ['Beijing 340 万 with 城六区 +20', 'beijing', { kind: 'amount', singleFen: wan(20), jointFen: wan(20) }, { ...both, household: { children: 2 }, house: { greenStars: 2 } }, 340],
    ['Guangzhou 360 万 with 好房子 +30 %', 'guangzhou', { kind: 'share', millionths: 300_000 }, { ...both, ...children(3) }, 360],
  ])('published: ceiling of %s', (_what, centre, effect, given, expected) => {
    const more: Uplift = { id: 'supposed', words: '假定的上浮', when: {}, effect };
    expect(amount(ask(withUplift(centre, more), given), 'city-cap')).toBe(wan(expected));
  });

  it('is told as it is reckoned: shares of the base, then amounts', () => {
    const answer = ask('shanghai', { ...children(2), person: { supplementaryBalanceFen: yuan(1_000) } });
    expect(answer.limits.find((one) => one.limit === 'city-cap')).toMatchObject({
      amountFen: wan(140), formula: '单人缴存最高额度 1,000,000 元，多子女家庭上浮 20%，缴存补充公积金上浮 200,000 元 = 1,400,000 元',
    });
    expect(answer.unknown).toContain('有补充公积金又有上浮的，上浮比例是否也乘补充公积金增加的额度未见公开资料，只乘基本额度');
  });

  it('published: Hangzhou’s 306 万 is named where its parts are not known', () => {
    expect(ask('hangzhou', both).unknown.join()).toContain('306万元');
  });
});

describe('what the account carries', () => {
  const account = (centre: string, given: Case = {}): number | null => amount(ask(centre, given), 'account');

  it.each<[string, string, Case, number | null]>([
    ['Xiamen (6 months × years × 2.9 + balance) × 0.8', 'xiamen', {}, (12_000 * 30 * 2.9 + 50_000) * 0.8],
    ['Shenzhen 16 times the balance', 'shenzhen', {}, 800_000],
    ['Shanghai 30 times, and 10 times the supplementary fund', 'shanghai', { person: { supplementaryBalanceFen: yuan(3_000) } }, 1_530_000],
    ['Hangzhou 20 times the mean of 12 months', 'hangzhou', {}, 800_000],
    ['Guangzhou 10 times and the months to retirement', 'guangzhou', {}, 500_000 + 2_000 * 318],
    ['Beijing 20 万 a year', 'beijing', {}, 1_200_000],
    ['Beijing 40 万 a year for a couple', 'beijing', both, 2_400_000],
    ['Luan month × 12 × 20', 'luan', {}, 480_000],
    ['Luan never below 18 万', 'luan', { person: { monthlyContributionFen: yuan(600) } }, 180_000],
    ['Putian, whose factor nobody published', 'putian', {}, null],
    ['Fuzhou, whose formula nobody published', 'fuzhou', {}, null],
    ['Longyan, whose formula nobody published', 'longyan', {}, null],
    ['Taizhou, whose formula nobody published', 'taizhou', {}, null],
  ])('published: %s', (_what, centre, given, expected) => {
    expect(account(centre, given)).toBe(expected === null ? null : Math.floor(yuan(expected)));
  });

  it.each([[5, 0], [6, 0.5], [11, 0.5], [12, 0.8], [23, 0.8], [24, 1], [35, 1], [36, 1.2], [59, 1.2], [60, 1.5], [72, 1.5]])('published: Wuhan %i months, 20 times the balance × %d', (months, factor) => {
    expect(account('wuhan', { person: { contributionMonths: months } })).toBe(yuan(50_000 * 20 * factor));
  });

  it('published: Taizhou’s least of 40 万 stands, and decides where the price does not reach it', () => {
    expect(amount(ask('taizhou'), 'guaranteed-minimum')).toBe(wan(40));
    expect(ask('taizhou', { house: { priceFen: wan(45) } })).toMatchObject({ amountFen: wan(36), binding: 'price-share', complete: true });
  });
});

describe('the least paid by oneself', () => {
  it.each<[string, string, Case, number]>([
    ['Xiamen first', 'xiamen', {}, 20], ['Xiamen second', 'xiamen', second, 20], ['Xiamen affordable', 'xiamen', { house: { kind: 'affordable' } }, 15],
    ['Xiamen second at the end of 2024', 'xiamen', { ...second, asOf: '2024-12-31' }, 25],
    ['Fuzhou', 'fuzhou', second, 20], ['Fuzhou affordable', 'fuzhou', { house: { kind: 'affordable' } }, 15],
    ['Putian', 'putian', second, 20], ['Putian affordable', 'putian', { house: { kind: 'affordable' } }, 15],
    ['Longyan first', 'longyan', {}, 20], ['Longyan second', 'longyan', second, 30], ['Longyan second until May 2025', 'longyan', { ...second, asOf: '2025-05-31' }, 40],
    ['Taizhou', 'taizhou', {}, 20], ['Taizhou with a full-time degree', 'taizhou', { household: { fullTimeDegree: true } }, 15],
    ['Beijing first', 'beijing', {}, 20], ['Beijing second', 'beijing', second, 25],
    ['Shanghai first', 'shanghai', {}, 20], ['Shanghai second', 'shanghai', second, 25], ['Shanghai second in 嘉定', 'shanghai', { house: { order: 'second', locality: '嘉定区' } }, 20],
    ['Guangzhou', 'guangzhou', second, 20], ['Guangzhou affordable', 'guangzhou', { house: { kind: 'affordable' } }, 15],
    ['Shenzhen', 'shenzhen', second, 20], ['Shenzhen affordable', 'shenzhen', { house: { kind: 'affordable' } }, 15],
    ['Hangzhou first', 'hangzhou', {}, 20], ['Hangzhou second', 'hangzhou', second, 30], ['Hangzhou affordable', 'hangzhou', { house: { kind: 'affordable' } }, 15],
    ['Wuhan first', 'wuhan', {}, 20], ['Wuhan second', 'wuhan', second, 30],
    ['Luan', 'luan', second, 20],
  ])('published: %s', (_what, centre, given, percent) => {
    const answer = ask(centre, given);
    expect(answer.downPayment?.shareMillionths ?? line(answer)).toBe(percent * 10_000);
    expect(amount(answer, 'price-share')).toBe((wan(2_000) / 100) * (100 - percent));
  });

  /** Where no quota is known at all the share stands in the limit itself. */
  function line(answer: Estimate): string | number | undefined {
    return answer.limits.find((one) => one.limit === 'price-share')?.inputs['downPaymentMillionths'];
  }
});

describe('what can be repaid, and who may apply', () => {
  it('published: Wuhan 35 % of the base × 12 × years, with the source that says 40 %', () => {
    const answer = ask('wuhan');
    expect(amount(answer, 'repayment-ability')).toBe(yuan(10_000 * 0.35 * 12 * 30));
    expect(answer.limits.find((one) => one.limit === 'repayment-ability')?.conflict?.words).toContain('40%');
  });

  it('published: Shanghai principal within 40 % of the base', () => {
    expect(amount(ask('shanghai'), 'repayment-ability')).toBe(yuan(10_000 * 0.4 * 360));
  });

  it.each([['xiamen', 6], ['taizhou', 6], ['putian', 6], ['beijing', 6], ['shanghai', 6], ['shenzhen', 6], ['hangzhou', 6]])('published: %s asks for %i months', (centre, months) => {
    expect(amount(ask(centre, { person: { contributionMonths: months } }), 'contribution-months')).not.toBe(0);
    expect(ask(centre, { person: { contributionMonths: months - 1 } })).toMatchObject({ amountFen: 0, binding: 'contribution-months' });
  });

  it('published: Xiamen asked for 12 months until 2024-01-31', () => {
    expect(ask('xiamen', { person: { contributionMonths: 11 }, asOf: '2024-01-31' }).amountFen).toBe(0);
    expect(ask('xiamen', { person: { contributionMonths: 6 }, asOf: '2024-02-01' }).amountFen).not.toBe(0);
  });

  it('published: Wuhan gives at most two loans, none of them running', () => {
    expect(ask('wuhan', { household: { fundLoansBefore: 2 } })).toMatchObject({ amountFen: 0, binding: 'loan-count' });
    expect(ask('wuhan', { household: { fundLoansBefore: 1, fundLoanRunning: true } })).toMatchObject({ amountFen: 0, binding: 'loan-count' });
    expect(ask('wuhan', { household: { fundLoansBefore: 1 } }).amountFen).toBeGreaterThan(0);
  });

  it('published: Shanghai gives none while one is running, and nobody published how many', () => {
    expect(ask('shanghai', { household: { fundLoanRunning: true } })).toMatchObject({
      amountFen: 0, binding: 'loan-count', complete: true, advice: [{ change: { code: 'pay-off-fund-loan' }, lifts: 'loan-count' }],
    });
    expect(ask('shanghai', { household: { fundLoansBefore: 1 } })).toMatchObject({ complete: true });
    const third = ask('shanghai', { household: { fundLoansBefore: 2 } });
    expect(third).toMatchObject({ complete: false, binding: null });
    expect(third.unknown).toEqual(expect.arrayContaining(['家庭可以用几次公积金贷款没有查到公开依据']));
  });

  it('Beijing: two with different years are added up, and that is said', () => {
    const rules = pack('beijing');
    const couple = (months: number): Estimate => estimate({ ...base, applicants: [man, { ...man, contributionMonths: months }] }, rules);
    expect(amount(couple(24), 'account')).toBe(wan(6 * 20 + 2 * 20));
    expect(couple(24).unknown).toContain('两人缴存年数不同时怎么计算没有查到公开依据，按各自的整年数相加');
    expect(couple(72).unknown.join()).not.toContain('两人缴存年数');
  });

  it('published: a man born in January 1980 who asks in November 2026 has 21 full years', () => {
    expect(ask('xiamen', { person: { birthDate: '1980-01-15' } }).termMonths).toBe(252);
    expect(ask('beijing', { person: { birthDate: '1980-01-15' } }).termMonths).toBe(252);
  });

  it('published: Luan ends by 68 for men and 63 for women', () => {
    expect(ask('luan', { person: { birthDate: '1975-01-15' } }).termMonths).toBe(16 * 12);
    expect(ask('luan', { person: { birthDate: '1975-01-15', sex: 'female' } }).termMonths).toBe(11 * 12);
  });
});

it.each(['jiamusi', 'bozhou', 'nanping'])('nothing is invented for %s', (centre) => {
  expect(ask(centre)).toMatchObject({ amountFen: null, atMostFen: null, complete: false, binding: null });
});
