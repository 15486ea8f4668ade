import type { LineAnswer } from './core-line.ts';
import { ReadingPolicy } from './reading-policy.ts';

const REPLY = { kind: 'reply', reply: { head: { JYDM: 'x', QQLSH: 'x', XYM: '000000', XYSJ: 'x' }, body: {} } } as const satisfies LineAnswer;
const SILENCE = { kind: 'silence', reason: 'timeout' } as const satisfies LineAnswer;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the policy of reading calls', () => {
  let at = 0;
  const now = (): number => at;
  const policy = new ReadingPolicy(() => undefined);
  beforeEach(() => {
    at = 1_000_000;
  });

  test('the time a read waited for its turn is taken off its deadline', async () => {
    let free = (): void => undefined;
    const busy = new Promise<void>((resolve) => {
      free = resolve;
    });
    const others = Array.from({ length: 64 }, () => policy.read(2500, now, () => busy.then(() => REPLY)));
    const given: number[] = [];
    const waiting = policy.read(2500, now, async (leftMs) => {
      given.push(leftMs);
      return REPLY;
    });
    await pause(10);
    expect(given).toEqual([]);
    at += 2000;
    free();
    await Promise.all([...others, waiting]);
    expect(given).toEqual([500]);
  });

  test('a clock that was set back gives a repeat no more than the whole budget', async () => {
    const given: number[] = [];
    await policy.read(2500, now, async (leftMs) => {
      given.push(leftMs);
      at -= 3_600_000;
      return given.length === 1 ? SILENCE : REPLY;
    });
    expect(given).toEqual([2500, 2500]);
  });

  test('with too little left there is no repeat', async () => {
    let tries = 0;
    const answer = await policy.read(2500, now, async () => {
      tries += 1;
      at += 2300;
      return SILENCE;
    });
    expect([answer.kind, tries]).toEqual(['silence', 1]);
  });
});
