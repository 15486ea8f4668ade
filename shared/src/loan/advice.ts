import { addMonths } from '../calendar/index.ts';
import { figureOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { bareEstimate } from './bare-estimate.ts';
import type { AdviceLine, BareEstimate, EstimateInput } from './estimate-input.ts';

/** Months of further contribution that are tried. */
const LATER_MONTHS = 12;

interface Change {
  readonly advice: Omit<AdviceLine, 'effectFen'>;
  readonly input: EstimateInput;
}

/** The same case some months on, everybody having contributed as before. */
function later(input: EstimateInput, months: number): EstimateInput {
  return {
    ...input,
    asOf: addMonths(input.asOf, months),
    applicants: input.applicants.map((applicant) => ({
      ...applicant,
      balanceFen: applicant.balanceFen + applicant.monthlyContributionFen * months,
      contributionMonths: applicant.contributionMonths + months,
    })),
  };
}

function laterChange(input: EstimateInput, code: 'wait-for-months' | 'keep-contributing', months: number): Change {
  const changed = later(input, months);
  return { advice: { change: { code, params: { months } }, from: changed.asOf }, input: changed };
}

function changesOf(input: EstimateInput, pack: CentrePack, now: BareEstimate): readonly Change[] {
  const changes: Change[] = [];
  const needed = figureOn(pack.loan.contributionMonths, input.asOf)?.value ?? 0;
  const missing = needed - Math.max(...input.applicants.map((applicant) => applicant.contributionMonths));
  changes.push(missing > 0 ? laterChange(input, 'wait-for-months', missing) : laterChange(input, 'keep-contributing', LATER_MONTHS));
  const [first, second] = input.applicants;
  if (first !== undefined && second === undefined) {
    const { balanceFen, monthlyContributionFen } = first;
    changes.push({
      advice: { change: { code: 'spouse-joins', params: { balanceFen, monthlyContributionFen } } },
      input: { ...input, applicants: [first, first] },
    });
  }
  if (input.termYears !== undefined) {
    const { termYears: _shorter, ...rest } = input;
    const years = bareEstimate(rest, pack).termMonths / 12;
    if (years * 12 > now.termMonths) changes.push({ advice: { change: { code: 'longer-term', params: { years } } }, input: rest });
  }
  return changes;
}

/**
 * What would raise the quota, each verified by running the engine on the changed case; the largest effect first. No advice while a limit
 * that could bind is unknown: its effect would be a guess.
 */
export function adviceFor(input: EstimateInput, pack: CentrePack, now: BareEstimate): readonly AdviceLine[] {
  const amountFen = now.amountFen;
  if (!now.complete || amountFen === null) return [];
  return changesOf(input, pack, now)
    .map(({ advice, input: changed }) => {
      const then = bareEstimate(changed, pack);
      return { ...advice, effectFen: then.complete && then.amountFen !== null ? then.amountFen - amountFen : 0 };
    })
    .filter((line) => line.effectFen > 0)
    .sort((a, b) => b.effectFen - a.effectFen);
}
