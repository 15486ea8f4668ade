/** What is worth guessing, and how often a day somebody may be wrong. */
export const ATTEMPT_LIMITS = { 'real-name': 10, 'counter-code': 5 } as const;
export type AttemptKind = keyof typeof ATTEMPT_LIMITS;

/** Tries that count until the day in China is over. */
export abstract class Attempts {
  /** Counts one before it is made, so that parallel tries count too; undefined when the day's are used up. */
  abstract take(kind: AttemptKind, subject: string, now: number): Promise<string | undefined>;
  /** It succeeded, or was nobody's fault. */
  abstract giveBack(attemptId: string): Promise<void>;
}
