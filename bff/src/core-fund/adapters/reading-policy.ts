import { BrokenCircuitError, bulkhead, BulkheadRejectedError, circuitBreaker, ConsecutiveBreaker, handleWhenResult, wrap } from 'cockatiel';
import type { CircuitBreakerPolicy, IPolicy } from 'cockatiel';
import type { LineAnswer } from './core-line.ts';

const READS_AT_ONCE = 64;
const READS_WAITING = 256;
const SILENCES_UNTIL_OPEN = 5;
/** The core is tried again this soon, so that an open screen renews itself within its five seconds. */
const HALF_OPEN_AFTER_MS = 2000;
const PAUSE_MS = 80;
/** With less than this left a second try cannot be answered. */
const LEAST_FOR_REPEAT_MS = 250;

const isSilence = (answer: unknown): boolean => (answer as LineAnswer).kind === 'silence';

/**
 * What stands between many readers and one core: not too many at once, none while the core is silent, one repeat within the
 * same deadline. Only for calls that read.
 */
export class ReadingPolicy {
  private readonly breaker: CircuitBreakerPolicy;
  private readonly guarded: IPolicy;
  private state: 'open' | 'closed' = 'closed';

  constructor(private readonly changed: (state: 'open' | 'closed') => void) {
    this.breaker = circuitBreaker(handleWhenResult(isSilence), { halfOpenAfter: HALF_OPEN_AFTER_MS, breaker: new ConsecutiveBreaker(SILENCES_UNTIL_OPEN) });
    // a failed trial opens it again; that is no news
    this.breaker.onBreak(() => this.turn('open'));
    this.breaker.onReset(() => this.turn('closed'));
    this.guarded = wrap(bulkhead(READS_AT_ONCE, READS_WAITING), this.breaker);
  }

  /** `now` is in milliseconds; each try gets what is left of the budget, the time it waited for its turn taken off. */
  async read(budgetMs: number, now: () => number, attempt: (leftMs: number) => Promise<LineAnswer>): Promise<LineAnswer> {
    const endsAt = now() + budgetMs;
    // a clock that was set back gives nobody more time
    const left = (): number => Math.min(budgetMs, endsAt - now());
    const first = await this.guardedTry(left, attempt);
    if (first.kind === 'reply' || first.refused || left() < LEAST_FOR_REPEAT_MS + PAUSE_MS) return first.answer;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    return (await this.guardedTry(left, attempt)).answer;
  }

  private turn(state: 'open' | 'closed'): void {
    if (state === this.state) return;
    this.state = state;
    this.changed(state);
  }

  private async guardedTry(left: () => number, attempt: (leftMs: number) => Promise<LineAnswer>): Promise<{ kind: LineAnswer['kind']; answer: LineAnswer; refused: boolean }> {
    try {
      const answer = await this.guarded.execute(() => attempt(left()));
      return { kind: answer.kind, answer, refused: false };
    } catch (error) {
      if (!(error instanceof BrokenCircuitError) && !(error instanceof BulkheadRejectedError)) throw error;
      return { kind: 'silence', answer: { kind: 'silence', reason: 'connection' }, refused: true };
    }
  }
}
