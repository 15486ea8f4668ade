import { packOf } from '../policy/packs/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { bindingSentence, estimate, jointView, withdrawalEffect } from './index.ts';
import type { EstimateApplicant, EstimateInput } from './index.ts';

const yuan = (value: number): number => value * 100;
const pack = (centre: string): CentrePack => packOf(centre) as CentrePack;
const man: EstimateApplicant = {
  balanceFen: yuan(51_234.56), averageBalance12Fen: yuan(40_000), monthlyContributionFen: yuan(2_345), contributionBaseFen: yuan(20_987), contributionMonths: 37, birthDate: '1990-05-05', sex: 'male',
};
const wife: EstimateApplicant = { ...man, balanceFen: yuan(33_777), monthlyContributionFen: yuan(1_919), contributionBaseFen: yuan(13_131), contributionMonths: 29, birthDate: '1991-08-08', sex: 'female', retirementCategory: 'F55' };
const wish: EstimateInput = { asOf: '2026-11-21', household: {}, applicants: [man], house: { priceFen: yuan(3_000_000), order: 'first', kind: 'new' }, termYears: 20 };

describe('taking money out or leaving it for the loan', () => {
  it('costs sixteen times as much quota in Shenzhen, and that much less a month', () => {
    const effect = withdrawalEffect(wish, pack('shenzhen'), yuan(10_000));
    if (effect.kind !== 'effect') throw new Error('refused');
    expect(effect.amountFen).toBe(-yuan(160_000));
    expect(effect.before.amountFen).toBe(estimate(wish, pack('shenzhen')).amountFen);
    expect(effect.instalmentFen?.equalInstalment).toBe((effect.after.instalments?.equalInstalment.firstInstalmentFen ?? 0) - (effect.before.instalments?.equalInstalment.firstInstalmentFen ?? 0));
    expect(effect.instalmentFen?.equalInstalment).toBeLessThan(-yuan(800));
    expect(effect.notes.join()).toContain('为购房提取');
  });

  it('costs only 0.8 of it in Xiamen', () => {
    expect(withdrawalEffect(wish, pack('xiamen'), yuan(10_000))).toMatchObject({ amountFen: -yuan(8_000) });
  });

  it('at nothing changes nothing, to the fen', () => {
    expect(withdrawalEffect(wish, pack('shenzhen'), 0)).toMatchObject({ amountFen: 0, atMostFen: 0, instalmentFen: { equalInstalment: 0, equalPrincipal: 0 } });
  });

  it('does not touch a mean of twelve months that day, and says that it will fall', () => {
    const effect = withdrawalEffect(wish, pack('hangzhou'), yuan(10_000));
    expect(effect).toMatchObject({ amountFen: 0 });
    expect(effect.kind === 'effect' ? effect.notes.join() : '').toContain('逐月降下来');
  });

  it('has no difference to tell where the formula is unknown', () => {
    expect(withdrawalEffect(wish, pack('taizhou'), yuan(10_000))).toMatchObject({ amountFen: null, atMostFen: 0, instalmentFen: null });
  });

  it.each<[unknown, string]>([
    [man.balanceFen + 1, 'above-balance'], [-1, 'range'], [0.5, 'range'], [Number.NaN, 'range'], ['5', 'range'], [null, 'range'],
  ])('of %p is refused', (withdrawFen, rule) => {
    expect(withdrawalEffect(wish, pack('xiamen'), withdrawFen as number)).toMatchObject({ kind: 'invalid', fields: [{ field: 'withdrawFen', rule }] });
  });

  it('takes the whole balance, and refuses a case that is itself wrong', () => {
    expect(withdrawalEffect(wish, pack('shenzhen'), man.balanceFen)).toMatchObject({ after: { amountFen: 0 } });
    expect(withdrawalEffect({ ...wish, applicants: [] }, pack('xiamen'), 0)).toMatchObject({ kind: 'invalid', fields: [{ field: 'applicants' }] });
    expect(withdrawalEffect(null as unknown as EstimateInput, pack('xiamen'), 0)).toMatchObject({ kind: 'invalid', fields: [{ field: 'request' }] });
  });
});

describe('what two may see of their joint quota', () => {
  const whole = estimate({ ...wish, applicants: [man, wife], termYears: 10 }, pack('shenzhen'));
  const joint = jointView(whole);

  it('is the amount and what binds it, and none of the figures it comes from', () => {
    expect(joint).toMatchObject({ amountFen: whole.amountFen, binding: 'account', complete: true });
    expect(bindingSentence(joint)).toBe('受账户缴存限制，还没到城市最高 208 万元');
    expect(joint.limits.find((line) => line.limit === 'account')).toMatchObject({ amountFen: null, inputs: {}, hidden: true, formula: '按两人的账户合并计算，各自的余额和缴存额不显示' });
    const seen = JSON.stringify(joint);
    for (const secret of ['5123456', '51,234', '3377700', '33,777', '8501', '85,011', '2098700', '1313100', '34,118', '2,345', '1,919', '4264']) expect(seen).not.toContain(secret);
  });

  it('says of a missing figure that it is missing, not whose', () => {
    const { averageBalance12Fen: _none, ...without } = wife;
    const open = jointView(estimate({ ...wish, applicants: [man, without] }, pack('hangzhou')));
    expect(open.limits.find((line) => line.limit === 'account')).toMatchObject({ amountFen: null, formula: '账户这一项缺少数字，无法计算', inputs: {} });
    expect(bindingSentence(open)).toBe('最高不超过 180 万元（城市上限），账户这一项缺少数字，无法计算');
  });

  it('leaves out that one of them is short of months or older', () => {
    const short = estimate({ ...wish, applicants: [man, { ...wife, contributionMonths: 2, birthDate: '1968-01-01' }] }, pack('xiamen'));
    expect(short.unknown.join()).toMatch(/有申请人未满连续缴存月数.*两位申请人的可贷年限不同/);
    expect(jointView(short).unknown.join()).not.toMatch(/申请人/);
  });
});
