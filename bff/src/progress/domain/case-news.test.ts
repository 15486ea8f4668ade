import fc from 'fast-check';
import { takeNews } from './case-news.ts';
import type { CaseNews } from './case-news.ts';
import { caseNumberOf, liveKeyOf, requestNoOf } from './service-case.ts';
import type { ServiceCase } from './service-case.ts';

const now = new Date('2026-11-21T03:00:00.000Z');

function aCase(more: Partial<ServiceCase> = {}): ServiceCase {
  return {
    caseId: '22222222-2222-4222-8222-222222222222', number: 'T20261121000001', personId: 'p1', coPersonId: null, resubmits: null, customerNo: 'KH1', channel: 'h5', route: 'purchase',
    amountFen: 100, payee: { bank: 'b', tail: '1496' }, stage: 'submitted', link: 'asked', requestNo: requestNoOf('22222222-2222-4222-8222-222222222222', 1), attempt: 1, coreCaseNo: null,
    wish: { accountNo: 'a', cardNo: 'c', fileIds: [] }, terms: null, record: null, refusal: null, submittedAt: now, updatedAt: now, version: 1, ...more,
  };
}
const news = (stage: CaseNews['stage'], more: Partial<CaseNews> = {}): CaseNews => ({ stage, coreCaseNo: 'YW1', record: { desks: [], checks: [] }, ...more });
const reachedBy = (one: ServiceCase, told: CaseNews): readonly string[] | undefined => takeNews(one, told, now)?.reached.map((step) => step.stage);

describe('taking news of a case in', () => {
  it('reaches every stage on the way when the core decides at once', () => {
    expect(reachedBy(aCase(), news('paid'))).toEqual(['accepted', 'under-review', 'approved', 'paid']);
  });
  it('keeps what the core said, and the wish of a withdrawal until it is taken back', () => {
    const { wish } = aCase();
    expect(takeNews(aCase(), news('accepted'), now)?.next).toMatchObject({ wish, link: 'held', coreCaseNo: 'YW1', record: { desks: [], checks: [] } });
    for (const stage of ['paid', 'refused', 'payment-failed'] as const) expect(takeNews(aCase(), news(stage), now)?.next.wish).toEqual(wish);
    expect(takeNews(aCase(), news('cancelled'), now)?.next.wish).toBeNull();
  });
  it('drops the wish of a matter of the loan as soon as the core has it', () => {
    const wish = { matter: 'loan-prepayment', loanNo: 'DK1', keep: 'term', cardNo: 'K1' } as const;
    expect(takeNews(aCase({ route: 'loan-prepayment', wish }), news('accepted'), now)?.next.wish).toBeNull();
  });
  it('never moves back on news that comes late', () => {
    expect(takeNews(aCase({ stage: 'approved' }), news('under-review'), now)).toBeUndefined();
    expect(takeNews(aCase({ stage: 'paid' }), news('accepted'), now)).toBeUndefined();
    expect(takeNews(aCase({ stage: 'refused' }), news('paid'), now)).toBeUndefined();
  });
  it('ends paid and reaches each stage once, in whatever order and however often the news comes', () => {
    const told: CaseNews['stage'][] = ['accepted', 'under-review', 'approved', 'paid'];
    fc.assert(
      fc.property(fc.shuffledSubarray([...told, ...told], { minLength: 8 }), (stages) => {
        const reached: string[] = [];
        const last = stages.reduce((one, stage) => {
          const move = takeNews(one, news(stage), now);
          reached.push(...(move?.reached.map((step) => step.stage) ?? []));
          return move?.next ?? one;
        }, aCase());
        expect([last.stage, reached]).toEqual(['paid', told]);
      }),
    );
  });
  it('takes new figures of the same stage without reaching it again', () => {
    expect(reachedBy(aCase({ stage: 'under-review' }), news('under-review'))).toEqual([]);
  });
  it('counts the posts that had done their part before a refusal', () => {
    const record = { checks: [], desks: [{ stage: 'accepted', post: '受理岗', limitWorkingDays: 1, doneAt: '2026-11-21T02:00:00.000Z' }] } as const;
    expect(reachedBy(aCase(), news('refused', { record }))).toEqual(['accepted', 'refused']);
  });
  it('may turn a payment that came back into a failed one', () => {
    expect(reachedBy(aCase({ stage: 'paid' }), news('payment-failed'))).toEqual(['payment-failed']);
  });
  it('closes the link when the core refused the application itself', () => {
    expect(takeNews(aCase(), { stage: 'refused', refusal: { code: 'account-frozen' } }, now)?.next).toMatchObject({ link: 'closed', refusal: { code: 'account-frozen' } });
  });
});

describe('what names a case', () => {
  it('holds the live key while it lives and gives it back at its end', () => {
    expect(liveKeyOf(aCase())).toBe('p1|purchase');
    expect(liveKeyOf(aCase({ requestNo: 'ZD00000001-202611' }))).toBe(aCase().caseId);
    for (const stage of ['paid', 'refused', 'cancelled', 'payment-failed'] as const) expect(liveKeyOf(aCase({ stage }))).toBe(aCase().caseId);
  });
  it('makes request numbers the core takes, and numbers people can read out', () => {
    expect(requestNoOf(aCase().caseId, 2)).toMatch(/^[0-9A-Za-z-]{8,40}$/);
    expect(caseNumberOf('2026-11-21', 7)).toBe('T20261121000007');
  });
});
