import type { Problem, ProblemCode } from '@anju/shared/contract';
import { ApiProblem } from '../../api/problem.ts';
import { TransportFailure } from '../../platform/ports.ts';
import { endOf } from './submission.ts';

const problem = (code: ProblemCode, status: number, part: Partial<Problem> = {}): ApiProblem => new ApiProblem({ type: '', title: '', status, code, requestId: '', ...part });
const trouble = (error: unknown) => {
  const end = endOf(error);
  return end.kind === 'trouble' ? end.trouble : null;
};

describe('a press that did not come through', () => {
  it('leads to the face check when nobody was seen', () => {
    expect(endOf(problem('identity.step-up-needed', 403)).kind).toBe('be-seen');
  });
  it('may have been done when no answer came', () => {
    expect([new TransportFailure('timeout'), problem('core.unreachable', 503)].map((error) => trouble(error)?.kind)).toEqual(['unsure', 'unsure']);
    expect(trouble(problem('internal', 500))?.text).toContain('不会重复办理');
  });
  it('is told with every reason in plain words', () => {
    const said = trouble(problem('standing-order.not-possible', 409, { reasons: [{ code: 'standing-exists' }, { code: 'bank-not-contracted' }] }));
    expect(said?.kind).toBe('changed');
    expect(said?.text).toContain('已经签过这项约');
    expect(said?.text).toContain('没有和公积金中心签约');
  });
  it('is told how many runs are left out already, when one more cannot be', () => {
    const said = trouble(problem('standing-order.not-possible', 422, { reasons: [{ code: 'standing-skips-full', params: { count: 3 } }] }))?.text;
    expect(said).toBe('现在不能办理这项签约或变更。前面已经跳过\u00a03\u00a0次，不能再多跳过；其中一次过去以后可以再跳过，也可以先暂停。');
  });
  it('finds an order that has moved on meanwhile', () => {
    expect(trouble(problem('standing-order.not-possible', 409, { reasons: [{ code: 'standing-unknown' }] }))?.text).toBe('这项签约刚刚有变化，已按最新的显示，请再看一遍。');
    expect(trouble(problem('request.not-found', 404))?.kind).toBe('changed');
  });
});
