import type { EstimateReply, PrequalificationBody, PrequalificationReply } from '@anju/shared/contract';
import { EMPTY_DRAFT } from './loan.draft.ts';
import type { LoanDraft } from './loan.draft.ts';
import { EMPTY_WISH } from './loan.wish.ts';
import { amountOf, checkedHouse, checkWholeYuan, firstInstalmentFen, houseFault, houseStands, preApplicationBody } from './pre-application.view.ts';
import { advisedOf, blockersOf, categorySentences, headlineOf, mayApply, shutBy, termText, wishLine } from './prequalification.view.ts';

const source = { id: 'xiamen/x', title: 'x', url: null, date: '2026-01-01', seenOn: '2026-11-20', confidence: 'high' as const };
const estimate: EstimateReply = {
  amountFen: 82_644_980, complete: true, atMostFen: 82_644_980, termMonths: 354, annualRateMillionths: 26_000, rateSource: source, binding: 'account', limits: [],
  downPayment: null, instalments: null, advice: [], policy: { centre: 'xiamen', version: '1', effectiveFrom: '2026-01-01', checkedOn: '2026-11-20', sources: [source] }, unknown: [],
};
const reply: PrequalificationReply = { estimate: { state: 'fresh', asOf: '2026-11-21T01:00:00Z', value: estimate }, own: { state: 'unknown', reason: 'core-down' }, partner: null, blockers: [] };
const asked: PrequalificationBody = { household: { children: 2 }, house: { priceFen: 148_000_000, order: 'first', kind: 'new' }, otherMonthlyDebtFen: 120_000 };
const draft: LoanDraft = { ...EMPTY_DRAFT, wish: { ...EMPTY_WISH, price: '148' }, contractNumber: ' XM-1 ', house: { contractNumber: 'XM-1', result: 'matched', priceFen: 148_000_000 } };

describe('the head of a pre-qualification', () => {
  it('says what can be borrowed, alone or as two, in whole yuan to apply for', () => {
    expect(headlineOf(estimate, false)).toEqual({ label: '您可以贷', fen: 82_644_980, most: 82_644_900 });
    expect(headlineOf(estimate, true).label).toBe('您和配偶一起可以贷');
  });
  it('never promises an amount while a limit is unknown', () => {
    expect(headlineOf({ ...estimate, complete: false, amountFen: null, atMostFen: 96_000_000 }, false)).toMatchObject({ label: '最高不超过', fen: 96_000_000 });
    expect(headlineOf({ ...estimate, complete: false, amountFen: null, atMostFen: null }, false)).toMatchObject({ fen: null, most: 0 });
  });
  it('tells the house in one line', () => {
    expect(wishLine({ ...EMPTY_WISH, price: '148', order: 'second', kind: 'second-hand', term: '20' })).toBe('148 万元 · 二套 · 二手房 · 20 年');
    expect(wishLine({ ...EMPTY_WISH, price: '148' })).toContain('最长年限');
    expect([termText(360), termText(354)]).toEqual(['30 年', '29 年 6 个月']);
  });
  it('gives both answers where a category is unknown', () => {
    const both = categorySentences({ ...estimate, byCategory: [{ category: 'F55', amountFen: 50_000_000, termMonths: 120 }, { category: 'F50', amountFen: 30_000_000, termMonths: 60 }] });
    expect(both).toEqual(['原 55 岁：500,000.00\u2009元，10 年', '原 50 岁：300,000.00\u2009元，5 年']);
  });
});

