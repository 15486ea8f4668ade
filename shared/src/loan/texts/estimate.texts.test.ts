import { packOf } from '../../policy/packs/index.ts';
import type { CentrePack } from '../../policy/index.ts';
import { bindingSentence, estimate, jointView } from '../index.ts';
import type { EstimateApplicant, EstimateInput } from '../index.ts';
import { factor, money, share, yuan } from './amounts.texts.ts';
import { dayWords } from './open.texts.ts';

const TODAY = '2026-11-21';
const fenOf = (value: number): number => value * 100;
const man: EstimateApplicant = {
  balanceFen: fenOf(50_000), averageBalance12Fen: fenOf(40_000), monthlyContributionFen: fenOf(2_000), contributionBaseFen: fenOf(20_000), contributionMonths: 30, birthDate: '1990-05-05', sex: 'male',
};
const base: EstimateInput = { asOf: TODAY, household: {}, applicants: [man], house: { priceFen: fenOf(3_000_000), order: 'first', kind: 'new' }, monthlyIncomeFen: fenOf(20_000) };
const ask = (centre: string, change: Partial<EstimateInput> = {}): ReturnType<typeof estimate> => estimate({ ...base, ...change }, packOf(centre) as CentrePack);
const person = (change: Partial<EstimateApplicant>): Partial<EstimateInput> => ({ applicants: [{ ...man, ...change }] });

describe('what limits a quota, in one sentence', () => {
  it.each<[string, string, Partial<EstimateInput>]>([
    ['受账户缴存限制，还没到城市最高 96 万元', 'xiamen', { termYears: 20 }],
    ['受账户缴存限制，还没到城市最高 112 万元', 'shenzhen', {}],
    ['已到城市最高 112 万元', 'shenzhen', person({ balanceFen: fenOf(90_000) })],
    ['受房价限制：最低首付 20%，最多贷房价的 80%，还没到城市最高 96 万元', 'xiamen', { house: { ...base.house, priceFen: fenOf(500_000) } }],
    ['受还款能力限制，还没到城市最高 112 万元', 'shenzhen', person({ contributionBaseFen: fenOf(3_000) })],
    ['按账户现在的余额和缴存月数还贷不到款', 'shenzhen', person({ balanceFen: 0 })],
    ['按现在的收入和其他还款，没有余力再还贷款', 'guangzhou', { monthlyIncomeFen: 0 }],
    ['还不能申请：连续缴存月数没有达到要求', 'shenzhen', person({ contributionMonths: 5 })],
    ['还不能申请：公积金贷款次数不符合条件', 'wuhan', { household: { fundLoansBefore: 2 } }],
    ['不能申请：按年龄剩余的贷款年限不足 1 年', 'xiamen', person({ birthDate: '1958-12-01' })],
    ['最高不超过 90 万元（城市上限），账户怎么算没有查到公开依据', 'taizhou', {}],
    ['最高不超过 56 万元（房价和最低首付），账户怎么算没有查到公开依据', 'taizhou', { house: { ...base.house, priceFen: fenOf(700_000) } }],
    ['还算不出额度：城市最高额度、账户怎么算、最低首付比例没有查到公开依据', 'jiamusi', {}],
  ])('%s', (sentence, centre, change) => {
    expect(bindingSentence(ask(centre, change))).toBe(sentence);
  });

  it('names what two may both know: a factor nobody published; and not whose figure is missing', () => {
    const { contributionBaseFen: _base, ...noBase } = man;
    expect(bindingSentence(jointView(ask('putian', { applicants: [man, man] })))).toBe('最高不超过 90 万元（城市上限），流动性调节系数没有查到公开依据');
    expect(bindingSentence(jointView(ask('shenzhen', { applicants: [man, noBase] })))).toMatch(/还款能力这一项缺少数字，无法计算$/);
  });

  it('is sure that nothing is lent where nothing can be repaid, whatever the account carries', () => {
    const broke = ask('fuzhou', { monthlyIncomeFen: fenOf(3_000), otherMonthlyDebtFen: fenOf(5_000) });
    expect(broke).toMatchObject({ amountFen: 0, complete: true, binding: 'repayment-ability' });
    expect(bindingSentence(broke)).toBe('按现在的收入和其他还款，没有余力再还贷款');
  });

  it('keeps silent about a reason that is not joint', () => {
    const open = jointView(ask('xiamen', { applicants: [man, man], household: { fundLoanRunning: true } }));
    expect(bindingSentence(open)).toBe('最高不超过 96 万元（城市上限），有的条件还没有查到公开依据');
  });
});

describe('figures in a sentence', () => {
  it('are ten thousands with at most two decimals, else yuan', () => {
    expect([96_000_000, 59_680_000, 110_500_000, 59_681_200, 59_681_234, 0, 10_000].map(money)).toEqual(['96 万元', '59.68 万元', '110.5 万元', '596,812 元', '596,812.34 元', '0 元', '0.01 万元']);
  });
  it('are factors, shares, yuan and days as they are said', () => {
    expect([2_900_000, 800_000, 16_000_000, 1_234_567].map(factor)).toEqual(['2.9', '0.8', '16', '1.234567']);
    expect([200_000, 155_000, 1_000_000, 0].map(share)).toEqual(['20%', '15.5%', '100%', '0%']);
    expect([123_456_700, 5].map(yuan)).toEqual(['1,234,567', '0.05']);
    expect(dayWords('2026-09-01')).toBe('2026 年 9 月 1 日');
  });
});
