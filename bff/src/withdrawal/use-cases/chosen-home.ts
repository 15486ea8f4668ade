import type { WithdrawalRouteId } from '@anju/shared/contract';
import type { HomeFacts } from '@anju/shared/withdrawal';
import type { ContractCheck, CoreHistory, CoreHome, CoreSources } from '../../core-fund/index.ts';

/** A contract the person named, and what the register says of it. */
export interface NamedContract {
  readonly number: string;
  readonly check: ContractCheck;
}

type DayOf = (home: CoreHome) => string | undefined;

/** Under which name the person chooses among several homes of theirs. */
export const HOME_ANSWER = 'registeredHome';

const newestFirst = (homes: readonly CoreHome[], dayOf: DayOf): readonly CoreHome[] => [...homes].reverse().sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''));

/**
 * The homes on the register that a route can be about, the newest first: those that were not used for it, else the newest of the used ones. Of one
 * address the newest alone. With several the person chooses.
 */
export function possibleHomes(route: WithdrawalRouteId, { homes = [] }: CoreSources, history: CoreHistory): readonly CoreHome[] {
  const pick = (candidates: readonly CoreHome[], dayOf: DayOf): readonly CoreHome[] => {
    const sorted = newestFirst(candidates, dayOf).filter((home, at, all) => all.findIndex(({ address }) => address === home.address) === at);
    const unused = sorted.filter((home) => !isUsed(route, home, history));
    return unused.length > 0 ? unused : sorted.slice(0, 1);
  };
  if (route === 'down-payment') return pick(homes.filter(({ escrow }) => escrow !== undefined), ({ filedOn }) => filedOn);
  if (route === 'renovation') return pick(homes.filter(({ certificateOn }) => certificateOn !== undefined), ({ certificateOn }) => certificateOn);
  return pick(homes.filter(({ contractNumber }) => contractNumber !== undefined), ({ filedOn, certificateOn }) => filedOn ?? certificateOn);
}

const namesOf = (home: Pick<CoreHome, 'contractNumber'> & { readonly homeNo?: string }): readonly (string | undefined)[] => [home.homeNo, home.contractNumber];

function isUsed(route: WithdrawalRouteId, home: CoreHome, history: CoreHistory): boolean {
  return history.homesUsed.some((used) => used.route === route && namesOf(home).includes(used.homeNo));
}

/** Once a home, whoever of the two it was: a purchase that the spouse withdrew for is used up too. */
export function usedOf(names: readonly (string | undefined)[], { homesUsed, family }: CoreHistory): NonNullable<HomeFacts['used']> {
  const own = homesUsed.filter(({ homeNo }) => names.includes(homeNo)).map(({ route, on }) => ({ route, at: 'here', on }) as const);
  const spouse = family.filter(({ route, homeNo }) => route === 'purchase' && homeNo !== undefined && names.includes(homeNo)).map(({ route }) => ({ route, at: 'here' }) as const);
  return [...own, ...spouse];
}

/** What the spouse withdrew for it, by route, in fen. */
export function familyOf(names: readonly (string | undefined)[], { family }: CoreHistory): NonNullable<HomeFacts['familyFen']> {
  const sums: Partial<Record<WithdrawalRouteId, number>> = {};
  for (const { route, homeNo, amountFen } of family) if (homeNo !== undefined && names.includes(homeNo)) sums[route] = (sums[route] ?? 0) + amountFen;
  return sums;
}

/** What the register says of a home, as the rules look at it. */
export function homeFacts(home: CoreHome, sources: CoreSources, history: CoreHistory): HomeFacts {
  const { kind, contractNumber, filedOn, certificateOn, builtOn, withLoan, paidFen, downPaymentFen, areaHundredths, escrow } = home;
  const invoice = sources.renovation?.homeNo === home.homeNo ? sources.renovation.costFen : undefined;
  const names = namesOf(home);
  return {
    kind,
    city: 'local',
    withLoan,
    areaHundredths,
    ...(contractNumber === undefined ? {} : { contractNumber }),
    ...(filedOn === undefined ? {} : { boughtOn: filedOn }),
    ...(certificateOn === undefined ? {} : { certificateOn }),
    ...(builtOn === undefined ? {} : { builtOn }),
    ...(paidFen === undefined ? {} : { paidFen }),
    ...(downPaymentFen === undefined ? {} : { downPaymentFen }),
    ...(escrow === undefined ? {} : { escrowAccount: escrow.number }),
    ...(invoice === undefined ? {} : { renovationCostFen: invoice }),
    used: usedOf(names, history),
    familyFen: familyOf(names, history),
  };
}

/** The home of a contract that the person named. What the register does not confirm stays unknown, and a clerk looks at it. */
export function contractHome({ number, check }: NamedContract, sources: CoreSources, history: CoreHistory): HomeFacts {
  const onFile = sources.homes?.find(({ contractNumber }) => contractNumber === number);
  if (onFile !== undefined) return homeFacts(onFile, sources, history);
  const used = usedOf([number], history);
  if (check.result !== 'matched') return { contractNumber: number, used };
  return {
    contractNumber: number,
    used,
    ...(check.local === undefined ? {} : { city: check.local ? 'local' : 'elsewhere' }),
    ...(check.filedOn === undefined ? {} : { boughtOn: check.filedOn }),
    ...(check.paidFen === undefined ? {} : { paidFen: check.paidFen }),
    familyFen: familyOf([number], history),
  };
}
