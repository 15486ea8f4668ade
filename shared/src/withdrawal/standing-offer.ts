import type { PlainDate } from '../calendar/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { groupOf } from './fact-findings.ts';
import { routeVerdict } from './offer.ts';
import type { StandingOrder, WithdrawalFacts } from './withdrawal-facts.ts';
import type { WithdrawalReasonCode } from './withdrawal-reason.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';

/** Which route a run of a standing order is. */
export const STANDING_ROUTES = { offset: 'repay-fund-loan', 'repay-commercial-loan': 'repay-commercial-loan', rent: 'rent' } as const satisfies Readonly<
  Record<StandingOrder, WithdrawalRouteId>
>;

export type StandingReasonCode = WithdrawalReasonCode | 'standing-exists' | 'bank-not-contracted' | 'borrower-signs';

/** Whether a standing order can be signed, or every reason why not. */
export interface StandingOffer {
  readonly kind: StandingOrder;
  readonly possible: boolean;
  readonly reasons: readonly { readonly code: StandingReasonCode; readonly params?: Readonly<Record<string, string | number>> }[];
}

/** What stands against one withdrawal today and not against an order for those to come. */
const OF_TODAY: readonly StandingReasonCode[] = ['before-next-date', 'case-running', 'period-taken', 'nothing-repaid', 'nothing-left', 'year-used', 'nothing-to-withdraw', 'account-sealed'];

/**
 * Standing orders by the rules of their route: 冲还贷 of the fund loan, the instalments of a bank that has a contract with the centre, the rent.
 * One of a kind at a time; the offset pays the loan and needs no card.
 */
export function standingOffer(kind: StandingOrder, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): StandingOffer {
  const passing = kind === 'offset' ? [...OF_TODAY, 'card-missing'] : OF_TODAY;
  const loan = groupOf(facts.commercialLoan);
  const found = routeVerdict(STANDING_ROUTES[kind], facts, pack, today).reasons.filter(({ code }) => !passing.some((one) => one === code));
  const reasons = [
    ...((facts.standingOrders ?? []).some((one) => one === kind) ? [{ code: 'standing-exists' } as const] : []),
    ...found,
    // The account pays the instalments of its own loan; a co-borrower has none of their own.
    ...(kind === 'offset' && facts.loan?.role === 'co-borrower' ? [{ code: 'borrower-signs' } as const] : []),
    // Whether the bank has a contract is known or it is not: nobody signs on a guess.
    ...(kind === 'repay-commercial-loan' && loan?.contracted !== true && facts.commercialLoan !== null ? [{ code: 'bank-not-contracted' } as const] : []),
  ];
  return { kind, possible: reasons.length === 0, reasons };
}
