import type { Account } from '@anju/shared/contract';
import { xiamen } from '@anju/shared/policy/packs/xiamen';
import { EXAMPLE_FORM } from './calculator.form.ts';
import type { CalculatorForm } from './calculator.form.ts';
import { calculate } from './calculator.result.ts';
import { combinedOf, downFenOf, gapOf, splitOf } from './combined.plan.ts';
import { convert, NO_CONVERSION } from './conversion.plan.ts';
import type { ConversionForm } from './conversion.plan.ts';
import { balanceWords, ownBalanceOf, partOf, PARTS, withdrawn } from './keep.effect.ts';
import { planFrom } from './schedule.plan.ts';
import { scheduleOf, yearsOf } from './schedule.years.ts';

const TODAY = '2026-11-21';
const MODEST: CalculatorForm = { ...EXAMPLE_FORM, me: { ...EXAMPLE_FORM.me, monthly: '1200' } };
function estimate(form: CalculatorForm) {
  const outcome = calculate(form, TODAY, xiamen);
  if (outcome.kind !== 'estimate') throw new Error('no estimate');
  return outcome.estimate;
}

describe('a combined loan', () => {
  test('the parts are the whole: price less down payment', () => {
    const { fundFen, commercialFen } = splitOf(200_000_000, 40_000_000, 71_136_000);
    expect(fundFen + commercialFen).toBe(160_000_000);
    expect(fundFen).toBe(71_136_000);
  });
  test('with quota enough nothing is left for the bank', () => {
    expect(splitOf(100_000_000, 60_000_000, 71_136_000)).toEqual({ fundFen: 40_000_000, commercialFen: 0 });
    expect(splitOf(100_000_000, 120_000_000, 71_136_000)).toEqual({ fundFen: 0, commercialFen: 0 });
  });
  test('the least down payment is never too little', () => {
    expect(downFenOf(200_000_000, 200_000)).toBe(40_000_000);
    expect(downFenOf(100_000_300, 150_000)).toBe(15_000_100);
  });
  test('the gap is what quota and least down payment leave', () => {
    const one = estimate(MODEST);
    const least = downFenOf(200_000_000, one.downPayment?.shareMillionths ?? 0);
    expect(gapOf(one, 200_000_000)).toBe(200_000_000 - least - (one.amountFen ?? 0));
    expect(gapOf({ ...one, downPayment: null }, 200_000_000)).toBe(0);
  });
  test('both instalments make the month; beyond what a bank lends there is none', () => {
    const wish = { fundFen: 71_136_000, commercialFen: 88_864_000, fundRate: 26_000, commercialRate: 30_500, months: 360, method: 'equal-instalment' as const };
    const both = combinedOf(wish);
    expect(both?.firstInstalmentFen).toBe((both?.fund.firstInstalmentFen ?? 0) + (both?.commercial.firstInstalmentFen ?? 0));
    expect(both?.rows[359]?.balanceFen).toBe(0);
    expect(combinedOf({ ...wish, commercialFen: 99_000_000_000 })).toBeNull();
    expect(combinedOf({ ...wish, fundFen: 0 })).toBeNull();
  });
});

