import { addDays, chinaDateOf } from '@anju/shared/calendar';
import type { StandingOrder, StandingRun } from '@anju/shared/contract';
import { dayOfYear } from '../../texts/format.ts';
import { OFFSET_RUN } from '../../texts/routes.ts';
import { stageTone, stageWord } from '../../texts/stages.ts';
import { nextTexts, standingTexts } from '../../texts/standing-order.ts';
import type { Tone } from '../../ui/tag.tsx';

type Yuan = (fen: number) => string;

const YEAR_DAYS = 366;

/** The first such day of the month after the day of `asOf` in China. */
export function firstRunOn(day: number, asOf: string): string {
  const today = chinaDateOf(Date.parse(asOf));
  for (let ahead = 1; ahead < YEAR_DAYS; ahead += 1) {
    const date = addDays(today, ahead);
    if (Number(date.slice(8)) === day) return date;
  }
  return today;
}

/** The days ahead on which nothing runs since the person left them out, as the core tells them; null: none, or no run comes at all. */
export function skippedSentence({ state, skipped = [] }: StandingOrder, asOf: string): string | null {
  return state !== 'running' || skipped.length === 0 ? null : nextTexts.skippedOn(skipped.map((day) => dayOfYear(day, Date.parse(asOf))));
}

/** One sentence, in pieces that stay together: when the next run is, how much from where to where; or that none comes. */
export function nextSentence(order: StandingOrder, asOf: string, yuan: Yuan): readonly string[] {
  if (order.state === 'ended') return [nextTexts.ended];
  if (order.state === 'paused') return [nextTexts.paused(order.day, (order.skipped ?? []).map((day) => dayOfYear(day, Date.parse(asOf))))];
  if (order.next === null) return [standingTexts.nextUnknown];
  const { on, expectedFen } = order.next;
  const day = dayOfYear(on, Date.parse(asOf));
  if (order.kind === 'offset') return expectedFen === null ? nextTexts.offsetLater(day) : nextTexts.offset(day, yuan(expectedFen));
  const card = order.card === null ? nextTexts.anyCard : nextTexts.bankCard(order.card.bank, order.card.tail);
  const what = nextTexts.what[order.kind];
  return expectedFen === null ? nextTexts.monthlyLater(day, card, what) : nextTexts.monthly(day, yuan(expectedFen), card, what);
}

/** Whether the balance suffices, and what happens when it does not; null where no run comes. */
export function enoughSentence({ state, kind, next }: StandingOrder): { readonly text: string; readonly short: boolean } | null {
  if (state !== 'running' || next === null) return null;
  if (!next.enough) return { text: kind === 'offset' ? nextTexts.short.offset : nextTexts.short.other, short: true };
  return { text: next.expectedFen === null ? nextTexts.toBeSeen : nextTexts.enough, short: false };
}

export interface RunLine {
  readonly day: string;
  readonly word: string;
  readonly tone: Tone;
  /** null: nothing was moved, or it is not known. */
  readonly amountFen: number | null;
  readonly caseId: string | null;
}

const NOTHING_MOVED: readonly StandingRun['state'][] = ['skipped', 'waiting', 'refused', 'cancelled'];

/** One run in the list: a run of the offset ends in the loan and not on a card. */
export function runLine(kind: StandingOrder['kind'], run: StandingRun, asOf: string): RunLine {
  const matter = kind === 'offset' ? OFFSET_RUN : kind;
  const { state } = run;
  return {
    day: dayOfYear(run.on, Date.parse(asOf)),
    word: state === 'skipped' || state === 'waiting' ? standingTexts[state] : stageWord(state, matter),
    tone: state === 'skipped' ? 'plain' : state === 'waiting' ? 'attention' : stageTone(state, matter),
    amountFen: NOTHING_MOVED.includes(state) ? null : run.amountFen,
    caseId: run.caseId ?? null,
  };
}
