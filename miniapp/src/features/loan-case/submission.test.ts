import type { ProblemCode } from '@anju/shared/contract';
import { ApiProblem } from '../../api/problem.ts';
import { TransportFailure } from '../../platform/ports.ts';
import { seenLately, sendPatiently } from '../../api/patience.ts';
import { endOf } from './submission.ts';

const problem = (code: ProblemCode, status: number, part: object = {}): ApiProblem => new ApiProblem({ type: '', title: '', status, code, requestId: '', ...part });
const trouble = (error: unknown) => {
  const end = endOf(error);
  return end.kind === 'trouble' ? end.trouble : null;
};

describe('a submission that did not come through', () => {
  it('asks to be seen when that is what is missing', () => {
    expect(endOf(problem('identity.step-up-needed', 403))).toEqual({ kind: 'be-seen' });
  });
  it('may have been taken in when no answer came', () => {
    expect(trouble(new TransportFailure('timeout'))?.kind).toBe('unsure');
    expect(trouble(problem('core.unreachable', 503))?.kind).toBe('unsure');
  });
  it('leads to the case that is in the way', () => {
    expect(trouble(problem('loan.case-running', 409, { reasons: [{ code: 'case-running', params: { caseId: 'k7' } }] }))).toMatchObject({ kind: 'running', caseId: 'k7' });
  });
  it('says that the figures are others now, with every reason once', () => {
    const said = trouble(problem('loan.amount-above-limit', 422, { reasons: [{ code: 'amount-above-limit', params: { maxFen: 90_000_000 } }, { code: 'amount-above-limit', params: { maxFen: 90_000_000 } }] }));
    expect(said?.kind).toBe('changed');
    expect(said?.text.split('900,000.00').length).toBe(2);
  });
  it('tells when the spouse has left meanwhile', () => {
    expect(trouble(problem('loan.partner-missing', 409))).toMatchObject({ kind: 'changed', text: expect.stringContaining('配偶刚刚退出') });
  });
});

describe('sending', () => {
  it('waits while the same wish is still being worked on', async () => {
    const waits: number[] = [];
    let turns = 0;
    const answer = await sendPatiently(
      async () => {
        turns += 1;
        if (turns < 3) throw problem('idempotency.running', 409, { retryAfter: 2 });
        return 'case';
      },
      async (ms) => void waits.push(ms),
    );
    expect([answer, waits]).toEqual(['case', [2000, 2000]]);
  });
  it('gives up in the end, and at once on any other no', async () => {
    let turns = 0;
    const send = async (code: ProblemCode): Promise<never> => {
      turns += 1;
      throw problem(code, 409);
    };
    await expect(sendPatiently(() => send('idempotency.running'), async () => undefined)).rejects.toThrow('idempotency.running');
    expect(turns).toBe(6);
    turns = 0;
    await expect(sendPatiently(() => send('loan.case-running'), async () => undefined)).rejects.toThrow('loan.case-running');
    expect(turns).toBe(1);
  });
});

describe('having been seen', () => {
  const until = '2026-11-21T01:00:00.000Z';
  const identity = { level: 'face' as const, faceUntil: until, stepUp: 'face' as const, tasks: [] };
  it('holds until shortly before its end', () => {
    expect(seenLately(identity, Date.parse(until) - 10_001)).toBe(true);
    expect(seenLately(identity, Date.parse(until) - 10_000)).toBe(false);
    expect(seenLately(null, 0)).toBe(false);
  });
});