describe('to withdraw or to keep', () => {
  test('at nothing the change is exactly nothing', () => {
    for (const amount of ['', '0', '0.00']) {
      const outcome = withdrawn(MODEST, amount, TODAY, xiamen);
      if (outcome.kind !== 'effect') throw new Error(outcome.kind);
      expect(outcome.limit.beforeFen - outcome.limit.afterFen).toBe(0);
      expect(outcome.monthly.beforeFen - outcome.monthly.afterFen).toBe(0);
    }
  });
  test('what is taken out lowers quota and instalment, and no more than the calculator says', () => {
    const outcome = withdrawn(MODEST, '20000', TODAY, xiamen);
    if (outcome.kind !== 'effect') throw new Error(outcome.kind);
    expect(outcome.limit.afterFen).toBe(estimate({ ...MODEST, me: { ...MODEST.me, balance: '10000' } }).amountFen);
    expect(outcome.limit.afterFen).toBeLessThan(outcome.limit.beforeFen);
    expect(outcome.monthly.afterFen).toBeLessThan(outcome.monthly.beforeFen);
  });
  test.each(['30000.01', '-1', 'x'])('%s cannot be taken out', (amount) => {
    const outcome = withdrawn(MODEST, amount, TODAY, xiamen);
    expect(outcome).toMatchObject({ kind: 'wrong', words: expect.stringMatching(/。$/) as string });
  });
  test('the example\'s balance is called an example, what was typed is called that', () => {
    expect(balanceWords(EXAMPLE_FORM, 3_000_000)).toMatch(/^例：/);
    expect(balanceWords({ ...MODEST, me: { ...MODEST.me, balance: '100' } }, 10_000)).toMatch(/^您在测算里填的余额/);
  });
  test('a signed-in person\'s balance is the account\'s, of the accounts a loan is reckoned with', () => {
    const account = (state: 'normal' | 'sealed' | 'closed', balanceFen: number) => ({ state, balanceFen }) as Account;
    const asOf = '2026-11-21T02:00:00Z';
    const own = ownBalanceOf({ accounts: { state: 'fresh', asOf, value: [account('normal', 1_200_000), account('sealed', 300_000), account('closed', 900)] } });
    expect(own).toEqual({ balanceFen: 1_500_000, asOf });
    const mine = withdrawn(MODEST, '5000', TODAY, xiamen, own);
    if (mine.kind !== 'effect') throw new Error(mine.kind);
    expect(mine.limit.beforeFen).toBe(estimate({ ...MODEST, me: { ...MODEST.me, balance: '15000' } }).amountFen);
    expect(mine.limit.afterFen).toBe(estimate({ ...MODEST, me: { ...MODEST.me, balance: '10000' } }).amountFen);
    expect(withdrawn(MODEST, '15000.01', TODAY, xiamen, own)).toMatchObject({ kind: 'wrong', words: expect.not.stringMatching(/\d|测算/) as string });
  });
  test('where the account is not known or there is none, the form\'s balance counts', () => {
    expect(ownBalanceOf(null)).toBeNull();
    expect(ownBalanceOf({ accounts: { state: 'unknown', reason: 'core-down' } })).toBeNull();
    expect(ownBalanceOf({ accounts: { state: 'fresh', asOf: '2026-11-21T02:00:00Z', value: [] } })).toBeNull();
    expect(withdrawn(MODEST, '', TODAY, xiamen, null)).toEqual(withdrawn(MODEST, '', TODAY, xiamen));
  });
  test('without a quota or the rules there is no answer', () => {
    expect(withdrawn({ ...MODEST, price: '' }, '1', TODAY, xiamen).kind).toBe('no-quota');
    expect(withdrawn(MODEST, '1', TODAY, null).kind).toBe('no-quota');
  });
  test('the parts to tap are parts of the balance', () => {
    expect(PARTS.map(({ of }) => of(3_000_050))).toEqual(['', '7500', '15000', '30000.50']);
    expect(partOf('15000', 3_000_050)).toBe('half');
    expect(partOf('1', 3_000_050)).toBeNull();
  });
});

describe('a commercial loan turned', () => {
  const typed: ConversionForm = { ...NO_CONVERSION, balance: '100', monthsLeft: '240', rate: '3.5' };
  const answerOf = (form: ConversionForm, quotaFen: number | null) => {
    const outcome = convert(form, quotaFen, TODAY);
    if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
    return outcome.answer;
  };
  test('saves the difference of both interests; costs come off', () => {
    const { gain, fundRate } = answerOf({ ...typed, costs: '1000' }, 200_000_000);
    expect(fundRate).toBe(26_000);
    expect(gain.savedInterestFen).toBe(gain.before.totalInterestFen - gain.after.totalInterestFen);
    expect(gain.savedInterestFen).toBeGreaterThan(0);
    expect(gain.gainFen).toBe(gain.savedInterestFen - 100_000);
  });
  test('keeps with the bank what the quota does not cover', () => {
    expect(answerOf(typed, 71_136_000).gain.after.keptCommercialFen).toBe(100_000_000 - 71_136_000);
    expect(answerOf({ ...typed, quota: '60' }, 71_136_000).gain.after.keptCommercialFen).toBe(40_000_000);
  });
  test('names what is missing', () => {
    expect(convert(NO_CONVERSION, 71_136_000, TODAY)).toEqual({ kind: 'missing', fields: ['商业贷款还剩', '还要还', '商业贷款年利率'] });
    expect(convert(typed, null, TODAY)).toEqual({ kind: 'missing', fields: ['准备转的金额'] });
    expect(convert(typed, 0, TODAY)).toEqual({ kind: 'missing', fields: ['准备转的金额'] });
  });
  test.each([
    ['balance', { balance: '-1' }], ['balance', { balance: '20000' }], ['monthsLeft', { monthsLeft: '0' }], ['monthsLeft', { monthsLeft: '361' }], ['rate', { rate: '30' }], ['quota', { quota: '101' }], ['costs', { costs: '很多' }],
  ] as const)('what is wrong is told at %s', (field, part) => {
    const outcome = convert({ ...typed, ...part }, 71_136_000, TODAY);
    expect(outcome).toMatchObject({ kind: 'wrong', faults: { [field]: expect.stringMatching(/。$/) as string } });
  });
});

describe('the plan', () => {
  test('its years sum to its rows', () => {
    const { rows, totalInterestFen } = scheduleOf({ principalFen: 71_136_000, rate: 26_000, months: 354, method: 'equal-principal' });
    const years = yearsOf(rows);
    expect(years).toHaveLength(30);
    expect(years.reduce((sum, year) => sum + year.interestFen, 0)).toBe(totalInterestFen);
    expect(years[29]).toMatchObject({ balanceFen: 0 });
    expect(years[29]?.rows).toHaveLength(6);
  });
  test.each([{ months: '0' }, { months: 'x' }, { principal: '-1' }, { rate: '999999' }, {}])('an address with %j opens none', (part) => {
    expect(planFrom(Object.keys(part).length === 0 ? {} : { principal: '1000000', rate: '26000', months: '12', ...part })).toBeNull();
  });
});