describe('the advice', () => {
  const wish = { ...EMPTY_WISH, price: '148', term: '20', debt: '3000', income: '12000' };
  const line = (code: string, params: Readonly<Record<string, number>>, effectFen = 10_000_000, lifts: EstimateReply['limits'][number]['limit'] = 'account') => ({ change: { code, params }, effectFen, lifts });
  const advised = (...advice: EstimateReply['advice']) => advisedOf({ ...estimate, advice }, wish);
  it('is said in sentences, with what each brings', () => {
    expect(advised(line('longer-term', { years: 30 }), line('raise-balance', { moreFen: 543_600 })).map((one) => one.sentence)).toEqual([
      '年限放到 30 年，预计能多贷 10.0\u2009万元。', '账户余额再多 5,436.00\u2009元，预计能多贷 10.0\u2009万元。',
    ]);
    expect(advised(line('wait-for-months', { months: 3 }, 0, 'contribution-months'))[0]?.sentence).toBe('再连续缴存 3 个月，连续缴存这一项就满足了。');
  });
  it.each([
    ['longer-term', { years: 30 }, { term: '30' }],
    ['shorter-term', { years: 12 }, { term: '12' }],
    ['dearer-home', { moreFen: 12_500_000 }, { price: '160.5' }],
    ['raise-income', { moreFen: 100_000 }, { income: '13000' }],
    ['pay-off-debt', { lessFen: 300_000 }, { debt: '0' }],
  ])('%s is tried on the wish itself', (code, params, tried) => {
    expect(advised(line(code, params))[0]?.tried).toEqual({ ...wish, ...tried });
  });
  it.each(['raise-balance', 'keep-contributing', 'spouse-joins', 'raise-base', 'pay-off-fund-loan'])('%s changes what the core holds, and is only said', (code) => {
    expect(advised(line(code, { months: 3, moreFen: 100 }))[0]).toMatchObject({ tried: null });
  });
  it('that this phone has no words for is left out', () => {
    expect(advised(line('sell-the-car', {}))).toEqual([]);
  });
});

describe('the way on', () => {
  it('is open with fresh figures, nothing in the way and nothing running', () => {
    expect(mayApply(reply)).toBe(true);
    expect(mayApply({ ...reply, blockers: [{ code: 'account-frozen' }] })).toBe(false);
    expect(mayApply({ ...reply, runningCaseId: 'k1' })).toBe(false);
    expect(mayApply({ ...reply, estimate: { ...reply.estimate, state: 'stale' } as PrequalificationReply['estimate'] })).toBe(false);
    expect(mayApply({ ...reply, estimate: { state: 'unknown', reason: 'core-down' } })).toBe(false);
    expect(mayApply({ ...reply, estimate: { state: 'fresh', asOf: '', value: { ...estimate, amountFen: 0 } } })).toBe(false);
  });
  it('tells of a case that runs once: by the page where it is a pre-application, else with its way', () => {
    const running = [{ code: 'case-running', params: { caseId: 'k1', route: 'loan-prepayment' } }];
    expect(blockersOf(running)).toEqual([expect.objectContaining({ way: 'case', caseId: 'k1' })]);
    expect(blockersOf(running, 'k1')).toEqual([]);
  });
  it('is shut by a loan that is not paid off, with that one reason in place of an amount', () => {
    const blockers = blockersOf([{ code: 'card-missing' }, { code: 'loan-in-arrears', params: { periods: 1 } }, { code: 'loan-running' }]);
    expect(shutBy(blockers)).toMatchObject({ sentence: '您还有一笔没有还清的公积金贷款，还清后可以再申请。', way: 'my-loan' });
    expect(shutBy(blockersOf([{ code: 'card-missing' }]))).toBeNull();
    expect(mayApply({ ...reply, blockers: [{ code: 'loan-running' }] })).toBe(false);
  });
  it('tells each thing in the way once, with its way out', () => {
    const blockers = blockersOf([{ code: 'loan-in-arrears', params: { periods: 2 } }, { code: 'loan-in-arrears', params: { periods: 2 } }, { code: 'contribution-months', params: { months: 3, needed: 6 } }, { code: 'no-such-code' }]);
    expect(blockers.map((one) => [one.sentence, one.way])).toEqual([
      ['名下的贷款有 2 期逾期，还清逾期后可以申请。', 'my-loan'], ['连续缴存满 6 个月可以申请，您已满 3 个月。', 'entries'], ['暂时不能办，原因请拨打 12329 询问。', 'phone'],
    ]);
  });
});

