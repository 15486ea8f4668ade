import type { OwnFigures, PrequalificationBody } from '@anju/shared/contract';
import type { PlainDate } from '@anju/shared/calendar';
import type { EstimateApplicant, EstimateInput } from '@anju/shared/loan';
import type { CoreOverview } from '../../core-fund/index.ts';

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** A person's figures over the accounts that are normal or sealed, with which the core reckons too; a mean that one account has not got is a mean nobody has. */
export function ownFiguresOf({ accounts, contributionMonths }: CoreOverview): OwnFigures {
  const held = accounts.filter(({ state }) => state === 'normal' || state === 'sealed');
  const contributing = held.filter((account) => account.state === 'normal');
  const averages = held.flatMap(({ averageBalance12Fen }) => (averageBalance12Fen === null ? [] : [averageBalance12Fen]));
  return {
    balanceFen: sumOf(held.map((account) => account.balanceFen)),
    ...(held.length > 0 && averages.length === held.length ? { averageBalance12Fen: sumOf(averages) } : {}),
    monthlyContributionFen: sumOf(contributing.map((account) => account.monthlyFen)),
    contributionBaseFen: sumOf(contributing.map((account) => account.contributionBaseFen)),
    contributionMonths: contributionMonths.consecutive,
  };
}

/** undefined when the core does not hold birthday or sex: nobody can then say for how long. */
export function applicantOf(overview: CoreOverview, retirementCategory?: 'F55' | 'F50'): EstimateApplicant | undefined {
  const { birthDate, sex } = overview.person;
  if (birthDate === null || sex === null) return undefined;
  return { ...ownFiguresOf(overview), birthDate, sex, ...(retirementCategory === undefined ? {} : { retirementCategory }) };
}

/** What the person says of the household, and where the core knows more, what the core says. */
function householdOf(said: PrequalificationBody['household'], overviews: readonly CoreOverview[]): EstimateInput['household'] {
  const fundLoansBefore = Math.max(said.fundLoansBefore ?? 0, ...overviews.map((overview) => overview.loanCount));
  const running = said.fundLoanRunning === true || overviews.some(({ loans, jointLoans = [] }) => [...loans, ...jointLoans].some((loan) => !loan.settled));
  const ownsHome = overviews.some((overview) => overview.homes > 0) ? true : said.ownsHome;
  return { ...said, fundLoansBefore, fundLoanRunning: running, ...(ownsHome === undefined ? {} : { ownsHome }) };
}

/** The case of a household with the core's figures; one overview a person, the asking one first. */
export function estimateInputOf(body: PrequalificationBody, overviews: readonly CoreOverview[], applicants: readonly EstimateApplicant[], asOf: PlainDate): EstimateInput {
  const { household, house, termYears, otherMonthlyDebtFen, monthlyIncomeFen } = body;
  return {
    asOf,
    household: householdOf(household, overviews),
    applicants,
    house,
    ...(termYears === undefined ? {} : { termYears }),
    ...(otherMonthlyDebtFen === undefined ? {} : { otherMonthlyDebtFen }),
    ...(monthlyIncomeFen === undefined ? {} : { monthlyIncomeFen }),
  };
}
