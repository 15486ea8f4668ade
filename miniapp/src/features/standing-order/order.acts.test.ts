import type { StandingOrder, StandingOrdersReply } from '@anju/shared/contract';
import { actTexts } from '../../texts/standing-order.ts';
import { actBody, actOf, actsOf, actStanding, changeBody, kindFrom, stillStands, withOrder } from './order.acts.ts';

const ORDER: StandingOrder = {
  orderId: 'o1', kind: 'rent', state: 'running', signedOn: '2026-11-20', day: 5, card: { bankCardId: 'c1', bank: '建设银行', tail: '1496', usable: true },
  next: { on: '2026-12-05', expectedFen: 150_000, enough: true }, runs: [],
};
const PAUSED: StandingOrder = { ...ORDER, state: 'paused', next: null };

describe('what can be done to an order', () => {
  it('follows its state', () => {
    expect(actsOf(ORDER)).toEqual(['pause', 'skip', 'end']);
    expect(actsOf(PAUSED)).toEqual(['resume', 'end']);
    expect(actsOf({ ...ORDER, state: 'ended', next: null })).toEqual([]);
  });
  it('is not to skip a run that is not known; with one left out the next one can be too', () => {
    expect(actsOf({ ...ORDER, next: null })).toEqual(['pause', 'end']);
    expect(actsOf({ ...ORDER, skipped: ['2026-11-05'] })).toEqual(['pause', 'skip', 'end']);
  });
  it('is sent with the day that was read where one run is left out', () => {
    expect([actBody({ action: 'skip', on: '2026-12-05' }), actBody({ action: 'skip', on: null }), actBody({ action: 'pause', on: '2026-12-05' })]).toEqual([{ action: 'skip', on: '2026-12-05' }, { action: 'skip' }, { action: 'pause' }]);
  });
});

describe('a press that waited for the face check', () => {
  it('goes on for the same run of the same order only', () => {
    const skip = actOf(ORDER, 'skip');
    expect(stillStands(skip, [ORDER])).toBe(true);
    expect(stillStands(skip, [])).toBe(false);
    expect(stillStands(skip, [PAUSED])).toBe(false);
    expect(stillStands(skip, [{ ...ORDER, next: { on: '2027-01-05', expectedFen: 1, enough: true } }])).toBe(false);
  });
  it('is judged by what was heard after it: a run may have been made while the person was away', () => {
    const skip = actOf(ORDER, 'skip');
    expect([actStanding(skip, [ORDER], 999, 1000), actStanding(skip, [ORDER], null, 1000), actStanding(skip, [ORDER], 1000, 1000)]).toEqual(['later', 'later', 'yes']);
    expect(actStanding(skip, [{ ...ORDER, next: null }], 1001, 1000)).toBe('gone');
  });
  it('resumes what is paused and ends what has not ended', () => {
    expect(stillStands(actOf(PAUSED, 'resume'), [PAUSED])).toBe(true);
    expect(stillStands(actOf(PAUSED, 'resume'), [ORDER])).toBe(false);
    expect(stillStands(actOf(PAUSED, 'end'), [PAUSED])).toBe(true);
    expect(stillStands(actOf(ORDER, 'end'), [{ ...ORDER, state: 'ended', next: null }])).toBe(false);
  });
});

describe('a change', () => {
  it('says only what is another, and nothing when nothing is', () => {
    expect(changeBody(ORDER, 'c1', 5)).toBeNull();
    expect(changeBody(ORDER, null, null)).toBeNull();
    expect(changeBody(ORDER, 'c2', 5)).toEqual({ action: 'change', bankCardId: 'c2' });
    expect(changeBody(ORDER, 'c2', 20)).toEqual({ action: 'change', bankCardId: 'c2', day: 20 });
  });
});

it('puts an order as it is now, and nothing where nothing is known', () => {
  const reply: StandingOrdersReply = { orders: { state: 'fresh', asOf: 'x', value: [ORDER, { ...ORDER, orderId: 'o2' }] }, offers: [], cards: [] };
  const { orders } = withOrder(reply, 'o2', (order) => ({ ...order, state: 'paused' }));
  expect(orders.state === 'unknown' ? [] : orders.value.map(({ state }) => state)).toEqual(['running', 'paused']);
  const unknown: StandingOrdersReply = { ...reply, orders: { state: 'unknown', reason: 'core-down' } };
  expect(withOrder(unknown, 'o1', () => PAUSED)).toBe(unknown);
});

it('knows the kinds an address may name', () => {
  expect(['offset', 'rent', 'repay-commercial-loan', 'x', undefined].map(kindFrom)).toEqual(['offset', 'rent', 'repay-commercial-loan', null, null]);
});

describe('before each press it is said what follows', () => {
  const lines = (act: keyof typeof actTexts, kind: StandingOrder['kind']): string => actTexts[act].lines({ kind, day: kind === 'offset' ? null : 5, next: '12月05日', skipped: [] }).join('');
  it('paused months are not made up', () => {
    for (const kind of ['offset', 'rent'] as const) {
      expect(lines('pause', kind)).toContain('暂停的月份不补');
      expect(lines('resume', kind)).toContain('暂停的月份不补');
    }
  });
  it('resuming begins after a run that was left out', () => {
    const resume = (skipped: readonly string[]): string => actTexts.resume.lines({ kind: 'offset', day: null, next: null, skipped }).join('');
    expect(resume(['12月15日'])).toBe('恢复后从12月15日以后的下一个还款日开始，每期用公积金账户余额还贷款。12月15日那次您已跳过，恢复后也不办。暂停的月份不补。');
    expect(resume([])).toContain('恢复后从下一个还款日开始');
  });
  it('ending stops the next run, and what ran stays', () => {
    expect(lines('end', 'rent')).toContain('12月05日这一次和以后的都不再办');
    expect(lines('end', 'rent')).toContain('已经办过的不受影响');
  });
  it('without an offset the loan is paid from the bank card', () => {
    for (const act of ['pause', 'skip', 'end'] as const) {
      expect(lines(act, 'offset')).toContain('从您的还款银行卡扣');
      expect(lines(act, 'repay-commercial-loan')).toContain('钱留在账户里');
    }
  });
});
