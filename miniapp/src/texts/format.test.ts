import { dayOfYear, dayText, momentText, monthText, nearText, rateText, spanText, untilText, wanFigure, yuanText } from './format.ts';

const now = '2026-11-21T01:12:00Z';

describe('dates and times as a clerk says them', () => {
  test('a day has its month and day, and its year when asked', () => {
    expect(dayText('2026-11-05')).toBe('11月05日');
    expect(dayText('2027-11-21', true)).toBe('2027年11月21日');
  });
  test('a day of another year has its year without asking', () => {
    expect(dayOfYear('2024-08-05', now)).toBe('2024年08月05日');
    expect(dayOfYear('2026-08-05', now)).toBe('08月05日');
  });
  test('a month has its year', () => expect(monthText('2026-10')).toBe('2026年10月'));
  test('a moment is told in China, whatever the phone thinks', () => {
    expect(momentText(now)).toBe('11月21日\u00a009:12');
    expect(momentText('2026-12-31T16:00:00Z')).toBe('01月01日\u00a000:00');
    expect(momentText('2026-12-31T16:00:00Z', now)).toBe('2027年01月01日\u00a000:00');
    expect(momentText('2026-01-05T01:00:00Z', now)).toBe('01月05日\u00a009:00');
  });
  test('near days have their words', () => {
    expect(nearText('2026-11-21T09:30:00Z', now)).toBe('今天\u00a017:30');
    expect(nearText('2026-11-22T03:00:00Z', now)).toBe('明天\u00a011:00');
    expect(nearText('2026-11-19T16:30:00Z', now)).toBe('昨天\u00a000:30');
    expect(nearText('2026-11-25T09:30:00Z', now)).toBe('11月25日\u00a017:30');
    expect(nearText('2027-01-04T09:30:00Z', now)).toBe('2027年01月04日\u00a017:30');
  });
  test('the rest of the time is rounded down, never up', () => {
    expect(untilText('2026-11-21T08:10:00Z', now)).toBe('还剩\u20096\u2009小时');
    expect(untilText('2026-11-21T01:40:00Z', now)).toBe('还剩\u200928\u2009分钟');
    expect(untilText('2026-11-24T01:11:00Z', now)).toBe('还剩\u20092\u2009天');
  });
  test('a limit that has passed says so', () => expect(untilText('2026-11-20T23:00:00Z', now)).toBe('已超时\u20092\u2009小时'));
  test('a span of no minutes is not said to be 0', () => {
    expect(spanText(0)).toBe('不到\u20091\u2009分钟');
    expect(spanText(125)).toBe('2\u2009小时\u20095\u2009分钟');
    expect(spanText(4320)).toBe('3\u2009天');
  });
});

describe('amounts and rates', () => {
  test('an amount has two decimals and a thin space before its unit', () => {
    expect(yuanText(8_641_235)).toBe('86,412.35\u2009元');
    expect(yuanText(0)).toBe('0.00\u2009元');
  });
  test('万 is a rounding to one decimal', () => {
    expect(wanFigure(82_550_000)).toBe('82.6');
    expect(wanFigure(96_000_000)).toBe('96.0');
    expect(wanFigure(-4_999)).toBe('0.0');
    expect(wanFigure(1_234_500_000)).toBe('1,234.5');
  });
  test('a rate in millionths is shown in percent', () => {
    expect(rateText(26000)).toBe('2.60%');
    expect(rateText(30750)).toBe('3.075%');
    expect(rateText(25250)).toBe('2.525%');
  });
});
