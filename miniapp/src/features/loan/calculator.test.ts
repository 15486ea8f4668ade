import { EXAMPLE_FORM, formFromText, requestOf, spouseLike, typedFen } from './calculator.form.ts';
import type { CalculatorForm } from './calculator.form.ts';
import { ownFigures } from './own-figures.ts';
import { bindingSentence, calculate, limitBars, suggestions } from './calculator.result.ts';

import type { Account } from '@anju/shared/contract';

const TODAY = '2026-11-21';
const MODEST: CalculatorForm = { ...EXAMPLE_FORM, me: { ...EXAMPLE_FORM.me, monthly: '1200', sex: 'male' } };
function estimateOf(form: CalculatorForm) {
  const outcome = calculate(form, TODAY);
  if (outcome.kind !== 'estimate') throw new Error(`no estimate: ${outcome.sentence}`);
  return outcome.estimate;
}

describe('the example', () => {
  it('gets the thirty years the home page speaks of, up to the city cap', () => {
    expect(estimateOf(EXAMPLE_FORM)).toMatchObject({ termMonths: 360, amountFen: 96_000_000, binding: 'city-cap' });
  });
});

describe('a person’s own accounts', () => {
  const account: Account = {
    accountId: 'a', numberTail: '0001', state: 'normal', employer: '甲', balanceFen: 4_582_275, monthlyFen: 237_600, contributionBaseFen: 990_000, paidThrough: '2026-11', openedOn: '2025-04-05',
  };
  const sealed: Account = { ...account, state: 'sealed', balanceFen: 5_104_485, monthlyFen: 110_400, contributionBaseFen: 460_000 };
  it('give every balance, but the monthly amount only of what is still paid into', () => {
    expect(ownFigures([account, sealed])).toEqual({ balance: '96867.60', monthly: '2376.00', base: '9900.00' });
  });
  it('leave a base empty that nobody knows', () => {
    expect(ownFigures([sealed])).toEqual({ balance: '51044.85', monthly: '0.00', base: '' });
  });
});

describe('what is typed', () => {
  it('becomes fen digit by digit', () => {
    expect(typedFen('2400.5')).toBe(240_050);
    expect(typedFen('2400.')).toBe(240_000);
  });
  it('is nothing while it is empty or no amount', () => {
    expect(typedFen('')).toBeNull();
    expect(typedFen('-1x')).toBeNull();
  });
  it('names what is missing, the spouse\'s too', () => {
    const form = { ...EXAMPLE_FORM, price: '', me: { ...EXAMPLE_FORM.me, balance: '' }, spouse: { ...spouseLike(EXAMPLE_FORM.me), birthDate: '' } };
    expect(calculate(form, TODAY)).toEqual({ kind: 'missing', sentence: '还差：账户余额、配偶的出生日期、房屋总价' });
  });
  it('takes the price in 万元 and leaves the term out when it is empty', () => {
    const asked = requestOf({ ...EXAMPLE_FORM, price: '200.5', term: '' }, TODAY);
    expect(asked).toMatchObject({ request: { house: { priceFen: 200_500_000 } } });
    expect(asked).not.toHaveProperty('request.termYears');
  });
  it('is the example when what was kept cannot be read', () => {
    expect(formFromText('{')).toBe(EXAMPLE_FORM);
    expect(formFromText('{"price":"88"}').price).toBe('88');
  });
});

describe('the result', () => {
  it('never shows an amount for figures out of range', () => {
    expect(calculate({ ...EXAMPLE_FORM, term: '31' }, TODAY).kind).toBe('invalid');
  });
  it('makes the limit that decides dark and says which it is', () => {
    const estimate = estimateOf(MODEST);
    const binding = limitBars(estimate).filter((bar) => bar.binding);
    expect(binding).toHaveLength(1);
    expect(binding[0]?.text).toContain('决定额度');
    expect(bindingSentence(estimate)).toContain('受账户缴存限制');
  });
  it('says 最高 when the city\'s own limit decides', () => {
    expect(bindingSentence(estimateOf({ ...EXAMPLE_FORM, me: { ...EXAMPLE_FORM.me, monthly: '9000', sex: 'male' } }))).toBe('已到城市最高额度');
  });
  it('gives the condition\'s own sentence when nothing can be lent', () => {
    const estimate = estimateOf({ ...MODEST, me: { ...MODEST.me, months: '2' } });
    expect(estimate.amountFen).toBe(0);
    expect(bindingSentence(estimate)).toContain('未满 6 个月');
  });
  it('shows an unknown limit as unknown, not as nothing', () => {
    const estimate = estimateOf({ ...MODEST, centre: 'shenzhen' });
    const ability = limitBars(estimate).find((bar) => bar.line.limit === 'repayment-ability');
    expect(ability).toMatchObject({ share: null, text: '没有依据' });
    expect(bindingSentence(estimate)).toContain('实际可能更少');
  });
});

describe('an advice', () => {
  it('is a sentence with its effect, and has just that effect when tried', () => {
    const before = estimateOf(MODEST);
    const found = suggestions(MODEST, before, TODAY);
    expect(found.map((one) => one.code)).toContain('spouse-joins');
    for (const one of found) {
      expect(one.sentence).toMatch(/万元。$/);
      expect((estimateOf(one.tried.form).amountFen ?? 0) - (before.amountFen ?? 0)).toBe(one.effectFen);
    }
  });
  it('is left out where it brings nothing', () => {
    const atCap = { ...EXAMPLE_FORM, me: { ...EXAMPLE_FORM.me, monthly: '9000', sex: 'male' as const } };
    expect(suggestions(atCap, estimateOf(atCap), TODAY)).toEqual([]);
  });
});
