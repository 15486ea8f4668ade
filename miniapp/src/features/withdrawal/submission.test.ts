import type { ProblemCode, ProblemField } from '@anju/shared/contract';
import { ApiProblem } from '../../api/problem.ts';
import { TransportFailure } from '../../platform/ports.ts';
import { endOf } from './submission.ts';

describe('what a failed submission means', () => {
  const problem = (code: ProblemCode, status: number, fields: readonly ProblemField[] = []) => new ApiProblem({ type: 'about:blank', title: '', status, code, requestId: 'r', fields });
  it('a material that is gone is asked for again, not only refused', () => {
    expect(endOf(problem('withdrawal.file-missing', 422))).toMatchObject({ kind: 'trouble', trouble: { kind: 'materials' } });
  });
  it('a home that is not on the register any more is a change: the form is asked for again', () => {
    const naming = (field: string, rule: string) => endOf(problem('request.invalid', 400, [{ field, rule, message: '' }]));
    for (const rule of ['choice', 'not-asked']) expect(naming('answers.registeredHome', rule)).toEqual({ kind: 'trouble', trouble: { kind: 'changed', text: expect.stringContaining('房子有变化') } });
    expect(naming('amountFen', 'minimum')).toMatchObject({ trouble: { kind: 'refused' } });
  });
  it('no answer leaves it open, and says that pressing again does nothing twice', () => {
    expect(endOf(new TransportFailure('timeout'))).toMatchObject({ trouble: { kind: 'unsure' } });
    expect(endOf(problem('internal', 500))).toMatchObject({ trouble: { kind: 'unsure' } });
  });
  it('a face that has run out is asked for', () => {
    expect(endOf(problem('identity.step-up-needed', 403))).toEqual({ kind: 'be-seen' });
  });
});
