import { allPacks } from '@anju/shared/policy/packs';
import type { CentrePack } from '@anju/shared/policy';
import { suggestions } from './calculator.advice.ts';
import { addedCount, EXAMPLE_FORM, formFromText, NO_MORE, spouseLike } from './calculator.form.ts';
import type { CalculatorForm, MoreForm, PersonForm } from './calculator.form.ts';
import { askedBy, pathOfField } from './calculator.request.ts';
import { limitBars } from '../../screen/limits/limit.bars.ts';
import { calculatorTexts } from '../../texts/loan-calculator.ts';
import { basisWords, bindingWords, calculate, headlineOf } from './calculator.result.ts';
import { fieldsOf } from './pack.fields.ts';

const TODAY = '2026-11-21';
const packOf = (centre: string): CentrePack => {
  const pack = allPacks.find((one) => one.centre === centre);
  if (pack === undefined) throw new Error(`no pack of ${centre}`);
  return pack;
};
const form = (part: Partial<CalculatorForm> = {}, me: Partial<PersonForm> = {}, more: Partial<MoreForm> = {}): CalculatorForm => ({ ...EXAMPLE_FORM, ...part, me: { ...EXAMPLE_FORM.me, ...me }, more: { ...NO_MORE, ...more } });
const MODEST = form({}, { monthly: '1200' });
function estimateOf(given: CalculatorForm, pack = packOf(given.centre)) {
  const outcome = calculate(given, TODAY, pack);
  if (outcome.kind !== 'estimate') throw new Error(`no estimate: ${JSON.stringify(outcome)}`);
  return outcome.estimate;
}
const faultsOf = (given: CalculatorForm) => {
  const asked = askedBy(given, TODAY);
  return asked.kind === 'wrong' ? asked.faults : {};
};

describe('the example', () => {
  it('has a complete result before anything is typed', () => {
    expect(estimateOf(EXAMPLE_FORM)).toMatchObject({ termMonths: 360, complete: true });
    expect(estimateOf(EXAMPLE_FORM).amountFen).toBeGreaterThan(0);
  });
  it.each(allPacks.map((pack) => pack.centre))('gives %s an answer with a sentence, whatever its rules leave open', (centre) => {
    const estimate = estimateOf(form({ centre }));
    const { fen, open } = headlineOf(estimate);
    expect(bindingWords(estimate)).toMatch(/。$/);
    if (fen === null) expect(bindingWords(estimate)).toContain('还算不出额度');
    else if (open) expect(bindingWords(estimate)).toContain('最高不超过');
    else expect(fen).toBeGreaterThan(0);
    expect(bindingWords(estimate)).not.toContain('预计可贷');
  });
});

describe('where a result comes from', () => {
  it('is the centre where it has rules, and says that none were found where it has none', () => {
    expect(basisWords(estimateOf(EXAMPLE_FORM), packOf('xiamen'))).toContain('依据：厦门');
    const jiamusi = basisWords(estimateOf(form({ centre: 'jiamusi' })), packOf('jiamusi'));
    expect(jiamusi).toContain('没有查到佳木斯');
    expect(jiamusi).not.toContain('依据');
  });
  it('names an age past lending instead of no years', () => {
    const old = estimateOf(form({}, { birthDate: '1940-06-15' }));
    expect(calculatorTexts.years(old.termMonths / 12)).toBe('已过可贷年龄');
    expect(calculatorTexts.longest(0)).toBe('已过可贷年龄');
    expect(calculatorTexts.years(30)).toBe('30 年');
  });
});

