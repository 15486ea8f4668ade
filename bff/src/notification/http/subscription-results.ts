import type { ValidationOptions } from 'class-validator';
import { ValidateBy } from 'class-validator';

const ANSWERS = ['accept', 'reject', 'ban', 'filter'];
const MOST = 10;

function areResults(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length <= MOST && entries.every(([id, answer]) => id.length <= 64 && typeof answer === 'string' && ANSWERS.includes(answer));
}

/** A map from template id to WeChat's answer. */
export const IsSubscriptionResults = (options?: ValidationOptions): PropertyDecorator =>
  ValidateBy({ name: 'isSubscriptionResults', validator: { validate: areResults, defaultMessage: () => 'results must map template ids to accept, reject, ban or filter' } }, options);
