import type { CentrePack, PolicySource } from '../policy/index.ts';
import { loanRatesOn, retirementCategories } from '../policy/index.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assess.ts';
import { isOpen, lineOf, openSentences } from './limit.ts';
import type { Limit } from './limit.ts';
import { inOrder } from './limits.ts';
import { leastDownPayment } from './limits-price.ts';
import { expiredSentences } from './limits-rule.ts';
import type { AnyRule } from './limits-rule.ts';
import { withCategory } from './loan-case.ts';
import { scheduleSummary } from './schedule.ts';
import { SCHEDULE_LIMITS } from './schedule-input.ts';
import { openTexts } from './texts/open.texts.ts';
import type { BareEstimate, CategoryAnswer, Estimate, EstimateInput } from './estimate-input.ts';

/** None where nothing is lent, and where a bound that no cap or price holds down is beyond any loan. */
function instalmentsOf(amountFen: number | null, annualRateMillionths: number, months: number): Estimate['instalments'] {
  if (amountFen === null || amountFen === 0 || amountFen > SCHEDULE_LIMITS.principalFen || months === 0) return null;
  const terms = { principalFen: amountFen, annualRateMillionths, months };
  return {
    equalInstalment: scheduleSummary({ ...terms, method: 'equal-instalment' }),
    equalPrincipal: scheduleSummary({ ...terms, method: 'equal-principal' }),
  };
}

const closed = (assessment: Assessment): readonly Limit[] => inOrder(assessment.limits).flatMap((limit) => (isOpen(limit) ? [] : [limit]));
const rulesOf = (assessment: Assessment): readonly AnyRule[] => [
  ...closed(assessment).flatMap((limit) => limit.rules),
  ...(assessment.loanCase.orderRule === null ? [] : [assessment.loanCase.orderRule]),
  ...(assessment.step === null ? [] : [assessment.step]),
];

function distinct<T>(all: readonly T[], keyOf: (one: T) => string): readonly T[] {
  return all.filter((one, at) => all.findIndex((other) => keyOf(other) === keyOf(one)) === at);
}

/** Each source once: those of the rules, of what contradicts them, of the rate. */
function sourcesOf(assessment: Assessment, rateSource: PolicySource): readonly PolicySource[] {
  const all = rulesOf(assessment).flatMap(({ figure }) => [figure.source, ...(figure.conflict === undefined ? [] : [figure.conflict.source])]);
  return distinct([...all, rateSource], (source) => source.id);
}

/** Sentences about what is open: per limit, the uplifts nobody gave amounts for, rounding; and what a pack says it looked for in vain where a main figure is missing. */
function unknownsOf(assessment: Assessment, categoryOpen: boolean): readonly string[] {
  const { limits, loanCase, step } = assessment;
  const { pack } = loanCase;
  const mainMissing = [limits.cap, limits.account, limits.price].some(isOpen);
  const all = [
    ...inOrder(limits).flatMap(openSentences),
    ...(categoryOpen ? [openTexts.categoryOpen] : []),
    ...pack.loan.unknownUplifts,
    ...(step === null ? [openTexts.roundingUnknown] : expiredSentences([step])),
    ...(loanCase.orderRule === null ? [] : expiredSentences([loanCase.orderRule])),
    ...(mainMissing ? pack.notFound : []),
  ];
  return distinct(all, (sentence) => sentence);
}

/** Both answers where a woman's category is unknown and it makes a difference; the earlier retirement is the one that was counted. */
function categoryAnswers(input: EstimateInput, pack: CentrePack, counted: Assessment): readonly CategoryAnswer[] {
  if (!input.applicants.some((one) => retirementCategories(one.sex, one.retirementCategory).length > 1)) return [];
  const later = assess(withCategory(input, 'F55'), pack);
  if (later.amountFen === counted.amountFen && later.atMostFen === counted.atMostFen && later.term.years === counted.term.years) return [];
  return [
    { category: 'F50', amountFen: counted.amountFen, termMonths: counted.term.years * 12 },
    { category: 'F55', amountFen: later.amountFen, termMonths: later.term.years * 12 },
  ];
}

function downPaymentOf(assessment: Assessment, priceFen: number): Estimate['downPayment'] {
  const least = leastDownPayment(assessment.loanCase);
  if (least === null || assessment.atMostFen === null) return null;
  return { leastFen: priceFen - assessment.atMostFen, shareMillionths: least.millionths, source: least.rule.figure.source };
}

/** The quota of one case, in words and without advice. */
export function bareEstimate(input: EstimateInput, pack: CentrePack, assessed?: Assessment): BareEstimate {
  const assessment = assessed ?? assess(input, pack);
  const { amountFen, atMostFen, complete, binding, rateMillionths, term } = assessment;
  const months = term.years * 12;
  const rates = loanRatesOn(input.asOf);
  if (rates === null) throw new RangeError('no loan rates for that day');
  const byCategory = categoryAnswers(input, pack, assessment);
  const starts = [rates.validFrom, ...rulesOf(assessment).map((rule) => rule.figure.validFrom)];
  return {
    amountFen,
    complete,
    atMostFen,
    termMonths: months,
    annualRateMillionths: rateMillionths,
    rateSource: rates.source,
    binding,
    limits: closed(assessment).map(lineOf),
    downPayment: downPaymentOf(assessment, input.house.priceFen),
    instalments: instalmentsOf(amountFen, rateMillionths, months),
    ...(byCategory.length === 0 ? {} : { byCategory }),
    policy: {
      centre: pack.centre,
      version: pack.version,
      effectiveFrom: starts.reduce((latest, start) => (start > latest ? start : latest)),
      checkedOn: pack.checkedOn,
      sources: sourcesOf(assessment, rates.source),
    },
    unknown: unknownsOf(assessment, byCategory.length > 0),
  };
}
