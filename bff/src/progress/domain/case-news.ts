import type { Reason } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';
import { mayMove, rankOf, STAGE_PATH } from '@anju/shared/progress';
import type { CaseRecord, WithdrawalCase } from './withdrawal-case.ts';
import { isLive } from './withdrawal-case.ts';

/** What was learnt of a case: from the core's answer to a call of ours, or by reading the case after an event. */
export interface CaseNews {
  readonly stage: CaseStage;
  /** Absent when the core refused the application and so keeps no case. */
  readonly coreCaseNo?: string;
  readonly record?: CaseRecord;
  readonly refusal?: Reason;
}

export interface CaseMove {
  readonly next: WithdrawalCase;
  /** Stages that are newly behind or under the case, in order, with their moment; each is told and kept once. */
  readonly reached: readonly { readonly stage: CaseStage; readonly at: Date }[];
}

/**
 * Takes news in. A case never moves back: news that may not follow the present stage (late, repeated) changes nothing. A core that
 * decides at once skips stages; those it passed are reached all the same, in order.
 */
export function takeNews(one: WithdrawalCase, news: CaseNews, now: Date): CaseMove | undefined {
  const moves = mayMove(one.stage, news.stage);
  if (!moves && news.stage !== one.stage) return undefined;
  const live = isLive(news.stage);
  const link = news.coreCaseNo === undefined && one.coreCaseNo === null ? 'closed' : 'held';
  const next: WithdrawalCase = {
    ...one,
    stage: news.stage,
    link,
    coreCaseNo: news.coreCaseNo ?? one.coreCaseNo,
    record: news.record ?? one.record,
    refusal: news.refusal ?? (live ? null : one.refusal),
    wish: null,
    updatedAt: now,
  };
  return { next, reached: moves ? reachedStages(one.stage, news, now) : [] };
}

function reachedStages(from: CaseStage, news: CaseNews, now: Date): CaseMove['reached'] {
  const momentOf = (stage: CaseStage): string | undefined =>
    stage === 'paid' ? news.record?.paidAt : news.record?.desks.find((desk) => desk.stage === stage)?.doneAt;
  const onPath = STAGE_PATH.indexOf(news.stage) >= 0;
  const passed = STAGE_PATH.filter((stage) => {
    if (stage === news.stage || stage === 'paid' || rankOf(stage) <= rankOf(from)) return false;
    return onPath ? rankOf(stage) < rankOf(news.stage) : momentOf(stage) !== undefined;
  });
  // A stage the core gives no moment for (a refusal) is not earlier than what the core has told of before it.
  const latest = Math.max(now.getTime(), ...(news.record?.desks ?? []).map((desk) => Date.parse(desk.doneAt ?? '') || 0));
  return [...passed, news.stage].map((stage) => {
    const moment = momentOf(stage);
    return { stage, at: new Date(moment ?? latest) };
  });
}

/** The core closed the old request number without having seen it: the same wish goes out under a new one. */
export function renumbered(one: WithdrawalCase, requestNo: string, now: Date): WithdrawalCase {
  return { ...one, link: 'to-send', attempt: one.attempt + 1, requestNo, updatedAt: now };
}
