import { figuresOf } from './figure-shape.ts';
import { flag, listOf, mapOf, oneOf, recordOf, text, whole } from './shape.ts';
import type { Shape } from './shape.ts';

const renters = listOf(oneOf('public', 'filed', 'many-children', 'many-children-filed', 'young-or-new', 'young-or-new-filed'));
const rent = recordOf(
  {},
  {
    shareMillionths: whole,
    byChildren: listOf(recordOf({ childrenFrom: whole, amountFen: whole })),
    perYear: listOf(recordOf({ amountFen: whole }, { married: flag, childrenFrom: whole })),
    actual: renters,
    actualToContribution: renters,
    household: flag,
    everyMonths: whole,
  },
);
const renovation = recordOf(
  { ceilingFen: whole },
  {
    perSquareMetreFen: whole, mostSquareMetres: whole, shareMillionths: whole, withinYears: whole, proofMonths: whole, gapYears: whole, homeYears: whole,
    pauseMillionths: whole,
  },
);

/** A figure of a route without terms of its own: an amount, a count, yes or no, or a list of words. */
const term: Shape = (value, at, faults) => (typeof value === 'boolean' ? undefined : Array.isArray(value) ? listOf(text)(value, at, faults) : whole(value, at, faults));

/** WithdrawalRules, member by member. */
export const withdrawalShape: Shape = recordOf(
  { notOffered: figuresOf(listOf(text)), rentContributionMonths: figuresOf(whole) },
  {
    rentPerMonth: figuresOf(whole),
    leaveJobSealedMonths: figuresOf(whole),
    leaveJobHousehold: figuresOf(oneOf('elsewhere', 'any')),
    repayFundLoanEveryMonths: figuresOf(whole),
    repayCommercialLoanEveryMonths: figuresOf(whole),
    mustStayFen: figuresOf(whole),
    purchase: figuresOf(recordOf({}, { withinMonths: whole, everyMonths: whole, cashProofMonths: whole })),
    downPayment: figuresOf(listOf(oneOf('new', 'second-hand', 'affordable'))),
    renovation: figuresOf(renovation),
    propertyFee: figuresOf(recordOf({ perYearFen: whole, per: oneOf('person', 'home') }, { mostHomes: whole })),
    rent: figuresOf(rent),
    lift: figuresOf(recordOf({ relations: listOf(oneOf('owner', 'spouse', 'child', 'parent')) }, { withinMonths: whole })),
    illness: figuresOf(recordOf({}, { costMonths: whole, listed: flag })),
    keepForLoanMonths: figuresOf(whole),
    counterOnly: figuresOf(listOf(text)),
    routes: mapOf(figuresOf(mapOf(term))),
  },
);