describe('what is typed', () => {
  it('becomes what the engine is asked', () => {
    const asked = askedBy(form({ price: '200.5' }, { balance: '30,000.5' }, { children: '2', greenStars: '3', loanRunning: true, ownsHome: 'no', debt: '800' }), TODAY);
    expect(asked).toEqual({
      kind: 'request',
      request: {
        centre: 'xiamen',
        household: { children: 2, ownsHome: false, fundLoansBefore: 1, fundLoanRunning: true },
        applicants: [{ balanceFen: 3_000_050, monthlyContributionFen: 240_000, contributionMonths: 60, birthDate: '1998-06-15', sex: 'male' }],
        house: { priceFen: 200_500_000, order: 'first', kind: 'new', greenStars: 3 },
        otherMonthlyDebtFen: 80_000,
      },
    });
  });
  it('names what is missing, the spouse\'s too', () => {
    const given = form({ price: '', spouse: { ...spouseLike(EXAMPLE_FORM.me), birthDate: '' } }, { balance: '' });
    expect(calculate(given, TODAY, packOf('xiamen'))).toEqual({ kind: 'missing', sentence: '还差：账户余额、配偶的出生日期、房屋总价' });
  });
  it.each([
    ['me.balance', form({}, { balance: '-5' })],
    ['me.monthly', form({}, { monthly: '两千' })],
    ['me.months', form({}, { months: '99999' })],
    ['me.birthDate', form({}, { birthDate: '2027-01-01' })],
    ['price', form({ price: '0' })],
    ['price', form({ price: '999999999' })],
    ['more.term', form({}, {}, { term: '0' })],
    ['more.children', form({}, {}, { children: '21' })],
    ['more.debt', form({}, {}, { debt: 'NaN' })],
    ['spouse.balance', form({ spouse: { ...EXAMPLE_FORM.me, balance: '1e9' } })],
  ] as const)('that is wrong is told at %s', (path, given) => {
    expect(Object.keys(faultsOf(given))).toEqual([path]);
    expect(faultsOf(given)[path]).toMatch(/。$/);
    expect(calculate(given, TODAY, packOf('xiamen')).kind).toBe('invalid');
  });
  it('is refused by the engine at the field it stands in', () => {
    const outcome = calculate(form({}, { birthDate: '2020-01-01' }), TODAY, packOf('xiamen'));
    expect(outcome).toMatchObject({ kind: 'invalid', faults: { 'me.birthDate': expect.stringContaining('16 周岁') as string } });
    expect(pathOfField('applicants.1.averageBalance12Fen')).toBe('spouse.average');
    expect(pathOfField('house.locality')).toBe('more.locality');
    expect(pathOfField('asOf')).toBeNull();
  });
  it('waits for the rules of a centre that are not here', () => {
    expect(calculate(form({ centre: 'beijing' }), TODAY, null)).toEqual({ kind: 'no-pack' });
    expect(calculate(form({ centre: 'beijing' }), TODAY, packOf('xiamen'))).toEqual({ kind: 'no-pack' });
  });
  it('comes back as it was, an earlier version\'s too; what cannot be read is the example', () => {
    const kept = form({ centre: 'beijing', price: '88', spouse: spouseLike(EXAMPLE_FORM.me) }, { base: '9000' }, { children: '2' });
    expect(formFromText(JSON.stringify(kept))).toEqual(kept);
    expect(formFromText('{')).toBe(EXAMPLE_FORM);
    expect(formFromText('[]')).toBe(EXAMPLE_FORM);
    expect(formFromText('{"price":5,"centre":"<x>","me":{"balance":7}}')).toEqual(EXAMPLE_FORM);
    expect(formFromText('{"order":"second","term":"20","price":"90"}')).toEqual(form({ price: '90' }, {}, { order: 'second', term: '20' }));
  });
  it('is counted under 更多条件', () => {
    expect(addedCount(EXAMPLE_FORM)).toBe(0);
    expect(addedCount(form({ spouse: EXAMPLE_FORM.me }, { sex: 'female', category: 'F55', base: '8000' }, { children: '2', loanRunning: true }))).toBe(5);
  });
});

