import type { Reason } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';
import { mayMove, rankOf, stagePathOf } from '@anju/shared/progress';
import type { CaseRecord, ServiceCase } from './service-case.ts';
import { isLive } from './service-case.ts';

/** What was learnt of a case: from the core's answer to a call of ours, or by reading the case after an event. */
export interface CaseNews {
  readonly stage: CaseStage;
  /** Absent when the core refused the application and so keeps no case. */
  readonly coreCaseNo?: string;
  /** Where the core's own figure counts: what a prepayment comes to with its interest, the balance that a closing withdrawal pays. */
  readonly amountFen?: number;
  readonly record?: CaseRecord;
  readonly refusal?: Reason;
}

export interface CaseMove {
  readonly next: ServiceCase;
  /** Stages that are newly behind or under the case, in order, with their moment; each is told and kept once. */
  readonly reached: readonly { readonly stage: CaseStage; readonly at: Date }[];
}

/**
 * Takes news in. A case never moves back: news that may not follow the present stage (late, repeated) changes nothing. A core that
 * decides at once skips stages; those it passed are reached all the same, in order.
 */
export function takeNews(one: ServiceCase, news: CaseNews, now: Date): CaseMove | undefined {
  const moves = mayMove(one.stage, news.stage);
  if (!moves && news.stage !== one.stage) return undefined;
  const live = isLive(news.stage);
  const link = news.coreCaseNo === undefined && one.coreCaseNo === null ? 'closed' : 'held';
  const next: ServiceCase = {
    ...one,
    stage: news.stage,
    link,
    coreCaseNo: news.coreCaseNo ?? one.coreCaseNo,
    amountFen: news.amountFen ?? one.amountFen,
    record: news.record ?? one.record,
    refusal: news.refusal ?? (live ? null : one.refusal),
    wish: keepsWish(one, news.stage) ? one.wish : null,
    updatedAt: now,
  };
  return { next, reached: moves ? reachedStages(one, news, now) : [] };
}

/** A withdrawal may still be refused, or its money come back: what was asked for is needed to hand it in again. */
const keepsWish = ({ wish }: ServiceCase, stage: CaseStage): boolean => wish !== null && wish.matter === undefined && stage !== 'cancelled';

/** Stages that are reached when the waiting begins; every other one is reached when its desk has done its part. */
export const WAITING_STAGES: readonly CaseStage[] = ['signing', 'mortgage'];

function reachedStages({ stage: from, route }: ServiceCase, news: CaseNews, now: Date): CaseMove['reached'] {
  const momentOf = (stage: CaseStage): string | undefined => {
    const desk = news.record?.desks.find((one) => one.stage === stage);
    if (stage === 'paid') return news.record?.paidAt ?? desk?.doneAt;
    return WAITING_STAGES.indexOf(stage) >= 0 ? desk?.startedAt : desk?.doneAt;
  };
  const path = stagePathOf(route);
  const onPath = path.indexOf(news.stage) >= 0;
  const passed = path.filter((stage) => {
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
export function renumbered(one: ServiceCase, requestNo: string, now: Date): ServiceCase {
  return { ...one, link: 'to-send', attempt: one.attempt + 1, requestNo, updatedAt: now };
}
