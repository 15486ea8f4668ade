import { TransportFailure } from '../platform/ports.ts';
import { problemTexts } from '../texts/problems.ts';
import { stateTexts } from '../texts/states.ts';
import { failureKind } from './failure.ts';
import { ApiProblem, problemOf } from './problem.ts';
import { fieldMessageOf, messageOf } from './problem-message.ts';
import { arrived, failed, LOADING } from './query-state.ts';

const no = (status: number, code: string, more: object = {}) => new ApiProblem({ ...problemOf(status, '{}'), status, ...more, code: code as never });

describe('words for every no', () => {
  test.each(Object.entries(problemTexts))('%s is told as a sentence, without codes', (_, sentence) => {
    expect(sentence).toMatch(/。$/);
    expect(sentence).not.toMatch(/[a-z]{3,}\.|[,;:!?]/);
    expect(sentence.length).toBeLessThan(60);
  });
  test('a code this app does not know uses the words that came with it, or a plain sentence', () => {
    expect(messageOf(no(422, 'future.code', { detail: '请先更新后再试。' }))).toBe('请先更新后再试。');
    expect(messageOf(no(422, 'future.code'))).toBe(problemTexts.internal);
  });
  test('no network and too late have their own words, anything else a plain sentence', () => {
    expect(messageOf(new TransportFailure('offline'))).toContain('网络');
    expect(messageOf(new TransportFailure('timeout'))).toContain('不会重复提交');
    expect(messageOf(new Error('x'))).toBe(problemTexts.internal);
  });
  test('a field’s words are found by its path', () => {
    const error = no(400, 'request.invalid', { fields: [{ field: 'amountFen', rule: 'max', message: '太大' }] });
    expect(fieldMessageOf(error, 'amountFen')).toBe('太大');
    expect(fieldMessageOf(error, 'name')).toBeUndefined();
    expect(fieldMessageOf(new Error('x'), 'name')).toBeUndefined();
  });
});

describe('kinds of failure', () => {
  test.each([
    [no(503, 'core.unreachable'), 'core-down'],
    [no(401, 'session.expired'), 'session-ended'],
    [no(401, 'session.missing'), 'session-ended'],
    [no(403, 'identity.not-verified'), 'not-bound'],
    [no(403, 'identity.step-up-needed'), 'step-up'],
    [no(403, 'identity.counter-code-needed'), 'no-permission'],
    [no(404, 'request.not-found'), 'not-found'],
    [no(422, 'withdrawal.ineligible'), 'refused'],
    [no(409, 'case.state-conflict'), 'refused'],
    [no(500, 'internal'), 'error'],
    [new TransportFailure('offline'), 'offline'],
    [new TransportFailure('timeout'), 'timeout'],
    [new Error('x'), 'error'],
  ] as const)('%s is told apart as %s', (error, kind) => {
    expect(failureKind(error)).toBe(kind);
    expect(stateTexts[kind].sentences.length).toBeGreaterThan(0);
  });
  test('a reply that is no problem gets a code by its status', () => {
    expect(problemOf(401, '<html>').code).toBe('session.missing');
    expect(problemOf(413, '').code).toBe('request.too-large');
    expect(problemOf(429, '[]').code).toBe('request.too-many');
    expect(problemOf(500, 'null').code).toBe('internal');
  });
});

describe('an earlier value', () => {
  const before = arrived({ balance: 1 }, 1000);
  test.each(['offline', 'timeout', 'core-down', 'error'] as const)('stays with its time when %s', (why) => {
    expect(failed(before, why, null)).toMatchObject({ state: 'stale', value: { balance: 1 }, at: 1000, why });
  });
  test.each(['session-ended', 'not-bound', 'no-permission', 'not-found'] as const)('goes when %s: it may not be this person’s any more', (why) => {
    expect(failed(before, why, null)).toMatchObject({ state: 'failed', value: null });
  });
  test('is never made up: without one a failure has no value', () => {
    expect(failed<number>(LOADING, 'core-down', null)).toMatchObject({ state: 'failed', value: null, at: null });
  });
});
