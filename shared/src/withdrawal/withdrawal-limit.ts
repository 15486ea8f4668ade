import type { PlainDate } from '../calendar/index.ts';
import { addFen, fenTimes, maxFen, subtractFen } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import { figureOn } from '../policy/index.ts';
import type { CentrePack, RenovationTerms } from '../policy/index.ts';
import { allConfirmed, groupOf } from './fact-findings.ts';
import { leastOf, lessFamily, notBelowZero, yearLeft } from './limit-basis.ts';
import type { LimitBasis, BasisName, WithdrawalLimit } from './limit-basis.ts';
import { rentLines } from './rent-limit.ts';
import { PROOFS, routeTraits } from './withdrawal-route.ts';
import type { WithdrawalRouteId } from './withdrawal-route.ts';
import type { HomeFacts, LoanFacts, WithdrawalFacts } from './withdrawal-facts.ts';

/** The lines of a route beside the balance; null when what they rest on is unknown. */
type Lines = (facts: WithdrawalFacts, pack: CentrePack, today: PlainDate) => readonly LimitBasis[] | null;

/** Area is counted in hundredths of a square metre. */
const HUNDREDTHS = 100;
/** Larger than any home; every ceiling is reached long before, and no area whatever leaves the safe integers. */
const MOST_SQUARE_METRES = 100_000;
const MILLION = 1_000_000;

/** What a partial withdrawal must leave: what the core says, or the centre's published amount where that is more; a closing one leaves nothing. */
export function mustStay(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): Fen {
  return routeTraits(route).closing ? maxFen(0) : maxFen(0, facts.mustStayFen, figureOn(pack.withdrawal.mustStayFen, today)?.value ?? 0);
}

/** One line of an amount, less what others in the family have had; null when the amount is unknown. */
function one(name: BasisName, amountFen: number | undefined, familyFen?: number): readonly LimitBasis[] | null {
  return amountFen === undefined ? null : lessFamily([{ name, amountFen: notBelowZero(amountFen) }], familyFen);
}

function repaidLines(repaid: LoanFacts['repaid'] | undefined, familyFen?: number): readonly LimitBasis[] | null {
  if (repaid === undefined) return null;
  const { fromDate, toDate, principalFen, interestFen } = repaid;
  return lessFamily([{ name: 'repaid-since-last', amountFen: notBelowZero(addFen(principalFen, interestFen)), from: fromDate, to: toDate }], familyFen);
}

const purchaseLines: Lines = (facts) => {
  const contract = facts.documents.find((document) => document.kind === 'purchase-contract');
  const home = groupOf(facts.home);
  const paid = (contract?.result === 'confirmed' ? contract.paidFen : undefined) ?? home?.paidFen;
  return one('price-paid', paid, home?.familyFen?.purchase) ?? [];
};

function renovationAmount(home: HomeFacts, terms: RenovationTerms): LimitBasis | null {
  if (terms.perSquareMetreFen !== undefined) {
    if (home.areaHundredths === undefined) return null;
    const counted = Math.min(notBelowZero(home.areaHundredths), (terms.mostSquareMetres ?? MOST_SQUARE_METRES) * HUNDREDTHS);
    return { name: 'area-rate', amountFen: fenTimes(terms.perSquareMetreFen, counted, HUNDREDTHS, 'down') };
  }
  if (terms.shareMillionths === undefined || home.renovationCostFen === undefined) return null;
  return { name: 'cost-share', amountFen: fenTimes(notBelowZero(home.renovationCostFen), terms.shareMillionths, MILLION, 'down') };
}

const renovationLines: Lines = (facts, pack, today) => {
  const home = groupOf(facts.home);
  const terms = figureOn(pack.withdrawal.renovation, today)?.value;
  const amount = home === undefined || terms === undefined ? null : renovationAmount(home, terms);
  return home === undefined || terms === undefined || amount === null
    ? null
    : lessFamily([amount, { name: 'ceiling', amountFen: notBelowZero(terms.ceilingFen) }], home.familyFen?.renovation);
};

const propertyFeeLines: Lines = (facts, pack, today) => {
  const fee = groupOf(facts.propertyFee);
  const terms = figureOn(pack.withdrawal.propertyFee, today)?.value;
  if (fee?.paidFen === undefined || terms === undefined) return null;
  const owned = fee.homes ?? 1;
  const homes = terms.per === 'person' ? 1 : Math.min(owned, terms.mostHomes ?? owned);
  return [{ name: 'fee-paid', amountFen: notBelowZero(fee.paidFen) }, yearLeft(terms.perYearFen * Math.max(homes, 1), fee.yearUsed, today)];
};

const ruled = (known: unknown, lines: readonly LimitBasis[] | null): readonly LimitBasis[] | null => (known === undefined ? null : lines);
const everything: Lines = () => [];
const proven = (route: keyof typeof PROOFS): Lines => (facts) => (allConfirmed(PROOFS[route], facts) ? [] : null);

const LINES: Readonly<Record<WithdrawalRouteId, Lines>> = {
  purchase: purchaseLines,
  'down-payment': (facts) => one('down-payment', groupOf(facts.home)?.downPaymentFen, groupOf(facts.home)?.familyFen?.['down-payment']),
  'build-or-repair': (facts) => one('works-cost', groupOf(facts.works)?.costFen, groupOf(facts.works)?.familyFen),
  renovation: renovationLines,
  'property-fee': propertyFeeLines,
  rent: rentLines,
  'repay-fund-loan': (facts) => repaidLines(facts.loan?.repaid, facts.loan?.familyFen),
  'repay-commercial-loan': (facts) => repaidLines(groupOf(facts.commercialLoan)?.repaid, groupOf(facts.commercialLoan)?.familyFen),
  lift: (facts, pack, today) => ruled(figureOn(pack.withdrawal.lift, today), one('own-share', groupOf(facts.lift)?.ownShareFen, groupOf(facts.lift)?.familyFen)),
  illness: (facts, pack, today) => ruled(figureOn(pack.withdrawal.illness, today), one('own-cost', groupOf(facts.illness)?.ownCostFen, groupOf(facts.illness)?.familyFen)),
  retirement: everything,
  'leave-job': everything,
  disability: proven('disability'),
  emigration: proven('emigration'),
  death: proven('death'),
};

/**
 * How much a route pays, and what that rests on, each line in fen.
 * - repayments: what was repaid since the last such withdrawal
 * - purchase, down payment, works, lift, illness: what was paid by oneself
 * - renovation: area × amount a square metre or a share of the cost, and the centre's ceiling
 * - property fee, rent: the fee or the month's amount, and what is left of the year
 * - closing routes: the whole balance; the core adds the interest to the day
 * Each is no more than the balance less what must stay, and less what others in the family have had for the same.
 */
export function withdrawalLimit(route: WithdrawalRouteId, facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): WithdrawalLimit {
  const lines = LINES[route](facts, pack, today);
  if (lines === null) return { maxFen: null, basis: [] };
  const stay = mustStay(route, facts, pack, today);
  const available = facts.balanceFen > stay ? subtractFen(facts.balanceFen, stay) : maxFen(0);
  return leastOf([{ name: 'balance-less-stay', amountFen: available }, ...lines]);
}
