import { audit, caseIdOf } from './audit.ts';
import type { Finding } from './audit.ts';
import type { BffCase, CoreApplication, Evidence, MoneyMove, ToldKey } from './evidence.ts';

const ID = '0a1b2c3d-0000-4000-8000-00000000000';
const idOf = (nth: number): string => `${ID}${nth}`;
const requestOf = (nth: number, attempt = 1): string => `W${idOf(nth).replaceAll('-', '')}${attempt === 1 ? '' : `-${attempt}`}`;

const key = (nth: number, more: Partial<ToldKey> = {}): ToldKey => ({ key: `key-${nth}`, caseIds: [idOf(nth)], refusals: [], refusedAfterAccepted: false, open: false, ...more });
const bffCase = (nth: number, more: Partial<BffCase> = {}): BffCase => ({
  caseId: idOf(nth), number: `T2026112600000${nth}`, route: 'repay-fund-loan', amountFen: 100_000, stage: 'paid', link: 'held', requestNo: requestOf(nth), coreCaseNo: `TQ${nth}`, ...more,
});
const application = (nth: number, more: Partial<CoreApplication> = {}): CoreApplication => ({ ywlsh: `TQ${nth}`, requestNo: requestOf(nth), ywlx: 'REPAY_FUND_LOAN', amountFen: 100_000, state: 'DZ', ...more });
const payment = (nth: number, more: Partial<MoneyMove> = {}): MoneyMove => ({ no: `FK${nth}`, sort: 'payment', ywlsh: `TQ${nth}`, amountFen: 100_000, state: 'sent', ...more });

/** Two withdrawals that were paid, a prepayment, one the core refused and one whose payment came back. */
function inOrder(): Evidence {
  return {
    wishes: [1, 2, 3, 4, 5].map((nth) => ({ wishId: `wish-${nth}`, keys: [key(nth), key(nth + 10, { caseIds: [], refusals: ['withdrawal.case-running'] })] })),
    toldCancelled: [],
    shown: [1, 2, 3].map((nth) => ({ caseId: idOf(nth), stage: 'paid' })),
    cases: [
      bffCase(1),
      bffCase(2, { requestNo: requestOf(2, 2) }),
      bffCase(3, { route: 'loan-prepayment', amountFen: 1_000_700 }),
      bffCase(4, { stage: 'refused', link: 'closed', coreCaseNo: null }),
      bffCase(5, { stage: 'payment-failed' }),
    ],
    told: [1, 2, 3, 4, 5].map((nth) => ({ by: 'inbox' as const, number: `T2026112600000${nth}`, stage: ({ 4: 'refused', 5: 'payment-failed' } as Record<number, string>)[nth] ?? 'paid', count: 1 })),
    waiting: [],
    applications: [
      application(1),
      application(2, { requestNo: requestOf(2, 2) }),
      application(3, { ywlx: 'LOAN_PREPAYMENT', amountFen: 1_000_700 }),
      application(5, { state: 'FKSB' }),
      application(9, { requestNo: 'ZD20261126000001', ywlsh: 'TQ9' }),
    ],
    money: [payment(1), payment(2), payment(3, { sort: 'collection', state: 'collected', amountFen: 1_000_700 }), payment(5, { state: 'returned' }), payment(9)],
    booked: [{ ywlsh: 'TQ1', fromAccountsFen: 100_000, offLoansFen: 0 }, { ywlsh: 'TQ2', fromAccountsFen: 100_000, offLoansFen: 0 }, { ywlsh: 'TQ3', fromAccountsFen: 0, offLoansFen: 1_000_000 }],
    ledgerFaults: [],
  };
}

/** The evidence with something planted in it. */
const planted = (change: (good: Evidence) => Partial<Evidence>): readonly Finding[] => {
  const good = inOrder();
  return audit({ ...good, ...change(good) });
};
const sorts = (findings: readonly Finding[]): readonly string[] => [...new Set(findings.map(({ sort }) => sort))];
const changed = (nth: number, more: Partial<BffCase>) => (good: Evidence): Partial<Evidence> => ({ cases: good.cases.map((one) => (one.caseId === idOf(nth) ? { ...one, ...more } : one)) });
const without = (nth: number) => (good: Evidence): Partial<Evidence> => ({ cases: good.cases.filter((one) => one.caseId !== idOf(nth)) });
const firstKey = (more: Partial<ToldKey>) => (good: Evidence): Partial<Evidence> => ({ wishes: [{ wishId: 'wish-1', keys: [key(1, more)] }, ...good.wishes.slice(1)] });

