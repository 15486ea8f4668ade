import { cleanText } from './clean-text.ts';
import { dayFromDigits } from './day-from-digits.ts';

describe('what a field keeps of what is typed', () => {
  test('full-width digits become plain ones', () => expect(cleanText('digits', '１２3４')).toBe('1234'));
  test('a mobile loses its spaces and dashes', () => expect(cleanText('mobile', '138 0013-8000')).toBe('13800138000'));
  test('a document number is written in capitals without spaces', () => expect(cleanText('id', '3502 x')).toBe('3502X'));
  test('an amount keeps two decimals and one point', () => {
    expect(cleanText('money', '1,234.567')).toBe('1234.56');
    expect(cleanText('money', '12.3.4')).toBe('12.34');
    expect(cleanText('money', '12。5')).toBe('12.5');
    expect(cleanText('money', '.5')).toBe('0.5');
    expect(cleanText('money', '007')).toBe('7');
  });
  test('an amount takes no sign, no letter and no exponent', () => {
    expect(cleanText('money', '-5')).toBe('5');
    expect(cleanText('money', '1e5')).toBe('15');
  });
  test('words stay as they are', () => expect(cleanText('text', '古丽·阿依 ')).toBe('古丽·阿依 '));
});

describe('a day from eight digits', () => {
  test('a real day', () => {
    expect(dayFromDigits('19900101')).toBe('1990-01-01');
    expect(dayFromDigits('20240229')).toBe('2024-02-29');
  });
  test('no day that is not in the calendar', () => {
    for (const digits of ['20230229', '19900431', '19901301', '19900100', '18991231', '1990010', 'abcdefgh', '']) expect(dayFromDigits(digits)).toBeNull();
  });
});
