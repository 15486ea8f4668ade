import { addMonths } from '../calendar/index.ts';
import type { PlainDate, YearMonth } from '../calendar/index.ts';
import { figureOn, retirementCategories, retirementOf } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { conditionFindings } from './conditions.ts';
import { repayCommercialLoan, repayFundLoan } from './cost-findings.ts';
import { allConfirmed } from './fact-findings.ts';
import { groupAt, termAt } from './fact-path.ts';
import { downPayment, purchase, rent } from './home-findings.ts';
import type { RouteRule } from './home-findings.ts';
import { groundFindings } from './legal-grounds.ts';
import type { RuleName } from './route-definition.ts';
import { routeDefinition } from './route-definitions.ts';
import { isNarrowed } from './served-by.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';
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
  if (facts.accountState !== 'sealed') return [...found, finding('not-sealed')];
  // Sealed, and nobody says since when: the counter has the papers.
  if (facts.sealedSince === undefined) return [...found, finding('proof-needed')];
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

/** The rules that no building block expresses, by the name that a definition calls them by. */
const RULES: Readonly<Record<RuleName, RouteRule>> = {
  purchase,
  'down-payment': downPayment,
  rent,
  'repay-fund-loan': repayFundLoan,
  'repay-commercial-loan': repayCommercialLoan,
  'leave-job': leaveJob,
  retirement,
};

/** The conditions of a definition: the law's ground first, then whether anything is known of the case and of the centre's rule, then each of them. */
function ownFindings(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Finding[] {
  const { rule, about, terms, ground, conditions = [] } = routeDefinition(route);
  if (rule !== undefined) return RULES[rule](facts, pack, today);
  const known = terms === undefined || termAt(pack, terms, today) !== undefined;
  const lawful = groundFindings(ground, known, today);
  if (about !== undefined && groupAt(facts, about) === undefined) return [...lawful, finding('proof-needed')];
  return [...lawful, ...(known ? conditionFindings(conditions, { route, about: about ?? '', facts, pack, today }) : [finding('rule-unknown')])];
}

/** What stands against one route by its own rule: offered here and now, its conditions, or papers only the counter can see. */
export function routeFindings(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Finding[] {
  if (isNarrowed('notOffered', route, pack, today)) return [finding('not-offered')];
  const paused = (facts.pausedRoutes ?? []).indexOf(route) >= 0;
  return [...(paused ? [finding('route-paused')] : []), ...ownFindings(route, facts, pack, today)];
}
