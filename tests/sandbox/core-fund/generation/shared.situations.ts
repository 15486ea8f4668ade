import { createHash } from 'node:crypto';
import { addDays, addMonths, addYearMonths, monthOf, type PlainDate, type YearMonth } from '@anju/shared/calendar';
import type { Person, PersonKey } from '../../people.ts';
import type { RegisteredHome, SharedFacts, SourceCode } from '../rules/shared.facts.ts';
import { legalRetirementMonth } from '../rules/retirement.age.ts';
import type { Situation } from './situations.ts';

/** A number of the register that is the same for everybody who lives at an address. */
const homeNumber = (address: string): string => `XM${createHash('sm3').update(`home ${address}`).digest('hex').slice(0, 12).toUpperCase()}`;

/** What differs from an ordinary owner: a new home bought with a loan some years ago. */
interface HomePlan {
  readonly filedMonthsAgo?: number;
  readonly certificateMonthsAgo?: number;
  readonly builtMonthsAgo?: number;
  readonly areaHundredths?: number;
  readonly priceYuan?: number;
  readonly withLoan?: boolean;
}

/** What the sources know of somebody beyond what follows from their situation; days are made from the day of the start. */
interface SharedPlan {
  readonly home?: HomePlan;
  readonly facts?: (today: PlainDate) => Partial<SharedFacts>;
}

const ESCROW_HOME = '厦门市思明区长青路 191 号 603 室';
const LIFT_HOUSE = '厦门市思明区白鹤路 36 号';

const PLANS: Readonly<Partial<Record<PersonKey, SharedPlan>>> = {
  'loan-in-order': { home: { filedMonthsAgo: 63, certificateMonthsAgo: 50 }, facts: () => ({ children: 1 }) },
  spouse: { home: { filedMonthsAgo: 63, certificateMonthsAgo: 50 }, facts: () => ({ children: 1 }) },
  renter: { facts: (today) => ({ rent: { contract: 'ZL2026-0315-2208', monthlyFen: 230_000, publicHousing: false, from: addMonths(today, -8), to: addMonths(today, 4) } }) },
  'bank-loan': {
    home: { filedMonthsAgo: 84, certificateMonthsAgo: 70 },
    facts: () => ({ bankLoan: { contract: 'JH20191203-5517', bank: '中国建设银行厦门分行', contracted: true, overdue: 0, monthlyPrincipalFen: 213_546, monthlyInterestFen: 262_218, dueDay: 20 } }),
  },
  renovator: {
    home: { filedMonthsAgo: 26, certificateMonthsAgo: 13, builtMonthsAgo: 20, areaHundredths: 8_953, withLoan: false },
    facts: () => ({ propertyFee: { paidFen: 426_000, homes: 1 } }),
  },
  'old-house': {
    home: { filedMonthsAgo: 260, certificateMonthsAgo: 250, builtMonthsAgo: 420, withLoan: false },
    facts: () => ({ works: { kind: '3', permit: 'XMWF2026-0417', grade: 'D', costFen: 8_800_000, address: '厦门市同安区大同街道三秀路 7 号' } }),
  },
  'lift-neighbour': { facts: (today) => ({ lift: { address: LIFT_HOUSE, completedOn: addMonths(today, -5), ownShareFen: 1_860_055, relation: '3' } }) },
  illness: { facts: (today) => ({ illness: { ownCostFen: 2_341_690, settledOn: addMonths(today, -11), listed: true } }) },
  'escrow-buyer': {
    facts: (today) => ({
      homes: [{
        number: homeNumber(ESCROW_HOME), address: ESCROW_HOME, kind: '2', contract: 'XM2026-1028-0455', filedOn: addDays(today, -20), areaHundredths: 7_240, priceFen: 238_000_000,
        downPaymentFen: 6_000_000, withLoan: true, escrow: { name: '厦门市存量房交易资金监管专户', bank: '中国建设银行厦门分行', number: '35101560022052500138' },
      }],
    }),
  },
  emigrant: { facts: (today) => ({ settledAbroadOn: addMonths(today, -4) }) },
  retired: { facts: () => ({ retired: true }) },
};

function ownedHome(address: string, plan: HomePlan, today: PlainDate): RegisteredHome {
  const priceFen = (plan.priceYuan ?? 2_180_000) * 100;
  const withLoan = plan.withLoan ?? true;
  return {
    number: homeNumber(address), address, kind: '1', filedOn: addMonths(today, -(plan.filedMonthsAgo ?? 74)), certificateOn: addMonths(today, -(plan.certificateMonthsAgo ?? 61)),
    builtOn: addMonths(today, -(plan.builtMonthsAgo ?? 66)), areaHundredths: plan.areaHundredths ?? 9_680, priceFen, withLoan, paidFen: withLoan ? priceFen * 0.3 : priceFen,
    ...(withLoan ? { downPaymentFen: priceFen * 0.3 } : {}),
  };
}

/** Contracts filed in the city that the register knows; they are no homes yet. */
const filedContracts = (situation: Situation, today: PlainDate): RegisteredHome[] =>
  (situation.contracts ?? []).filter((one) => one.local && one.answers).map((one) => ({
    number: homeNumber(one.address), address: one.address, kind: '1', contract: one.number, filedOn: addDays(today, -one.filedDaysAgo), areaHundredths: 8_830, priceFen: one.priceYuan * 100,
    paidFen: one.paidYuan * 100, downPaymentFen: one.paidYuan * 100, withLoan: true,
  }));

/** The month the social insurance has; it does not know a woman's category when nobody told it. */
function retirementMonth(person: Person): YearMonth | undefined {
  if (person.key === 'category-unknown') return undefined;
  return legalRetirementMonth(person.birthDate, person.sex === 'male' ? 'M60' : 'F55');
}

/** No online source but real estate and invoices knows who has no resident id. */
const silentTo = (person: Person): readonly SourceCode[] => (person.idType === 'resident-id' ? [] : ['GA', 'MZ', 'RS', 'JY', 'ZX']);

/** What the shared sources have on a person when everything starts. */
export function sharedFactsOf(person: Person, situation: Situation, today: PlainDate): SharedFacts {
  const plan = PLANS[person.key] ?? {};
  const ended = situation.accounts.every((account) => account.endedMonthsAgo !== undefined) ? situation.accounts[0]?.state?.monthsAgo : undefined;
  const month = retirementMonth(person);
  return {
    household: person.householdLocal ? '1' : '2', marital: person.married ? '20' : '10', children: 0,
    homes: [...(situation.home === undefined ? [] : [ownedHome(situation.home, plan.home ?? {}, today)]), ...filedContracts(situation, today)],
    retired: false, employed: ended === undefined, silent: silentTo(person),
    ...(month === undefined ? {} : { retirementMonth: month }),
    ...(ended === undefined ? {} : { employmentEndedOn: `${addYearMonths(monthOf(today), -ended)}-01` }),
    ...((situation.accounts[0]?.employer ?? null) === null ? {} : { employer: '1' }),
    ...plan.facts?.(today),
  };
}
