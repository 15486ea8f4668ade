import { figureOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { addFen, maxFen, minFen, subtractFen } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { routeTraits } from './withdrawal-route.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';

/** One amount the maximum is the least of, to the fen. */
export interface LimitBasis {
  readonly name: 'balance-less-stay' | 'repaid-since-last' | 'price-paid';
  readonly amountFen: Fen;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** The most a route pays: the least of its basis lines; null when it cannot be told. */
export interface WithdrawalLimit {
  readonly maxFen: Fen | null;
  readonly basis: readonly LimitBasis[];
}

/** What a withdrawal may take at all: a partial one leaves what must stay, a closing one takes everything (and its interest, which the core adds). */
function available(route: WithdrawalRouteId, facts: WithdrawalFacts): Fen {
  const stay = routeTraits(route).closing ? 0 : facts.mustStayFen;
  return maxFen(0, subtractFen(facts.balanceFen, stay));
}

const leastOf = (basis: readonly LimitBasis[]): WithdrawalLimit => {
  const [first, ...rest] = basis.map((line) => line.amountFen);
  return { maxFen: first === undefined ? null : minFen(first, ...rest), basis };
};

function repaymentLimit(facts: WithdrawalFacts, balance: LimitBasis): WithdrawalLimit {
  if (facts.loan === null) return { maxFen: null, basis: [] };
  const { fromDate, toDate, principalFen, interestFen } = facts.loan.repaid;
  const repaid = maxFen(0, addFen(principalFen, interestFen));
  return leastOf([balance, { name: 'repaid-since-last', amountFen: repaid, from: fromDate, to: toDate }]);
}

/**
 * How much a route pays, and what that rests on.
 * - repay-fund-loan: the smaller of balance less what must stay and principal and interest repaid since the last such withdrawal
 * - purchase: balance less what must stay, and no more than was paid once the contract is confirmed
 * - rent: one month's amount; the basis names the balance only
 * - closing routes: the whole balance
 */
export function withdrawalLimit(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): WithdrawalLimit {
  const traits = routeTraits(route);
  const balance: LimitBasis = { name: 'balance-less-stay', amountFen: available(route, facts) };
  if (route === 'repay-fund-loan') return repaymentLimit(facts, balance);
  if (route === 'purchase') {
    const contract = facts.documents.find((document) => document.kind === 'purchase-contract' && document.result === 'confirmed');
    const paid = contract?.paidFen;
    return leastOf(paid === undefined ? [balance] : [balance, { name: 'price-paid', amountFen: maxFen(0, paid) }]);
  }
  if (route === 'rent') {
    const perMonth = figureOn(pack.withdrawal.rentPerMonth, today);
    return perMonth === undefined ? { maxFen: null, basis: [] } : { maxFen: minFen(balance.amountFen, perMonth.value), basis: [balance] };
  }
  return traits.closing && !traits.byProof ? leastOf([balance]) : { maxFen: null, basis: [] };
}
