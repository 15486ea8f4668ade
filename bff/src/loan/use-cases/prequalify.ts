import type { Dated, EstimateReply, PrequalificationBody, PrequalificationReply, ProblemField, Reason } from '@anju/shared/contract';
import type { PlainDate } from '@anju/shared/calendar';
import { checkEstimateInput, estimate, jointView } from '@anju/shared/loan';
import type { EstimateApplicant } from '@anju/shared/loan';
import type { CentrePack } from '@anju/shared/policy';
import { packOf } from '@anju/shared/policy/packs';
import { Injectable } from '@nestjs/common';
import type { OverviewReading } from '../../account/index.ts';
import { datedFrom, dayOf, OverviewStore } from '../../account/index.ts';
import { Config } from '../../config.ts';
import type { CoreOverview } from '../../core-fund/index.ts';
import { Households } from '../../household/index.ts';
import { Identities } from '../../identity/index.ts';
import { Clock } from '../../platform/index.ts';
import { Cases } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { loanTexts } from '../texts/loan.texts.ts';
import { loanBlockers } from './loan-blockers.ts';
import { centreUnknown, refusedInput } from './loan-rules.ts';
import { applicantOf, estimateInputOf, ownFiguresOf } from './prequalification-input.ts';

type Known = Exclude<OverviewReading, { readonly state: 'unknown' }>;

const NOT_KNOWN = { state: 'unknown', reason: 'core-down' } as const;

/**
 * How much this person, or the household they have joined, may borrow, with the figures the core has. Of a spouse only what is joint is told;
 * and while the spouse's figures are not there, no sum of one is passed off as a sum of two.
 */
@Injectable()
export class Prequalify {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly households: Households,
    private readonly cases: Cases,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws Refusal `loan.input-out-of-range` with the fields, also while the core does not answer; `policy.centre-unknown` */
  async execute(personId: string, body: PrequalificationBody): Promise<PrequalificationReply> {
    const pack = packOf(this.config.centre);
    if (pack === null) throw centreUnknown();
    const partner = await this.households.partnerOf(personId);
    const [own, theirs, live] = await Promise.all([
      this.read(personId),
      partner === null ? undefined : this.read(partner.personId),
      this.cases.liveOf(personId),
    ]);
    const readings = theirs === undefined ? [own] : [own, theirs];
    const today = dayOf(readings, this.clock.now());
    assertBody(body, pack, own, today);
    const loanCases = live.filter(isOfLoan);
    const preApplication = loanCases.find((one) => one.route === 'loan-pre-application');
    return {
      estimate: estimateFrom(body, readings, pack, today),
      own: datedFrom(own, ownFiguresOf),
      partner: partner === null ? null : { maskedName: partner.maskedName },
      blockers: own.state === 'unknown' ? [] : blockersOf(own.overview, pack, today, loanCases[0]),
      ...(preApplication === undefined ? {} : { runningCaseId: preApplication.caseId }),
    };
  }

  private async read(personId: string): Promise<OverviewReading> {
    return this.overviews.read(await this.identities.of(personId));
  }
}

const isOfLoan = ({ route }: ServiceCase): boolean => route === 'loan-pre-application' || route === 'loan-prepayment';

/** A spouse's are not among them: those are told on the spouse's own phone. */
function blockersOf(overview: CoreOverview, pack: CentrePack, today: PlainDate, running: ServiceCase | undefined): readonly Reason[] {
  const { person, loanCases } = overview;
  return [
    ...loanBlockers(overview, pack, today, running),
    ...(person.birthDate === null || person.sex === null ? [{ code: 'birth-date-unknown' }] : []),
    ...(running === undefined && loanCases.length > 0 ? [{ code: 'loan-case-running' }] : []),
  ];
}

/** A man has no category to choose; whoever is asked about stands in the body without a place in a list. */
function categoryFaults(body: PrequalificationBody, own: OverviewReading): readonly ProblemField[] {
  if (body.retirementCategory === undefined || own.state === 'unknown' || own.overview.person.sex !== 'male') return [];
  return [{ field: 'retirementCategory', rule: 'choice', message: loanTexts.categoryOfWomen }];
}

/** What the person said is checked whether or not the core answers; what the core said is not theirs to put right. */
function assertBody(body: PrequalificationBody, pack: CentrePack, own: OverviewReading, today: PlainDate): void {
  const said = checkEstimateInput(estimateInputOf(body, [], [], today), pack, today).filter(({ field }) => !field.startsWith('applicants'));
  const fields = [...said, ...categoryFaults(body, own)];
  if (fields.length > 0) throw refusedInput(fields);
}

/** Stale when one figure in it is; as old as the oldest. Unknown when one of the two is, or does not compute. */
function estimateFrom(body: PrequalificationBody, readings: readonly OverviewReading[], pack: CentrePack, today: PlainDate): Dated<EstimateReply> {
  const known = readings.filter((reading): reading is Known => reading.state !== 'unknown');
  const [own] = known;
  if (own === undefined || known.length < readings.length) return NOT_KNOWN;
  const overviews = known.map((reading) => reading.overview);
  const applicants = overviews.map((overview, at) => applicantOf(overview, at === 0 ? body.retirementCategory : undefined)).filter((one): one is EstimateApplicant => one !== undefined);
  if (applicants.length < overviews.length) return NOT_KNOWN;
  const input = estimateInputOf(body, overviews, applicants, today);
  if (checkEstimateInput(input, pack, today).length > 0) return NOT_KNOWN;
  const result = estimate(input, pack);
  const asOf = known.map((reading) => reading.asOf).sort()[0] ?? own.asOf;
  const state = known.every((reading) => reading.state === 'fresh') ? 'fresh' : 'stale';
  return { state, asOf, value: known.length > 1 ? jointView(result) : result };
}
