import type { PlainDate } from '../calendar/index.ts';
import { addFen, maxFen, subtractFen } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import { figureOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { allConfirmed, groupOf } from './fact-findings.ts';
import { factAt, termAt } from './fact-path.ts';
import { leastOf, lessFamily, notBelowZero, yearLeft } from './limit-basis.ts';
import type { LimitBasis, WithdrawalLimit } from './limit-basis.ts';
import { blockLines } from './limit-lines.ts';
import { rentLines } from './rent-limit.ts';
import type { LimitName } from './route-definition.ts';
import { proofsOf, routeDefinition } from './route-definitions.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';
import type { LoanFacts, WithdrawalFacts } from './withdrawal-facts.ts';

/** The lines of a route beside the balance; null when what they rest on is unknown. */
type Lines = (facts: WithdrawalFacts, pack: CentrePack, today: PlainDate, route: WithdrawalRouteId) => readonly LimitBasis[] | null;

/** What a partial withdrawal must leave: what the core says, or the centre's published amount where that is more; a closing one leaves nothing. */
export function mustStay(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Fen {
  return routeDefinition(route).closing === true ? maxFen(0) : maxFen(0, facts.mustStayFen, figureOn(pack.withdrawal.mustStayFen, today)?.value ?? 0);
}

function repaidLines(repaid: LoanFacts['repaid'] | undefined, familyFen?: number): readonly LimitBasis[] | null {
  if (repaid === undefined) return null;
  const { fromDate, toDate, principalFen, interestFen } = repaid;
  return lessFamily([{ name: 'repaid-since-last', amountFen: notBelowZero(addFen(principalFen, interestFen)), from: fromDate, to: toDate }], familyFen);
}

/** What was paid by oneself: with a loan no more than the down payment (the general pattern of 购房提取 in the field: housing-fund §5.1). While neither is known the balance alone bounds it, and a clerk looks at the voucher. */
const purchaseLines: Lines = (facts) => {
  const contract = facts.documents.find((document) => document.kind === 'purchase-contract');
  const home = groupOf(facts.home);
  const paid = (contract?.result === 'confirmed' ? contract.paidFen : undefined) ?? home?.paidFen;
  const down = home?.withLoan === true ? home.downPaymentFen : undefined;
  const lines: LimitBasis[] = [
    ...(paid === undefined ? [] : [{ name: 'price-paid' as const, amountFen: notBelowZero(paid) }]),
    ...(down === undefined || (paid !== undefined && paid <= down) ? [] : [{ name: 'down-payment' as const, amountFen: notBelowZero(down) }]),
  ];
  return lessFamily(lines, home?.familyFen?.purchase);
};

const propertyFeeLines: Lines = (facts, pack, today) => {
  const fee = groupOf(facts.propertyFee);
  const terms = figureOn(pack.withdrawal.propertyFee, today)?.value;
  if (fee?.paidFen === undefined || terms === undefined) return null;
  const owned = fee.homes ?? 1;
  const homes = terms.per === 'person' ? 1 : Math.min(owned, terms.mostHomes ?? owned);
  return [{ name: 'fee-paid', amountFen: notBelowZero(fee.paidFen) }, yearLeft(terms.perYearFen * Math.max(homes, 1), fee.yearUsed, today)];
};

/** The lines that no building block expresses, by the name that a definition calls them by. */
const LINES: Readonly<Record<LimitName, Lines>> = {
  purchase: purchaseLines,
  'property-fee': propertyFeeLines,
  rent: rentLines,
  'repay-fund-loan': (facts) => repaidLines(facts.loan?.repaid, facts.loan?.familyFen),
  'repay-commercial-loan': (facts) => repaidLines(groupOf(facts.commercialLoan)?.repaid, groupOf(facts.commercialLoan)?.familyFen),
  everything: () => [],
  proven: (facts, _pack, _today, route) => (allConfirmed(proofsOf(route), facts) ? [] : null),
};

function linesOf(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): readonly LimitBasis[] | null {
  const { limit, terms } = routeDefinition(route);
  if ('by' in limit) return LINES[limit.by](facts, pack, today, route);
  if (terms !== undefined && termAt(pack, terms, today) === undefined) return null;
  const family = limit.family === undefined ? undefined : factAt(facts, limit.family);
  const lines = blockLines(limit.lines, facts, pack, today);
  return lines === null ? null : lessFamily(lines, typeof family === 'number' ? family : undefined);
}

/**
 * How much a route pays, and what that rests on, each line in fen.
 * - repayments: what was repaid since the last such withdrawal
 * - purchase, down payment, works, lift, illness: what was paid by oneself; for a purchase with a loan no more than the down payment
 * - renovation: area × amount a square metre or a share of the cost, and the centre's ceiling
 * - property fee, rent: the fee or the month's amount, and what is left of the year
 * - closing routes: the whole balance; the core adds the interest to the day
 * Each is no more than the balance less what must stay, and less what others in the family have had for the same.
 */
export function withdrawalLimit(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): WithdrawalLimit {
  const lines = linesOf(route, facts, pack, today);
  if (lines === null) return { maxFen: null, basis: [] };
  const stay = mustStay(route, facts, pack, today);
  const available = facts.balanceFen > stay ? subtractFen(facts.balanceFen, stay) : maxFen(0);
  return leastOf([{ name: 'balance-less-stay', amountFen: available }, ...lines]);
}