describe('the house', () => {
  it('counts as checked only by the number that stands in the field', () => {
    expect(checkedHouse(draft)?.result).toBe('matched');
    expect(checkedHouse({ ...draft, contractNumber: 'XM-2' })).toBeNull();
  });
  it('in the spouse\'s name stands for two and not for one alone, and says so', () => {
    const mine = { contractNumber: 'XM-1', result: 'matched', buyer: 'self' } as const;
    const theirs = { ...mine, buyer: 'partner' } as const;
    expect([houseStands(theirs, true), houseStands(theirs, false), houseStands(mine, false)]).toEqual([true, false, true]);
    expect([houseFault(theirs, true), houseFault(mine, false)]).toEqual([null, null]);
    expect(houseFault(theirs, false)).toContain('买受人是您的配偶');
    expect(preApplicationBody({ draft: { ...draft, house: theirs }, asked, estimate, mostFen: 82_644_900, withPartner: false })).toBeNull();
    expect(preApplicationBody({ draft: { ...draft, house: theirs }, asked, estimate, mostFen: 82_644_900, withPartner: true })?.house.contractNumber).toBe('XM-1');
  });
  it.each([['matched', true, null], ['unavailable', true, null], ['mismatch', false, '买受人不是您'], ['not-found', false, '没有查到']] as const)('%s', (result, stands, words) => {
    const house = checkedHouse({ ...draft, house: { contractNumber: 'XM-1', result } });
    expect(houseStands(house, false)).toBe(stands);
    if (words === null) expect(houseFault(house, false)).toBeNull();
    else expect(houseFault(house, false)).toContain(words);
  });
});

describe('what is applied for', () => {
  it('is the most, or less where the person chose less', () => {
    expect(amountOf(draft, 82_644_900)).toBe(82_644_900);
    expect(amountOf({ ...draft, amountFen: 50_000_000 }, 82_644_900)).toBe(50_000_000);
    expect(amountOf({ ...draft, amountFen: 90_000_000 }, 82_644_900)).toBe(82_644_900);
  });
  it.each([['', '请填金额'], ['0', '请填金额'], ['500000.5', '整元'], ['826450', '最多'], ['-5', '不能是负数'], ['NaN', '只能填数字'], ['9'.repeat(16), '数字太大了']])('refuses %s yuan', (text, words) => {
    const check = checkWholeYuan(text, 82_644_900);
    expect('error' in check && check.error).toContain(words);
  });
  it('takes whole yuan', () => {
    expect(checkWholeYuan('500000', 82_644_900)).toEqual({ fen: 50_000_000 });
  });
  it('is sent with the house, the household and the term of the answer', () => {
    expect(preApplicationBody({ draft, asked, estimate, mostFen: 82_644_900, withPartner: true })).toEqual({
      amountFen: 82_644_900, termMonths: 354, method: 'equal-instalment', house: { priceFen: 148_000_000, order: 'first', kind: 'new', contractNumber: 'XM-1' },
      household: { children: 2 }, withPartner: true, otherMonthlyDebtFen: 120_000,
    });
  });
  it('is nothing while the house is not checked or nothing can be borrowed', () => {
    expect(preApplicationBody({ draft: { ...draft, house: null }, asked, estimate, mostFen: 82_644_900, withPartner: false })).toBeNull();
    expect(preApplicationBody({ draft, asked, estimate, mostFen: 0, withPartner: false })).toBeNull();
  });
  it('tells the first instalment of the amount by its method', () => {
    const level = firstInstalmentFen(82_644_900, estimate, 'equal-instalment') ?? 0;
    const falling = firstInstalmentFen(82_644_900, estimate, 'equal-principal') ?? 0;
    expect(falling).toBeGreaterThan(level);
    expect(firstInstalmentFen(0, estimate, 'equal-principal')).toBeNull();
  });
});