describe('the audit after the chaos', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(audit(inOrder())).toEqual([]);
  });

  it('reads the case out of a request number, a renewed one too, and out of nothing else', () => {
    expect([requestOf(1), requestOf(1, 3), 'ZD20261126000001', `C${idOf(1).replaceAll('-', '')}`].map(caseIdOf)).toEqual([idOf(1), idOf(1), undefined, undefined]);
  });

  it.each<[string, (good: Evidence) => Partial<Evidence>]>([
    ['a second payment of one case', ({ money }) => ({ money: [...money, payment(1, { no: 'FK8' })] })],
    ['a second payment of a run of a standing order', ({ money }) => ({ money: [...money, payment(9, { no: 'FK8' })] })],
    ['a second application under a renewed number', ({ applications }) => ({ applications: [...applications, application(1, { ywlsh: 'TQ8', requestNo: requestOf(1, 2), state: 'BH' })] })],
    ['one key answered with two cases', firstKey({ caseIds: [idOf(1), idOf(2)] })],
    ['one wish that became two paid cases by two keys', ({ wishes }) => ({ wishes: [{ wishId: 'wish-1', keys: [key(1), key(2)] }, ...wishes.slice(2)] })],
    ['a second notice of one stage', ({ told }) => ({ told: told.map((one, nth) => (nth === 0 ? { ...one, count: 2 } : one)) })],
    ['a second SMS of one stage', ({ told }) => ({ told: [...told, { by: 'sms', number: 'T20261126000001', stage: 'paid', count: 2 }] })],
  ])('%s is a duplicate', (_name, plant) => {
    expect(sorts(planted(plant))).toContain('duplicate');
  });

  it.each<[string, (good: Evidence) => Partial<Evidence>]>([
    ['a case a phone was told of that is not in the database', without(4)],
    ['a held case the core does not have', ({ applications }) => ({ applications: applications.filter(({ ywlsh }) => ywlsh !== 'TQ1') })],
    ['an application at the core that is no case here', without(1)],
    ['a case given up here that the core has', changed(1, { link: 'closed', stage: 'refused' })],
    ['a case nobody was told of', ({ wishes }) => ({ wishes: wishes.slice(1) })],
    ['a key refused after it was accepted', firstKey({ refusedAfterAccepted: true })],
    ['a paid case without a payment', ({ money }) => ({ money: money.filter(({ no }) => no !== 'FK1') })],
    ['an end without its notice', ({ told }) => ({ told: told.slice(1) })],
  ])('%s is lost', (_name, plant) => {
    expect(sorts(planted(plant))).toContain('lost');
  });

  it.each<[string, (good: Evidence) => Partial<Evidence>]>([
    ['an outcome nobody knows', changed(1, { link: 'asked' })],
    ['a case that never left', changed(4, { link: 'to-send', stage: 'submitted' })],
    ['a case that stopped half way', changed(1, { stage: 'approved' })],
    ['a key nobody answered', firstKey({ open: true })],
    ['a message left in the outbox', () => ({ waiting: [{ id: 'm1', topic: 'withdrawal.forward', state: 'waiting' }] })],
    ['a dead message', () => ({ waiting: [{ id: 'm1', topic: 'case.refresh', state: 'dead' }] })],
  ])('%s is unsettled', (_name, plant) => {
    expect(sorts(planted(plant))).toContain('unsettled');
  });

  it.each<[string, (good: Evidence) => Partial<Evidence>]>([
    ['a stage the core does not confirm', changed(1, { stage: 'cancelled' })],
    ['a refusal that no rule explains', firstKey({ refusals: ['idempotency.body-differs'] })],
    ['another amount', changed(1, { amountFen: 100_001 })],
    ['another matter', changed(1, { route: 'purchase' })],
    ['another number', changed(1, { coreCaseNo: 'TQ2' })],
    ['a payment of another amount', ({ money }) => ({ money: money.map((move) => (move.no === 'FK1' ? { ...move, amountFen: 99_999 } : move)) })],
    ['a payment with interest that is part of the amount', ({ money }) => ({ money: money.map((move) => (move.no === 'FK1' ? { ...move, interestFen: 500 } : move)) })],
    ['a payment that stands for a case that failed', ({ money }) => ({ money: money.map((move) => (move.no === 'FK5' ? { ...move, state: 'sent' } : move)) })],
    ['a payment nobody asked for', ({ money }) => ({ money: [...money, payment(7)] })],
    ['books that took the money twice', ({ booked }) => ({ booked: booked.map((one) => (one.ywlsh === 'TQ1' ? { ...one, fromAccountsFen: 200_000 } : one)) })],
    ['books that kept what came back', ({ booked }) => ({ booked: [...booked, { ywlsh: 'TQ5', fromAccountsFen: 100_000, offLoansFen: 0 }] })],
    ['a prepayment that took nothing off the loan', ({ booked }) => ({ booked: booked.slice(0, 2) })],
    ['a phone told of a taking back that was paid', () => ({ toldCancelled: [idOf(1)] })],
    ['a phone that reads another stage', ({ shown }) => ({ shown: [...shown, { caseId: idOf(5), stage: 'paid' }] })],
  ])('%s is a disagreement', (_name, plant) => {
    expect(sorts(planted(plant))).toContain('disagreement');
  });

  it('an account that differs from its lines is a fault of the ledger', () => {
    expect(planted(() => ({ ledgerFaults: ['account differs from its entries'] }))).toEqual([{ sort: 'ledger', about: 'books', what: 'account differs from its entries' }]);
  });

  it('interest to the day stands beside the balance of a closed account', () => {
    expect(planted(({ money }) => ({ money: money.map((move) => (move.no === 'FK1' ? { ...move, amountFen: 100_500, interestFen: 500 } : move)) }))).toEqual([]);
  });

  it('a run of a standing order is a case nobody tapped for, and once at the core all the same', () => {
    const run = bffCase(9, { requestNo: 'ZD20261126000001' });
    expect(planted(({ cases }) => ({ cases: [...cases, run] }))).toEqual([]);
    expect(sorts(planted(({ cases, applications }) => ({ cases: [...cases, run], applications: applications.filter(({ ywlsh }) => ywlsh !== 'TQ9'), money: [] })))).toContain('lost');
  });

  it('a second case is no duplicate when the first had no effect', () => {
    expect(planted(({ wishes }) => ({ wishes: [{ wishId: 'wish-4', keys: [key(4), key(1)] }, ...wishes.slice(1).filter(({ wishId }) => wishId !== 'wish-4')] }))).toEqual([]);
  });
});
