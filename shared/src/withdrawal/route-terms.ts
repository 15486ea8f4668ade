import type { PlainDate } from '../calendar/index.ts';
import { fenTimes, maxFen } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import { employerCertificateNeeded, figureOn, withdrawalDecisionDays } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { numberTerm } from './fact-path.ts';
import { everyMonths, isYearly } from './interval.ts';
import { routeDefinition } from './route-definitions.ts';
import { mustStay } from './withdrawal-limit.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';
import type { StandingOrder, WithdrawalFacts } from './withdrawal-facts.ts';

/** What a closing withdrawal ends: the account and all that runs from it; interest is paid to the day, beside the balance. */
export interface Closing {
  readonly ends: readonly StandingOrder[];
  /** As the core counts it today; null when it has not said. */
  readonly interestFen: number | null;
}

/**
 * What a withdrawal does to a later loan: the quota rests on the balance, or not at all on it; the account is gone and carries none; or nobody
 * published how the centre counts. Where it counts, the loan engine's `withdrawalEffect` tells by how much.
 */
export type LoanLimitEffect = 'balance-counts' | 'balance-does-not-count' | 'account-closes' | 'unknown';

/** How often, how much stays, what ends, and what it means for a loan: what a person knows before they ask for an amount. */
export interface WithdrawalTerms {
  readonly mustStayFen: Fen;
  /** Months between two withdrawals; null when none are published. */
  readonly everyMonths: number | null;
  /** Once in a calendar year. */
  readonly yearly: boolean;
  readonly oncePerHome: boolean;
  /** null: the account stays open. */
  readonly closing: Closing | null;
  readonly loanLimit: LoanLimitEffect;
  /** What should stay for a loan to be had later, where the centre asks for it; no condition of the withdrawal. */
  readonly keepForLoanFen: Fen | null;
  /** Days by law from acceptance to decision; null before the first known law. */
  readonly decisionDays: number | null;
  /** Whether the employer must certify the withdrawal: by law until 2026-09-19; null before the first known law. */
  readonly employerCertificate: boolean | null;
}

function loanLimitOf(closing: boolean, pack: CentrePack, today: PlainDate): LoanLimitEffect {
  if (closing) return 'account-closes';
  const formula = figureOn(pack.loan.account, today)?.value;
  if (formula === undefined) return 'unknown';
  return formula.kind === 'per-contribution-year' || formula.kind === 'monthly-multiple' ? 'balance-does-not-count' : 'balance-counts';
}

/** The terms of a route on a day, whether or not it is open. Amounts in fen. */
export function withdrawalTerms(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): WithdrawalTerms {
  const { closing: closes, once } = routeDefinition(route);
  const closing = closes === true;
  const keepMonths = closing ? undefined : figureOn(pack.withdrawal.keepForLoanMonths, today)?.value;
  return {
    mustStayFen: mustStay(route, facts, pack, today),
    everyMonths: everyMonths(route, pack, today),
    yearly: isYearly(route),
    oncePerHome: once === true || (once !== undefined && numberTerm(pack, once.unlessTerm, today) === undefined),
    closing: closing ? { ends: facts.standingOrders ?? [], interestFen: facts.accruedInterestFen ?? null } : null,
    loanLimit: loanLimitOf(closing, pack, today),
    keepForLoanFen:
      keepMonths === undefined || facts.monthlyContributionFen === undefined ? null : fenTimes(maxFen(0, facts.monthlyContributionFen), keepMonths, 1, 'down'),
    decisionDays: figureOn(withdrawalDecisionDays, today)?.value ?? null,
    employerCertificate: figureOn(employerCertificateNeeded, today)?.value ?? null,
  };
}
