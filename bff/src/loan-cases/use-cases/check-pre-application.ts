import type { PreApplicationBody, Reason } from '@anju/shared/contract';
import type { PlainDate } from '@anju/shared/calendar';
import { checkEstimateInput, estimate } from '@anju/shared/loan';
import type { Estimate, EstimateApplicant } from '@anju/shared/loan';
import type { CentrePack } from '@anju/shared/policy';
import type { ContractCheck, CoreOverview } from '../../core-fund/index.ts';
import { applicantOf, estimateInputOf, loanBlockers } from '../../loan/index.ts';
import { Refusal } from '../../platform/index.ts';
import { loanCaseTexts } from '../../texts/index.ts';
import { loanIneligible, refusedField } from './loan-case-refusals.ts';

const FEN_A_YUAN = 100;
const MONTHS_A_YEAR = 12;

/** A household as it applies: the asking person first, then the spouse who borrows too. */
export interface Household {
  readonly overviews: readonly CoreOverview[];
  readonly pack: CentrePack;
  readonly today: PlainDate;
}

/** What the body says by itself: whole yuan, and no more than the home costs. */
export function assertAmountFits({ amountFen, house: { priceFen } }: PreApplicationBody): void {
  if (amountFen % FEN_A_YUAN !== 0) throw refusedField('request.invalid', 'amountFen', 'whole-yuan', loanCaseTexts.wholeYuan);
  if (priceFen < amountFen) throw refusedField('request.invalid', 'amountFen', 'maximum', loanCaseTexts.abovePrice(priceFen));
}

/**
 * Every reason, not the first. Of a spouse only that something stands in the way: what it is, they read on their own phone. A register that
 * does not answer is no reason; the clerk then looks.
 */
export function assertEligible({ overviews, pack, today }: Household, contract: ContractCheck['result'], partnerApplies: boolean): void {
  const [own, ...others] = overviews.map((overview) => loanBlockers(overview, pack, today));
  const reasons: Reason[] = [...(own ?? [])];
  if (partnerApplies || others.some((theirs) => theirs.length > 0)) reasons.push({ code: 'partner-ineligible' });
  if (contract === 'mismatch' || contract === 'not-found') reasons.push({ code: 'house-not-confirmed', params: { result: contract } });
  if (reasons.length > 0) throw loanIneligible(reasons);
}

/**
 * The engine's limit for this household and home, as the calculator shows it. Somebody whose birthday or sex the core does not hold cannot be
 * reckoned here; the core decides.
 * @param registeredFen the price the register knows; the lower of the two counts
 * @throws Refusal `loan.input-out-of-range`, `loan.ineligible` (term), `loan.amount-above-limit`
 */
export function assertWithinLimit(body: PreApplicationBody, household: Household, registeredFen: number | undefined): void {
  const { overviews, pack, today } = household;
  const { amountFen, termMonths, method: _method, withPartner: _withPartner, retirementCategory, ...rest } = body;
  const { contractNumber: _contract, ...house } = rest.house;
  const termYears = Math.ceil(termMonths / MONTHS_A_YEAR);
  const applicants = overviews.flatMap((overview, at): EstimateApplicant[] => {
    const ofWoman = overview.person.sex === 'female' && at === 0 ? retirementCategory : undefined;
    const applicant = applicantOf(overview, ofWoman);
    return applicant === undefined ? [] : [applicant];
  });
  const input = estimateInputOf({ ...rest, house, termYears }, overviews, applicants, today);
  const faults = checkEstimateInput(input, pack, today);
  const said = faults.filter(({ field }) => !field.startsWith('applicants'));
  if (said.length > 0) throw new Refusal('loan.input-out-of-range', { fields: said });
  if (applicants.length < overviews.length || faults.length > 0) return;
  const priceFen = Math.min(house.priceFen, registeredFen ?? house.priceFen);
  const { months, maxFen } = furthest(estimate({ ...input, house: { ...house, priceFen } }, pack));
  if (termMonths > months) throw loanIneligible([{ code: 'term-too-long', params: { months } }]);
  if (maxFen !== null && amountFen > maxFen) throw aboveLimit(maxFen);
}

/** While a woman's category is unknown, only what neither answer lets through is known to be too much. */
function furthest({ termMonths, amountFen, atMostFen, byCategory = [] }: Estimate): { readonly months: number; readonly maxFen: number | null } {
  const amounts = byCategory.flatMap((answer) => (answer.amountFen === null ? [] : [answer.amountFen]));
  const cautious = amountFen ?? atMostFen;
  return {
    months: Math.max(termMonths, ...byCategory.map((answer) => answer.termMonths)),
    maxFen: cautious === null ? null : Math.max(cautious, ...amounts),
  };
}

function aboveLimit(maxFen: number): Refusal {
  return new Refusal('loan.amount-above-limit', {
    fields: [{ field: 'amountFen', rule: 'maximum', message: loanCaseTexts.aboveLimit(maxFen) }],
    reasons: [{ code: 'amount-above-limit', params: { maxFen } }],
  });
}
