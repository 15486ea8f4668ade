/** Why a figure is not money: the rule it broke, never the text itself (it may be a person's). */
export type MoneyRule = 'not-an-amount' | 'too-many-decimals' | 'out-of-range' | 'not-an-integer' | 'division-by-zero';

/** Thrown when something that is not an exact amount asks to become one. */
export class MoneyError extends Error {
  override readonly name = 'MoneyError';
  readonly rule: MoneyRule;
  constructor(rule: MoneyRule) {
    super(`money: ${rule}`);
    this.rule = rule;
  }
}