describe('the result', () => {
  it('makes the limit that decides dark, and only that', () => {
    const estimate = estimateOf(MODEST);
    const binding = limitBars(estimate).filter((bar) => bar.binding);
    expect(binding.map((bar) => bar.line.limit)).toEqual([estimate.binding]);
    expect(bindingWords(estimate)).toContain('受账户缴存限制');
  });
  it('draws every amount on one scale and tells conditions in words', () => {
    const bars = limitBars(estimateOf(MODEST));
    expect(Math.max(...bars.map((bar) => bar.share ?? 0))).toBe(1);
    for (const bar of bars.filter((one) => one.share === null)) expect(['已满足', '还没满足', '没有查到公开依据']).toContain(bar.text);
  });
  it.each([['shenzhen', 'repayment-ability', '还没填缴存基数'], ['hangzhou', 'account', '还没填近一年平均余额']] as const)('tells a figure nobody typed, by its name, from a rule nobody published: %s, %s', (centre, limit, text) => {
    expect(limitBars(estimateOf(form({ centre }))).find((bar) => bar.line.limit === limit)).toMatchObject({ text, share: null });
  });
  it('tells a condition that is met as met, though nothing is known of the quota', () => {
    expect(limitBars(estimateOf(form({ centre: 'jiamusi' }))).map((bar) => [bar.line.limit, bar.text])).toEqual([['age-term', '已满足']]);
  });
  it('gives the condition\'s own sentence when nothing can be lent', () => {
    const estimate = estimateOf(form({}, { months: '2' }));
    expect(headlineOf(estimate)).toEqual({ fen: 0, open: false });
    expect(bindingWords(estimate)).toContain('连续缴存月数没有达到要求');
    expect(limitBars(estimate).find((bar) => bar.line.limit === 'contribution-months')).toMatchObject({ text: '还没满足', binding: true });
  });
  it('says at most what the known limits let through when one is unknown', () => {
    const open = allPacks.filter((pack) => pack.loan.account === undefined);
    expect(open.length).toBeGreaterThan(0);
    for (const { centre } of open) {
      const estimate = estimateOf(form({ centre }));
      expect(headlineOf(estimate)).toEqual({ fen: estimate.atMostFen, open: true });
      expect(limitBars(estimate).some((bar) => bar.binding)).toBe(false);
    }
  });
  it('has both answers for a woman whose category is unknown and who is near it', () => {
    const answers = estimateOf(form({}, { sex: 'female', birthDate: '1985-03-01' })).byCategory ?? [];
    expect(answers.map((one) => one.category).sort()).toEqual(['F50', 'F55']);
    expect(estimateOf(form({}, { sex: 'female', birthDate: '1985-03-01', category: 'F55' })).byCategory).toBeUndefined();
  });
});

describe('an advice', () => {
  const CASES: readonly CalculatorForm[] = [
    MODEST, form({}, { months: '2' }), form({}, {}, { term: '10' }), form({ price: '30' }), form({ centre: 'shenzhen' }, { base: '6000' }), form({}, {}, { loanRunning: true }), form({ centre: 'guangzhou' }), form({ centre: 'hangzhou' }),
  ];
  it.each(CASES.map((given, at) => [at, given] as const))('changes the result by just what it says (%s)', (_, given) => {
    const before = estimateOf(given);
    for (const one of suggestions(given, before, TODAY, packOf(given.centre))) {
      const then = estimateOf(one.form);
      if (one.effectFen > 0) expect((then.amountFen ?? 0) - (before.amountFen ?? 0)).toBe(one.effectFen);
      expect(one.sentence).toMatch(/。$/);
      expect(one.sentence).not.toMatch(/undefined|NaN/);
    }
  });
  it('is there where something can be done', () => {
    const codes = (given: CalculatorForm) => suggestions(given, estimateOf(given), TODAY, packOf(given.centre)).map((one) => one.code);
    expect(codes(MODEST)).toEqual(expect.arrayContaining(['spouse-joins', 'raise-balance']));
    expect(codes(form({}, { months: '2' }))).toContain('wait-for-months');
    expect(codes(form({ price: '30' }))).toContain('dearer-home');
  });
});

describe('what a centre asks for', () => {
  it('is read from its rules', () => {
    expect(fieldsOf(packOf('shenzhen'), TODAY)).toMatchObject({ base: true });
    const places = allPacks.filter((pack) => pack.localities !== undefined);
    for (const pack of places) expect(fieldsOf(pack, TODAY).localities).toEqual(pack.localities);
  });
});
