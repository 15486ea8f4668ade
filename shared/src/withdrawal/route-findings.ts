import { addMonths } from '../calendar/index.ts';
import type { PlainDate, YearMonth } from '../calendar/index.ts';
import { figureOn, retirementCategories, retirementOf } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { illness, lift, repayCommercialLoan, repayFundLoan } from './cost-findings.ts';
import { allConfirmed, proofFindings } from './fact-findings.ts';
import { buildOrRepair, downPayment, propertyFee, purchase, renovation, rent } from './home-findings.ts';
import type { RouteRule } from './home-findings.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';
import { PROOFS } from './withdrawal-route.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';

/** 离职: sealed for the centre's months, no work and no account since; at Xiamen only for a household elsewhere. */
const leaveJob: RouteRule = (facts, pack, today) => {
  const months = figureOn(pack.withdrawal.leaveJobSealedMonths, today);
  const household = figureOn(pack.withdrawal.leaveJobHousehold, today);
  if (months === undefined || household === undefined) return [finding('rule-unknown')];
  const found: Finding[] = [];
  if (household.value === 'elsewhere' && facts.household !== 'elsewhere') {
    found.push(finding(facts.household === 'local' ? 'household-local' : 'household-unknown'));
  }
  if (facts.accountState === 'sealed' && facts.employed === true) found.push(finding('re-employed'));
  if (facts.accountElsewhere === true) found.push(finding('account-elsewhere'));
  if (facts.accountState !== 'sealed' || facts.sealedSince === undefined) return [...found, finding('not-sealed')];
  const opens = addMonths(facts.sealedSince, months.value);
  if (today < opens) found.push(finding('sealed-too-short', { since: facts.sealedSince, months: months.value, date: opens }, opens));
  return found;
};

/** The months in which the legal age may be reached, rising; none when nothing is known. */
function retirementMonths({ retirementMonth, birthDate, sex, retirementCategory }: WithdrawalFacts): readonly YearMonth[] {
  if (retirementMonth !== undefined) return [retirementMonth];
  if (birthDate === undefined || sex === undefined) return [];
  return retirementCategories(sex, retirementCategory).map((category) => retirementOf(birthDate, category).month);
}

/**
 * 离休、退休 by legal age (国发〔2024〕18号): open from the first day of the month in which the age is reached. Whether a woman's is 50 or 55
 * is not in any data: both days are named, and the route is open for certain only from the later one. A retirement that the social insurance
 * confirms counts whatever the age.
 */
const retirement: RouteRule = (facts, _pack, today) => {
  if (allConfirmed(['retirement'], facts)) return [];
  const months = retirementMonths(facts);
  if (months.length === 0) return [finding('birth-date-unknown')];
  const days = months.map((month) => `${month}-01`);
  const earliest = days[0] as PlainDate;
  const latest = days[days.length - 1] as PlainDate;
  if (today >= latest) return [];
  if (earliest !== latest) return [finding('retirement-category-unknown', { earliest, latest })];
  return [finding('not-yet-retired', { date: latest }, latest)];
};

const OWN_RULES: Readonly<Record<WithdrawalRouteId, RouteRule>> = {
  purchase,
  'down-payment': downPayment,
  'build-or-repair': buildOrRepair,
  renovation,
  'property-fee': propertyFee,
  rent,
  'repay-fund-loan': repayFundLoan,
  'repay-commercial-loan': repayCommercialLoan,
  lift,
  illness,
  retirement,
  disability: (facts) => proofFindings(PROOFS.disability, facts),
  'leave-job': leaveJob,
  emigration: (facts) => proofFindings(PROOFS.emigration, facts),
  death: (facts) => proofFindings(PROOFS.death, facts),
};

/** What stands against one route by its own rule: offered here and now, its conditions, or papers only the counter can see. */
export function routeFindings(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Finding[] {
  const missing = figureOn(pack.withdrawal.notOffered, today)?.value ?? [];
  if (missing.indexOf(route) >= 0) return [finding('not-offered')];
  const paused = (facts.pausedRoutes ?? []).indexOf(route) >= 0;
  return [...(paused ? [finding('route-paused')] : []), ...OWN_RULES[route](facts, pack, today)];
}
