import { amountTyped, contractFault, contractNumberOf, countTyped, faultOf, rateTyped, valueOf, wanTyped } from './typed.ts';

describe('an amount as it is typed', () => {
  test.each([
    ['2400.5', 240_050],
    ['2400.', 240_000],
    ['86,412.35', 8_641_235],
    ['８６４１２', 8_641_200],
    ['0', 0],
    ['1000000000', 100_000_000_000],
  ])('%s is read to the fen', (text, fen) => expect(valueOf(amountTyped(text))).toBe(fen));

  test.each([
    ['-500', '金额不能是负数'],
    ['−500', '金额不能是负数'],
    ['三万', '只能填数字'],
    ['1e5', '只能填数字'],
    ['NaN', '只能填数字'],
    ['12.345', '最多两位小数'],
    ['1000000000.01', '10 亿'],
    ['9'.repeat(40), '10 亿'],
  ])('%s is refused with the way out', (text, words) => {
    expect(valueOf(amountTyped(text))).toBeNull();
    expect(faultOf(amountTyped(text))).toContain(words);
  });
  test('nothing is no fault', () => {
    expect(amountTyped(' ')).toEqual({ kind: 'empty' });
    expect(faultOf(amountTyped(''))).toBeUndefined();
  });
});

describe('a price in 万元', () => {
  test('is read to the fen', () => expect(valueOf(wanTyped('200.5'))).toBe(200_500_000));
  test.each(['0', '0.0'])('%s is no price', (text) => expect(faultOf(wanTyped(text))).toContain('要大于 0'));
  test('has an upper end', () => expect(faultOf(wanTyped('100001'))).toContain('10 亿'));
  test('is exact to the yuan', () => expect(valueOf(wanTyped('200.0001'))).toBe(200_000_100));
  test('says of another naught what is said of it', () => expect(faultOf(wanTyped('0', '首付不能少于 40 万元。'))).toBe('首付不能少于 40 万元。'));
  test.each(['1.00001', '一百', '1.2.3'])('%s is refused', (text) => expect(faultOf(wanTyped(text))).toMatch(/。$/));
});

describe('a count', () => {
  const term = (text: string) => countTyped(text, 1, 30, '年限请填 1 到 30。');
  test('is a whole number within its bounds', () => expect(valueOf(term('30'))).toBe(30));
  test.each(['0', '31', '9999999999999999999999'])('%s is out of them', (text) => expect(faultOf(term(text))).toBe('年限请填 1 到 30。'));
  test('that is negative is told its bounds, not of money', () => expect(faultOf(term('-3'))).toBe('年限请填 1 到 30。'));
  test('takes no part of a year', () => expect(faultOf(term('2.5'))).toContain('整数'));
  test('takes no words', () => expect(faultOf(term('十'))).toContain('只能填数字'));
});

describe('a rate in percent', () => {
  test.each([['3.05', 30_500], ['3.05%', 30_500], ['4', 40_000]])('%s is read', (text, millionths) => expect(valueOf(rateTyped(text))).toBe(millionths));
  test('that is negative is told its bounds, not of money', () => expect(faultOf(rateTyped('-3'))).toContain('24%'));
  test.each(['0', '25', '-1', 'x'])('%s is refused', (text) => expect(faultOf(rateTyped(text))).toMatch(/。$/));
});

describe('what is no number', () => {
  test.each([
    ['an amount', amountTyped, '例如 2400'],
    ['a sum in 万元', wanTyped, '例如 200。'],
    ['a yearly rate', rateTyped, '例如 3.05'],
    ['a count', (text: string) => countTyped(text, 0, 20, ''), '例如 20。'],
  ])('is told with an example of %s', (_, read, words) => expect(faultOf(read('abc'))).toContain(words));
});

describe('the number of a contract', () => {
  test.each(['', ' XM2026-0318-0127 ', '厦（2026）房字12号', 'xm2026 - 0318', 'ＸＭ２０２６－0318'])('%s is none or one', (text) => expect(contractFault(text)).toBeNull());
  test.each([
    ['xm2026-0918-2046', 'XM2026-0918-2046'], ['  XM2026-0918-2046\u3000', 'XM2026-0918-2046'], ['XM2026 0918\u00a02046', 'XM202609182046'],
    ['ＸＭ２０２６－０９１８－２０４６', 'XM2026-0918-2046'], ['xm2026—0918–2046', 'XM2026-0918-2046'], ['厦（2026）房字12号', '厦（2026）房字12号'], [' ', ''],
  ])('%s is filed as %s', (typed, filed) => expect(contractNumberOf(typed)).toBe(filed));
  test.each(['abc', 'X 1 2', '*'.repeat(9), 'A'.repeat(41)])('%s is told what one looks like', (text) => expect(contractFault(text)).toContain('例如'));
});
