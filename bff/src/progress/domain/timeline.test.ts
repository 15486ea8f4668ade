import fc from 'fast-check';
import { CASE_STAGES, isTerminal, stagePathOf } from '@anju/shared/progress';
import { replyOf } from '../use-cases/case-views.ts';
import type { CaseDesk, ServiceCase } from './service-case.ts';

const now = new Date('2026-11-21T03:00:00.000Z');
const [began, over] = ['2026-11-20T01:00:00.000Z', '2026-11-20T02:00:00.000Z'];

function aCase(more: Partial<ServiceCase>): ServiceCase {
  return {
    caseId: '22222222-2222-4222-8222-222222222222', number: 'T20261121000001', personId: 'p1', coPersonId: null, resubmits: null, customerNo: 'KH1', channel: 'h5', route: 'purchase',
    amountFen: 100, payee: null, stage: 'submitted', link: 'held', requestNo: 'W1', attempt: 1, coreCaseNo: 'YW1', wish: null, terms: null, record: null,
    refusal: null, submittedAt: now, updatedAt: now, version: 1, ...more,
  };
}
const desk = (stage: CaseDesk['stage'], post: string, at: 'unbegun' | 'open' | 'done'): CaseDesk => ({
  stage, post, limitWorkingDays: stage === 'signing' ? 0 : 3,
  ...(at === 'unbegun' ? {} : { startedAt: began, dueAt: '2026-11-25T02:00:00.000Z' }), ...(at === 'done' ? { doneAt: over } : {}),
});
const currentOf = (one: ServiceCase): string[] => replyOf(one, 'p1', { history: [] }, now).steps.filter(({ state }) => state === 'current').map(({ stage, post }) => `${stage} ${post}`);

describe('where a case lies', () => {
  const desks = (review: 'open' | 'done', approval: 'unbegun' | 'open'): CaseDesk[] => [
    desk('accepted', '受理岗', 'done'), desk('under-review', '审核岗', review), desk('approved', '审批岗', approval),
  ];

  it.each(['purchase', 'loan-pre-application'] as const)('is the approval of a %s as soon as its review is done', (route) => {
    const one = aCase({ route, stage: 'under-review', record: { desks: desks('done', 'open'), checks: [] } });
    expect(currentOf(one)).toEqual(['approved 审批岗']);
    expect(replyOf(one, 'p1', { history: [] }, now)).toMatchObject({ holder: '审批岗', dueAt: '2026-11-25T02:00:00.000Z' });
  });

  it('is the review while its desk is at work, also where the core names the state before it', () => {
    const reviewed = { desks: desks('open', 'unbegun'), checks: [] };
    for (const stage of ['accepted', 'under-review'] as const) expect(currentOf(aCase({ stage, record: reviewed }))).toEqual(['under-review 审核岗']);
  });

  it('is nowhere once it was taken back', () => {
    expect(replyOf(aCase({ stage: 'cancelled', record: { desks: desks('open', 'unbegun'), checks: [] } }), 'p1', { history: [] }, now)).toMatchObject({ holder: null, dueAt: null });
  });

  it('is told the same by the banner and by the timeline, whatever the desks say', () => {
    const anyDesks = fc.tuple(...CASE_STAGES.map((stage) => fc.constantFrom('unbegun', 'open', 'done', null).map((at) => (at === null ? [] : [desk(stage, `${stage}岗`, at)])))).map((all) => all.flat());
    const cases = fc.record({
      route: fc.constantFrom('purchase', 'repay-fund-loan', 'loan-pre-application', 'loan-prepayment'),
      stage: fc.constantFrom(...CASE_STAGES), link: fc.constantFrom('to-send', 'asked', 'held', 'closed'), desks: anyDesks,
    });
    fc.assert(
      fc.property(cases, ({ desks: all, ...more }) => {
        const one = aCase({ ...more, record: { desks: all, checks: [] } });
        const shown = replyOf(one, 'p1', { history: [] }, now);
        const current = shown.steps.filter(({ state }) => state === 'current');
        const onPath = stagePathOf(one.route).includes(one.stage) && !isTerminal(one.stage);
        expect(current).toHaveLength(onPath || one.stage === 'unknown' ? 1 : 0);
        expect([shown.holder, shown.dueAt]).toEqual(onPath ? [current[0]?.post ?? null, current[0]?.dueAt ?? null] : [null, null]);
      }),
    );
  });
});
