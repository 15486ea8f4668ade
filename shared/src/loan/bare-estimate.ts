import { fen } from '../money/index.ts';
import { figureOn, loanRateOn, loanRatesOn } from '../policy/index.ts';
import type { CentrePack, PolicySource } from '../policy/index.ts';
import { account, ageTerm, cityCap, contributionMonths, priceShare, repaymentAbility } from './limits.ts';
import type { Limit } from './limits.ts';
import { scheduleSummary } from './schedule.ts';
import { termOf } from './term.ts';
import type { Term } from './term.ts';
import { unknowns } from './texts/estimate.texts.ts';
import type { BareEstimate, Estimate, EstimateCase, EstimateInput, LimitLine, LimitName } from './estimate-input.ts';

function instalmentsOf(amountFen: number | null, annualRateMillionths: number, months: number): Estimate['instalments'] {
  if (amountFen === null || amountFen === 0 || months === 0) return null;
  const terms = { principalFen: amountFen, annualRateMillionths, months };
  return {
    equalInstalment: scheduleSummary({ ...terms, method: 'equal-instalment' }),
    equalPrincipal: scheduleSummary({ ...terms, method: 'equal-principal' }),
  };
}

/** The least of the known limits; a limit that forbids goes before one that merely comes to nothing. */
function leastOf(lines: readonly LimitLine[]): { amountFen: number | null; limit: LimitName | null } {
  let amountFen: number | null = null;
  let limit: LimitName | null = null;
  for (const line of lines) {
    if (line.amountFen !== null && (amountFen === null || line.amountFen < amountFen)) {
      amountFen = line.amountFen;
      limit = line.limit;
    }
  }
  return { amountFen, limit };
}

function distinctSources(sources: readonly PolicySource[]): readonly PolicySource[] {
  return sources.filter((source, at) => sources.findIndex((other) => other.title === source.title) === at);
}

function unknownsOf(input: EstimateInput, pack: CentrePack, limits: readonly Limit[]): readonly string[] {
  const ability = pack.loan.repaymentShare === undefined ? [unknowns.ability] : [];
  const rounding = figureOn(pack.loan.roundDownTo, input.asOf) === undefined ? [unknowns.rounding] : [];
  return [...limits.flatMap((limit) => limit.unknown), ...pack.loan.unknownUplifts, ...ability, ...rounding];
}

const hasLine = (lines: readonly LimitLine[], limit: LimitName): boolean => lines.some((line) => line.limit === limit);

/** Months and age forbid or let through; they do not set an amount. */
function mayBind(line: LimitLine): boolean {
  return (line.limit !== 'contribution-months' && line.limit !== 'age-term') || line.amountFen === 0;
}

function limitsOf(estimateCase: EstimateCase, term: Term, rateMillionths: number): readonly Limit[] {
  const cap = cityCap(estimateCase);
  const capFen = cap?.line.amountFen ?? null;
  return [
    contributionMonths(estimateCase, capFen),
    ageTerm(term, capFen),
    account(estimateCase, term),
    repaymentAbility(estimateCase, term, rateMillionths),
    priceShare(estimateCase),
    cap,
  ].filter((limit) => limit !== null);
}

/** The quota of one case without advice. */
export function bareEstimate(input: EstimateInput, pack: CentrePack): BareEstimate {
  const term = termOf(input);
  const months = term.years * 12;
  const rateMillionths = loanRateOn(input.asOf, input.house.order, Math.max(1, months)) ?? 0;
  const limits = limitsOf({ input, pack }, term, rateMillionths);
  const lines = limits.map((limit) => limit.line);
  const least = leastOf(lines.filter(mayBind));
  const everyRule = hasLine(lines, 'city-cap') && hasLine(lines, 'account') && hasLine(lines, 'price-share');
  const open = !everyRule || lines.some((line) => line.amountFen === null);
  const complete = least.amountFen === 0 || !open;
  const rates = loanRatesOn(input.asOf);
  const step = figureOn(pack.loan.roundDownTo, input.asOf)?.value ?? 1;
  const amountFen = least.amountFen === null ? null : fen(Math.floor(least.amountFen / step) * step);
  return {
    amountFen,
    complete,
    termMonths: months,
    annualRateMillionths: rateMillionths,
    binding: complete ? least.limit : null,
    limits: lines,
    instalments: instalmentsOf(amountFen, rateMillionths, months),
    policy: {
      centre: pack.centre,
      version: pack.version,
      effectiveFrom: pack.effectiveFrom,
      checkedOn: pack.checkedOn,
      sources: distinctSources([...lines.map((line) => line.source), ...(rates === null ? [] : [rates.source])]),
    },
    unknown: unknownsOf(input, pack, limits),
  };
}
