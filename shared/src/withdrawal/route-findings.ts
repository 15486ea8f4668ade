import { addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { figureOn, retirementCategories, retirementOf } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';
import { routeTraits } from './withdrawal-route.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';

type RouteRule = (facts: WithdrawalFacts, pack: CentrePack, today: PlainDate) => Finding[];

/** 偿还公积金贷款 (《住房公积金管理条例》偿还购房贷款本息): a loan, and something repaid since the last time. */
const repayFundLoan: RouteRule = (facts) => {
  if (facts.loan === null) return [finding('no-fund-loan')];
  const { principalFen, interestFen } = facts.loan.repaid;
  return principalFen + interestFen > 0 ? [] : [finding('nothing-repaid')];
};

/** 购买住房: a contract the source denies is a refusal; a source that does not answer is not. */
const purchase: RouteRule = (facts) => {
  const contract = facts.documents.find((document) => document.kind === 'purchase-contract');
  if (contract?.result === 'mismatch') return [finding('contract-mismatch')];
  return contract?.result === 'not-found' ? [finding('contract-not-found')] : [];
};

/** 租房: no home in the city, and months of contribution without a break (建金〔2015〕19号: three). */
const rent: RouteRule = (facts, pack, today) => {
  if (figureOn(pack.withdrawal.rentPerMonth, today) === undefined) return [finding('rule-unknown')];
  const needed = figureOn(pack.withdrawal.rentContributionMonths, today);
  return [
    ...(facts.ownsHome === true ? [finding('owns-home')] : facts.ownsHome === 'unknown' ? [finding('home-unknown')] : []),
    ...(facts.accountState === 'sealed' ? [finding('account-sealed')] : []),
    ...(needed !== undefined && facts.contributionMonths < needed.value
      ? [finding('contributions-too-short', { months: facts.contributionMonths, needed: needed.value })]
      : []),
  ];
};

/** 离职: sealed for the centre's months; at Xiamen only for a household elsewhere. */
const leaveJob: RouteRule = (facts, pack, today) => {
  const months = figureOn(pack.withdrawal.leaveJobSealedMonths, today);
  const household = figureOn(pack.withdrawal.leaveJobHousehold, today);
  if (months === undefined || household === undefined) return [finding('rule-unknown')];
  const found: Finding[] = [];
  if (household.value === 'elsewhere' && facts.household !== 'elsewhere') {
    found.push(finding(facts.household === 'local' ? 'household-local' : 'household-unknown'));
  }
  if (facts.accountState !== 'sealed' || facts.sealedSince === undefined) return [...found, finding('not-sealed')];
  const opens = addMonths(facts.sealedSince, months.value);
  if (today < opens) found.push(finding('sealed-too-short', { since: facts.sealedSince, months: months.value, date: opens }, opens));
  return found;
};

/**
 * 离休、退休 by legal age (国发〔2024〕18号): open from the first day of the month in which the age is reached. Whether a woman's is 50 or 55
 * is not in any data: both days are named, and the route is open for certain only from the later one.
 */
const retirement: RouteRule = (facts, _pack, today) => {
  if (facts.birthDate === undefined || facts.sex === undefined) return [finding('birth-date-unknown')];
  const birthDate = facts.birthDate;
  const days = retirementCategories(facts.sex, facts.retirementCategory).map((category) => `${retirementOf(birthDate, category).month}-01`);
  const earliest = days[0] as PlainDate;
  const latest = days[days.length - 1] as PlainDate;
  if (today >= latest) return [];
  if (earliest !== latest) return [finding('retirement-category-unknown', { earliest, latest })];
  return [finding('not-yet-retired', { date: latest }, latest)];
};

const OWN_RULES: Readonly<Partial<Record<WithdrawalRouteId, RouteRule>>> = {
  'repay-fund-loan': repayFundLoan,
  purchase,
  rent,
  'leave-job': leaveJob,
  retirement,
};

/** What stands against one route by its own rule: offered here, its conditions, or papers only the counter can see. */
export function routeFindings(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Finding[] {
  const missing = figureOn(pack.withdrawal.notOffered, today)?.value ?? [];
  if (missing.indexOf(route) >= 0) return [finding('not-offered')];
  if (routeTraits(route).byProof) return [finding('proof-needed')];
  return OWN_RULES[route]?.(facts, pack, today) ?? [];
}
