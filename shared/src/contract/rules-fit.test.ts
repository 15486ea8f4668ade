import type * as contract from './index.ts';
import { catalogueItems } from '../catalogue/index.ts';
import { guideOf } from '../catalogue-guides/index.ts';
import { buildSchedule, estimateFor } from '../loan/index.ts';
import { packOf } from '../policy/packs/index.ts';
import { CASE_STAGES, timelineOf } from '../progress/index.ts';
import { caseFixOf, routeOffers, routeVerdicts, withdrawalLimit } from '../withdrawal/index.ts';
import type { WithdrawalFacts } from '../withdrawal/index.ts';

// The rules know nothing of the contract; that their answers fit it is checked here, by the compiler and once at run time.
const body: contract.EstimateBody = {
  centre: 'xiamen',
  household: {},
  applicants: [{ balanceFen: 5_000_000, monthlyContributionFen: 200_000, contributionMonths: 14, birthDate: '1990-05-05', sex: 'male' }],
  house: { priceFen: 300_000_000, order: 'first', kind: 'new' },
};
const wish: contract.ScheduleBody = { principalFen: 100, annualRateMillionths: 26_000, months: 2, method: 'equal-instalment' };
const facts: WithdrawalFacts = {
  accountState: 'normal', balanceFen: 100, mustStayFen: 1, household: 'local', contributionMonths: 1, ownsHome: 'unknown', loan: null,
  lastWithdrawals: {}, nextPermitted: {}, runningCases: [], usableCards: 0, tasks: [], documents: [],
};

it('the rules answer in the shapes that travel', () => {
  const schedule: contract.ScheduleReply = buildSchedule(wish);
  const outcome = estimateFor(body, '2026-11-21', packOf);
  const estimate: contract.EstimateReply | null = outcome.kind === 'estimated' ? outcome.estimate : null;
  const fields: readonly contract.ProblemField[] = outcome.kind === 'invalid' ? outcome.fields : [];
  const pack = packOf('xiamen');
  if (pack === null) throw new Error('no pack');
  const verdicts: readonly contract.RouteVerdict[] = routeVerdicts(facts, pack, '2026-11-21');
  const basis: contract.FormReply['basis'] = withdrawalLimit('purchase', facts, pack, '2026-11-21').basis;
  const offers = routeOffers(facts, pack, '2026-11-21');
  const offered: readonly contract.RouteVerdict[] = offers.map(({ verdict }) => verdict);
  const missing: readonly contract.MissingField[] = offers.flatMap((offer) => offer.missing);
  const fix: contract.CaseFix = caseFixOf('answer-missing', { field: 'cost' });
  const items: readonly contract.CatalogueItem[] = catalogueItems;
  const guide: contract.Guide | undefined = guideOf('rent');
  const stages: readonly contract.CaseStage[] = CASE_STAGES;
  const steps: readonly contract.CaseStep[] = timelineOf('purchase', 'accepted');
  const answers = { schedule, estimate, fields, verdicts, offered, missing, fix, basis, items, guide, stages, steps };
  expect(JSON.parse(JSON.stringify(answers))).toEqual(answers);
});
