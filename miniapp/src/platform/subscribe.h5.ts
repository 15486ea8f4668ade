import type { SubscribeAnswers } from './ports.ts';

/** A browser has no subscription messages; the notice comes by SMS and in the inbox. */
export function askToSubscribe(_templateIds: readonly string[]): Promise<SubscribeAnswers> {
  return Promise.resolve({});
}
