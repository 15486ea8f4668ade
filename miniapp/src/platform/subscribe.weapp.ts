import Taro from '@tarojs/taro';
import type { SubscribeAnswer, SubscribeAnswers } from './ports.ts';

const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter'];
const isAnswer = (value: unknown): value is SubscribeAnswer => typeof value === 'string' && ANSWERS.includes(value);

/**
 * Opens WeChat's panel. Must be the first call in the tap handler; at most three templates. A panel that cannot open
 * (main switch off, in the background) is no answer, and never stops what the person is doing.
 */
export async function askToSubscribe(templateIds: readonly string[]): Promise<SubscribeAnswers> {
  const tmplIds = templateIds.slice(0, 3);
  if (tmplIds.length === 0) return {};
  try {
    const reply: unknown = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] });
    const said = reply as Record<string, unknown>;
    const out: Record<string, SubscribeAnswer> = {};
    for (const id of tmplIds) {
      const answer = said[id];
      if (isAnswer(answer)) out[id] = answer;
    }
    return out;
  } catch {
    return {};
  }
}
