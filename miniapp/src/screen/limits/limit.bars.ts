import type { EstimateReply, LimitLine } from '@anju/shared/contract';
import { THIN, wanFigure } from '../../texts/format.ts';
import { limitTexts } from '../../texts/loan.ts';
import { calculatorFields, calculatorTexts } from '../../texts/loan-calculator.ts';
import { jointTexts } from '../../texts/loan-case.ts';

/** What the bars are drawn from: the phone's own result, or the service's answer. */
export type Limited = Pick<EstimateReply, 'limits' | 'binding'>;

/** Limits that let through or not, rather than set an amount. */
const CONDITIONS: readonly LimitLine['limit'][] = ['contribution-months', 'age-term', 'loan-count'];
const isCondition = (line: LimitLine): boolean => CONDITIONS.includes(line.limit);

export interface LimitBar {
  readonly line: LimitLine;
  readonly title: string;
  readonly text: string;
  /** 0 to 1; null: a condition, or no source gave it. */
  readonly share: number | null;
  readonly binding: boolean;
  /** Past its validity, or told otherwise elsewhere. */
  readonly flags: readonly string[];
}

/** So begins the sentence of a limit whose rule is known and whose figure nobody has given; the figure is named next. */
const NOT_FILLED_IN = /^没有填写(.+?)，/;
/** Where the form calls it otherwise. */
const FIELD_NAMES: Readonly<Record<string, string>> = { '近 12 个月平均余额': calculatorFields.average };

function barText(line: LimitLine): string {
  if (line.hidden === true) return jointTexts.hidden;
  // A condition that is met lets through what the others give: nothing is known of that where they are unknown.
  if (isCondition(line) && Object.keys(line.inputs).length > 0) return line.amountFen === 0 ? calculatorTexts.notMet : calculatorTexts.met;
  if (line.amountFen === null) {
    const missing = NOT_FILLED_IN.exec(line.formula)?.[1];
    return missing === undefined ? calculatorTexts.noSource : calculatorTexts.notFilledIn(FIELD_NAMES[missing] ?? missing);
  }
  return calculatorTexts.inWan(`${wanFigure(line.amountFen)}${THIN}`);
}

/** Limits as bars on one scale; what sets an amount comes before what lets through or not. */
export function limitBars(estimate: Limited): readonly LimitBar[] {
  const amounts = estimate.limits.filter((line) => !isCondition(line)).map((line) => line.amountFen ?? 0);
  const most = Math.max(1, ...amounts);
  const ordered = [...estimate.limits.filter((line) => !isCondition(line)), ...estimate.limits.filter(isCondition)];
  return ordered.map((line) => ({
    line,
    title: limitTexts[line.limit],
    text: barText(line),
    share: isCondition(line) || line.amountFen === null ? null : line.amountFen / most,
    binding: line.limit === estimate.binding,
    flags: [...(line.expired === true ? [calculatorTexts.expired] : []), ...(line.conflict === undefined ? [] : [calculatorTexts.conflicting])],
  }));
}
