import { day, flag, kindOf, listOf, oneOf, recordOf, text, whole } from './shape.ts';
import { figuresOf, source } from './figure-shape.ts';
import type { Shape } from './shape.ts';
import { withdrawalShape } from './withdrawal-shape.ts';

const order = oneOf('first', 'second');
const houseKind = oneOf('new', 'second-hand', 'affordable');
const localities = listOf(text);
const factors = listOf(recordOf({ fromMonths: whole, factorMillionths: whole }));
const when = recordOf({}, { order, kind: houseKind, locality: localities, firstLoanNoHome: flag, fullTimeDegree: flag });

const account = kindOf({
  'balance-multiple': recordOf({ kind: text, multipleMillionths: whole }, { leastBalanceFen: whole, supplementaryMultipleMillionths: whole }),
  'average-balance-multiple': recordOf({ kind: text, multipleMillionths: whole }),
  'balance-multiple-by-months': recordOf({ kind: text, multipleMillionths: whole, factors }),
  'balance-and-months-to-retirement': recordOf({ kind: text, multipleMillionths: whole }),
  'contribution-flow': recordOf({ kind: text, months: whole, factorMillionths: whole }),
  'per-contribution-year': recordOf({ kind: text, perYearFen: whole }),
  'monthly-multiple': recordOf({ kind: text, months: whole }, { leastFen: whole }),
});

const ability = kindOf({
  'base-share-years': recordOf({ kind: text, shareMillionths: whole }),
  'monthly-share': recordOf({
    kind: text,
    shareMillionths: whole,
    of: oneOf('contribution-bases', 'household-income'),
    counts: oneOf('instalment', 'instalment-and-debts', 'principal'),
  }),
  'base-years-or-balance': recordOf({ kind: text, shareMillionths: whole, factors, multipleMillionths: whole }),
});

const amounts = { kind: text, singleFen: whole, jointFen: whole };
const uplift = recordOf(
  {
    id: text,
    words: text,
    when: recordOf(
      {},
      {
        childrenFrom: whole, childrenTo: whole, greenStarsFrom: whole, prefab: flag, order, kind: houseKind, talent: flag, supplementary: flag,
        locality: localities,
      },
    ),
    effect: kindOf({ share: recordOf({ kind: text, millionths: whole }), amount: recordOf(amounts), cap: recordOf(amounts) }),
  },
  { group: text, source },
);

const loan = recordOf(
  {
    cap: figuresOf(listOf(recordOf({ singleFen: whole, jointFen: whole }, { when, source }))),
    unknownUplifts: listOf(text),
    downPayment: figuresOf(listOf(recordOf({ millionths: whole }, { when, source }))),
  },
  {
    uplifts: figuresOf(listOf(uplift)),
    stacking: figuresOf(
      recordOf({ rule: oneOf('sum', 'largest', 'unknown') }, { ceilingSingleFen: whole, ceilingJointFen: whole, ceilingMillionths: whole }),
    ),
    firstHomeRulesFromChildren: figuresOf(whole),
    account: figuresOf(account),
    liquidity: figuresOf(
      recordOf({ millionths: whole, on: oneOf('account', 'cap', 'account-and-cap', 'contributions-only') }, { exceptFirstLoanNoHome: flag }),
    ),
    guaranteedMinimumFen: figuresOf(whole),
    ability: figuresOf(ability),
    contributionMonths: figuresOf(whole),
    loanCount: figuresOf(recordOf({ outstandingAllowed: flag }, { most: whole })),
    longestYears: figuresOf(whole),
    endingAge: figuresOf(
      kindOf({
        ages: recordOf({ kind: text, M60: whole, F55: whole, F50: whole }),
        'after-retirement': recordOf({ kind: text, years: whole }),
      }),
    ),
    roundDownToFen: figuresOf(whole),
  },
);

const baseLimits = listOf(recordOf({ amountFen: whole }, { locality: localities }));
const contribution = recordOf(
  {},
  {
    rounding: figuresOf(recordOf({ unitFen: whole, mode: oneOf('half-up', 'up', 'down') })),
    baseUpper: figuresOf(baseLimits),
    baseLower: figuresOf(baseLimits),
    ratio: figuresOf(recordOf({ least: whole, most: whole })),
  },
);

/** The whole of a centre's pack, member by member, as policy-pack.ts declares it. */
export const packShape: Shape = recordOf(
  { centre: text, city: text, name: text, version: text, checkedOn: day, loan, contribution, withdrawal: withdrawalShape, notFound: listOf(text) },
  { localities },
);
