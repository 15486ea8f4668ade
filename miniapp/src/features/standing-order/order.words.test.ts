import type { StandingOrder } from '@anju/shared/contract';
import { yuanText } from '../../texts/format.ts';
import { enoughSentence, firstRunOn, nextSentence, runLine, skippedSentence } from './order.words.ts';

const AS_OF = '2026-11-26T01:30:00.000Z';
const CARD = { bankCardId: 'c1', bank: '中国建设银行厦门分行', tail: '1496', usable: true };
const rent = (part: Partial<StandingOrder> = {}): StandingOrder => ({
  orderId: 'o1', kind: 'rent', state: 'running', signedOn: '2026-11-20', day: 5, card: CARD, next: { on: '2026-12-05', expectedFen: 150_000, enough: true }, runs: [], ...part,
});
const offset = (part: Partial<StandingOrder> = {}): StandingOrder => rent({ kind: 'offset', day: null, card: null, next: { on: '2026-12-15', expectedFen: 234_567, enough: true }, ...part });
const plain = (text: string): string => text.replace(/[\u00a0\u2009]/g, ' ');
const said = (order: StandingOrder): string => plain(nextSentence(order, AS_OF, yuanText).join(''));

describe('the next run', () => {
  it('says when, how much, from where and to where', () => {
    expect(said(offset())).toBe('12月15日将从公积金账户扣 2,345.67 元，还公积金贷款。');
    expect(said(rent())).toBe('12月05日将从公积金账户提取 1,500.00 元，转到建设银行 **** 1496，用来付房租。');
    expect(said(rent({ kind: 'repay-commercial-loan', card: null }))).toBe('12月05日将从公积金账户提取 1,500.00 元，转到您的银行卡，用来还商业贷款。');
  });
  it('says the year where it is another one, and no amount where the core says none', () => {
    expect(said(rent({ next: { on: '2027-01-05', expectedFen: null, enough: true } }))).toBe('2027年01月05日将从公积金账户提取能提的最高额，转到建设银行 **** 1496，用来付房租，金额那天核定。');
    expect(said(offset({ next: { on: '2026-12-15', expectedFen: null, enough: true } }))).toBe('12月15日将用公积金账户余额还当期公积金贷款，金额那天核定。');
  });
  it('says that nothing comes while it is paused, ended or not known', () => {
    expect(said(rent({ state: 'paused', next: null }))).toBe('已暂停，不再扣款或提取。恢复后从下一个 5 日开始，暂停的月份不补。');
    expect(said(offset({ state: 'paused', next: null }))).toContain('从下一个还款日开始');
    expect(said(offset({ state: 'paused', next: null, skipped: ['2026-12-15'] }))).toContain('恢复后从12月15日以后的下一个还款日开始');
    expect(said(rent({ state: 'ended', next: null }))).toContain('已终止');
    expect(said(rent({ next: null }))).toContain('暂未取得');
  });
});

describe('the balance', () => {
  it('suffices, or it is said what happens then: a loan is paid by the bank card, a withdrawal waits a month', () => {
    expect(enoughSentence(rent())).toEqual({ text: '按现在的余额够用。', short: false });
    const short = { on: '2026-12-05', expectedFen: 150_000, enough: false };
    expect(enoughSentence(offset({ next: short }))?.text).toContain('从您的还款银行卡扣');
    expect(enoughSentence(rent({ next: short }))).toEqual({ text: expect.stringContaining('这一次就不办，钱留在账户里，下个月照常再办'), short: true });
  });
  it('is not said to suffice where nobody has reckoned, nor where no run comes', () => {
    expect(enoughSentence(rent({ next: { on: '2026-12-05', expectedFen: null, enough: true } }))?.text).toBe('余额够不够，到那天核对。');
    expect(enoughSentence(rent({ state: 'paused', next: null }))).toBeNull();
  });
});

describe('the first day', () => {
  it('is the next such day after today in China, this month or the next', () => {
    expect([firstRunOn(27, AS_OF), firstRunOn(26, AS_OF), firstRunOn(5, AS_OF)]).toEqual(['2026-11-27', '2026-12-26', '2026-12-05']);
    // 16:30 in London is the next day in China.
    expect(firstRunOn(27, '2026-11-26T16:30:00.000Z')).toBe('2026-12-27');
  });
});

describe('runs that are left out', () => {
  const skipped = (order: StandingOrder) => skippedSentence(order, AS_OF);
  it('are told by their days, as the core tells them', () => {
    expect(skipped(rent({ skipped: ['2026-12-05'], next: { on: '2027-01-05', expectedFen: 1, enough: true } }))).toBe('12月05日这一次已跳过。');
    expect(plain(skipped(offset({ skipped: ['2026-12-15', '2027-01-15'] })) ?? '')).toBe('12月15日、2027年01月15日这 2 次已跳过。');
  });
  it('are none that the core does not tell of, however late the next run is', () => {
    expect([skipped(rent({ next: { on: '2027-03-05', expectedFen: 1, enough: true } })), skipped(rent({ skipped: [] }))]).toEqual([null, null]);
  });
  it('are not told while no run comes', () => {
    expect(skipped(rent({ state: 'paused', next: null, skipped: ['2026-12-05'] }))).toBeNull();
  });
});

describe('a run', () => {
  it('of the offset ends in the loan, of the others on the card', () => {
    const run = { on: '2026-11-15', amountFen: 100, state: 'paid' as const, caseId: 'k' };
    expect(runLine('offset', run, AS_OF)).toEqual({ day: '11月15日', word: '已还入贷款', tone: 'brand', amountFen: 100, caseId: 'k' });
    expect(runLine('rent', run, AS_OF).word).toBe('已到账');
  });
  it('that was left out or refused moved nothing', () => {
    expect(runLine('rent', { on: '2025-11-05', amountFen: null, state: 'skipped' }, AS_OF)).toEqual({ day: '2025年11月05日', word: '已跳过', tone: 'plain', amountFen: null, caseId: null });
    expect(runLine('rent', { on: '2026-11-05', amountFen: 150_000, state: 'refused' }, AS_OF)).toMatchObject({ word: '未通过', amountFen: null });
    expect(runLine('rent', { on: '2026-11-05', amountFen: null, state: 'waiting' }, AS_OF)).toMatchObject({ word: '等另一件办结', amountFen: null, caseId: null });
  });
});
