import type { PlainDate } from '../calendar/index.ts';
import { fenTimes, maxFen, minFen } from '../money/index.ts';
import type { Fen } from '../money/index.ts';
import { figureOn } from '../policy/index.ts';
import type { CentrePack, Renter, RentTerms } from '../policy/index.ts';
import { groupOf } from './fact-findings.ts';
import { lessFamily, notBelowZero, yearLeft } from './limit-basis.ts';
import type { LimitBasis } from './limit-basis.ts';
import type { RentFacts, WithdrawalFacts } from './withdrawal-facts.ts';

const MILLION = 1_000_000;
/** 多子女家庭: two and more. */
const MANY_CHILDREN = 2;

/** What a centre pays for rent on a day, and whether anything of it was published. */
export function rentRuleOn(pack: CentrePack, today: PlainDate): { readonly perMonthFen: number | undefined; readonly terms: RentTerms; readonly known: boolean } {
  const perMonthFen = figureOn(pack.withdrawal.rentPerMonth, today)?.value;
  const terms = figureOn(pack.withdrawal.rent, today)?.value ?? {};
  return { perMonthFen, terms, known: perMonthFen !== undefined || terms.shareMillionths !== undefined || terms.perYear !== undefined };
}

function isRenter(renter: Renter, rent: RentFacts, children: number): boolean {
  const filed = rent.filed === true;
  const many = children >= MANY_CHILDREN;
  const young = rent.youngOrNew === true;
  const fits: Readonly<Record<Renter, boolean>> = {
    public: rent.publicHousing === true, filed, 'many-children': many, 'many-children-filed': many && filed, 'young-or-new': young,
    'young-or-new-filed': young && filed,
  };
  return fits[renter];
}

/** What one month pays without a look at the rent; undefined when the amount or the contribution it is a share of is unknown. */
function fixedMonth(facts: WithdrawalFacts, perMonthFen: number | undefined, terms: RentTerms): Fen | undefined {
  const children = facts.family?.children ?? 0;
  const rows = (terms.byChildren ?? []).filter((row) => children >= row.childrenFrom);
  const own = rows[rows.length - 1]?.amountFen;
  if (own !== undefined) return notBelowZero(own);
  if (terms.shareMillionths === undefined) return perMonthFen === undefined ? undefined : notBelowZero(perMonthFen);
  const { monthlyContributionFen } = facts;
  return monthlyContributionFen === undefined ? undefined : fenTimes(notBelowZero(monthlyContributionFen), terms.shareMillionths, MILLION, 'down');
}

/** The month's amount: the fixed one or, for those whose real rent counts, that where it is more; in public housing the rent alone. */
function monthOf(facts: WithdrawalFacts, perMonthFen: number | undefined, terms: RentTerms): Fen | undefined {
  const fixed = fixedMonth(facts, perMonthFen, terms);
  const rent = groupOf(facts.rent);
  if (rent?.monthlyFen === undefined) return fixed;
  const paid = notBelowZero(rent.monthlyFen);
  const children = facts.family?.children ?? 0;
  const fits = (renters: readonly Renter[] | undefined): boolean => (renters ?? []).some((renter) => isRenter(renter, rent, children));
  if (rent.publicHousing === true && fits(terms.actual)) return paid;
  const real = [
    ...(fits(terms.actual) ? [paid] : []),
    ...(fits(terms.actualToContribution) && facts.monthlyContributionFen !== undefined ? [minFen(paid, notBelowZero(facts.monthlyContributionFen))] : []),
  ];
  return fixed === undefined ? (real.length === 0 ? undefined : maxFen(0, ...real)) : maxFen(fixed, ...real);
}

/** The lines of a rent withdrawal beside the balance; null when the month's amount cannot be told. */
export function rentLines(facts: WithdrawalFacts, pack: CentrePack, today: PlainDate): readonly LimitBasis[] | null {
  const { perMonthFen, terms } = rentRuleOn(pack, today);
  const month = monthOf(facts, perMonthFen, terms);
  const { married, children = 0 } = facts.family ?? {};
  const year = terms.perYear?.find((row) => (row.married === undefined || row.married === married) && children >= (row.childrenFrom ?? 0));
  if (month === undefined && year === undefined) return null;
  const rent = groupOf(facts.rent);
  const monthLines: LimitBasis[] = month === undefined ? [] : [{ name: 'rent-month', amountFen: month }];
  return [
    ...(terms.household === true ? lessFamily(monthLines, rent?.familyFen) : monthLines),
    ...(year === undefined ? [] : [yearLeft(year.amountFen, rent?.yearUsed, today)]),
  ];
}
