import type { Dated, EstimateReply, PrequalificationReply, Reason } from '@anju/shared/contract';
import { wanFigure, yuanText } from '../../texts/format.ts';
import { prequalificationTexts as texts } from '../../texts/loan-case.ts';
import { loanReasonWords } from '../../texts/loan-case-reasons.ts';
import type { WayOut } from '../../texts/loan-case-reasons.ts';
import { valueOf, wanTyped } from '../../texts/typed.ts';
import { yearsOf } from './loan.wish.ts';
import type { LoanWish } from './loan.wish.ts';

/** The amount at the head: what can be borrowed, or, while a limit is unknown, what it cannot exceed. */
export interface Headline {
  readonly label: string;
  readonly fen: number | null;
  /** An amount that can be applied for. */
  readonly most: number;
}

export function headlineOf(estimate: EstimateReply, together: boolean): Headline {
  const whole = estimate.complete && estimate.amountFen !== null;
  const fen = whole ? estimate.amountFen : estimate.atMostFen;
  const label = !whole ? texts.notMore : together ? texts.mostTogether : texts.most;
  // A loan is applied for in whole yuan.
  return { label, fen, most: Math.floor((fen ?? 0) / 100) * 100 };
}

const FEN_OF_WAN = 1_000_000;

/** The house in one line: 200 万元 · 首套 · 新房 · 30 年. */
export function wishLine(wish: LoanWish): string {
  const price = `${String((valueOf(wanTyped(wish.price)) ?? 0) / FEN_OF_WAN)} ${texts.wan}`;
  const years = yearsOf(wish);
  return texts.summary([price, texts.orders[wish.order], texts.kinds[wish.kind], years === null ? texts.longest : texts.years(years)]);
}

/** 27 年, or 27 年 6 个月 as years and months. */
export function termText(months: number): string {
  return months % 12 === 0 ? texts.years(months / 12) : `${texts.years(Math.floor(months / 12)).replace(/\s*年$/, '')} 年 ${months % 12} 个月`;
}

export interface Blocker {
  readonly code: string;
  readonly sentence: string;
  readonly way: WayOut;
  /** The case that is in the way. */
  readonly caseId?: string;
}

function caseOf({ params }: Reason): { readonly caseId?: string } {
  const caseId = params?.['caseId'];
  return typeof caseId === 'string' ? { caseId } : {};
}

/** What stands in the way, each once, with its way out. @param runningCaseId a pre-application on its way: the page tells of it by itself */
export function blockersOf(reasons: readonly Reason[], runningCaseId?: string): readonly Blocker[] {
  const blockers = reasons
    .map((reason) => ({ code: reason.code, ...loanReasonWords(reason), ...caseOf(reason) }))
    .filter((one) => one.way !== 'case' || runningCaseId === undefined);
  return blockers.filter((one, at) => blockers.findIndex((other) => other.sentence === one.sentence) === at);
}

/** Both answers when a woman's category is unknown, one sentence each. */
export function categorySentences(estimate: EstimateReply): readonly string[] {
  return (estimate.byCategory ?? []).flatMap((one) =>
    one.category === 'M60' || one.amountFen === null ? [] : [texts.byCategory(texts.retirementChoices[one.category], yuanText(one.amountFen), termText(one.termMonths))],
  );
}

/** The value a page shows and its moment, or null when nothing is known. */
export function knownOf<T>(dated: Dated<T>): { readonly value: T; readonly asOf: string; readonly stale: boolean } | null {
  return dated.state === 'unknown' ? null : { value: dated.value, asOf: dated.asOf, stale: dated.state === 'stale' };
}

/** Whether the way on to a pre-application is open. */
export function mayApply(reply: PrequalificationReply): boolean {
  const known = knownOf(reply.estimate);
  return known !== null && !known.stale && reply.blockers.length === 0 && reply.runningCaseId === undefined && headlineOf(known.value, false).most > 0;
}

export const aboutWan = (fen: number): string => texts.about(`${wanFigure(fen)} ${texts.wan}`);
