import type { AdviceLine, Dated, EstimateReply, PrequalificationReply, Reason } from '@anju/shared/contract';
import { yuanText } from '../../texts/format.ts';
import { prequalificationTexts as texts } from '../../texts/loan-case.ts';
import { loanReasonWords } from '../../texts/loan-case-reasons.ts';
import type { WayOut } from '../../texts/loan-case-reasons.ts';
import { adviceSentence, changeWords } from '../../screen/advice/advice.words.ts';
import { amountMoved, valueOf, wanMoved, wanTyped } from '../../texts/typed.ts';
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

/** A loan that is still there or used up shuts the whole matter: however much the limits would give, nothing is lent. */
const SHUTS: readonly string[] = ['loan-running', 'loan-in-arrears', 'loan-count'];

/** The one reason why no loan can be applied for at all, to stand in place of an amount; null: there is none. */
export function shutBy(blockers: readonly Blocker[]): Blocker | null {
  return SHUTS.map((code) => blockers.find((one) => one.code === code)).find((one) => one !== undefined) ?? null;
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

/** An advice of the service, and what the person can do about it from here. */
export interface Advised {
  readonly code: string;
  readonly sentence: string;
  /** The change alone, to be named while it is tried. */
  readonly change: string;
  /** The wish with it taken in; null where it changes what the core holds. */
  readonly tried: LoanWish | null;
}

/** What belongs to the wish is tried in place; money, months and a spouse are the core's to know. */
function wishWith(wish: LoanWish, { change: { code, params = {} } }: AdviceLine): LoanWish | null {
  const of = (name: string): number => Number(params[name] ?? 0);
  switch (code) {
    case 'longer-term':
    case 'shorter-term':
      return { ...wish, term: String(of('years')) };
    case 'raise-income':
      return { ...wish, income: amountMoved(wish.income, of('moreFen')) };
    case 'pay-off-debt':
      return { ...wish, debt: amountMoved(wish.debt, -of('lessFen')) };
    case 'dearer-home':
      return { ...wish, price: wanMoved(wish.price, of('moreFen')) };
    default:
      return null;
  }
}

/** The advice as sentences; what this phone has no words for is left out. */
export function advisedOf(estimate: EstimateReply, wish: LoanWish): readonly Advised[] {
  return estimate.advice
    .map((line) => ({ code: line.change.code, sentence: adviceSentence(line, line.effectFen, estimate.amountFen ?? 0), change: changeWords(line), tried: wishWith(wish, line) }))
    .filter(({ change }) => change !== '');
}

/** Whether the person is a woman: by the last but one digit of a resident's number, which a masked one still shows; null for other papers. */
export function isWoman(maskedIdNumber: string | undefined): boolean | null {
  const digit = /^\d{4}\*{10}\d{2}(\d)[\dX]$/.exec(maskedIdNumber ?? '')?.[1];
  return digit === undefined ? null : Number(digit) % 2 === 0;
}

/** Whose retirement is asked about, and whether it is the person's own to say. */
export interface RetirementAsked {
  readonly title: string;
  readonly lead: string;
  readonly choose: boolean;
}

/** @param partnerName the spouse who joined, masked; null when one counts alone @param woman null: not known of the person */
export function retirementAsked(partnerName: string | null, woman: boolean | null): RetirementAsked {
  if (partnerName === null) return { title: texts.retirement, lead: texts.retirementLead, choose: true };
  // Of two that nobody can tell apart the choice is left to each one's own phone.
  if (woman === null) return { title: texts.retirement, lead: texts.retirementLead, choose: false };
  return woman
    ? { title: texts.retirementOwn, lead: texts.retirementLead, choose: true }
    : { title: texts.retirementOf(partnerName), lead: `${texts.retirementLead}${texts.retirementTheirs(partnerName)}`, choose: false };
}
