import type { CaseStage, CaseStarted, PrepaymentBody } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { OpaqueIds, OverviewStore, tailOf } from '../../account/index.ts';
import type { CoreCard, CoreLoan, CoreOverview } from '../../core-fund/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { Identities } from '../../identity/index.ts';
import { assertPrepaymentAmount } from '../../loan/index.ts';
import { Clock, randomId, Refusal } from '../../platform/index.ts';
import { applicantOnly, Cases, newCase, StartCase } from '../../progress/index.ts';
import type { AskedCase, ServiceCase } from '../../progress/index.ts';
import { loanCaseTexts } from '../../texts/index.ts';
import { assertCard } from '../../withdrawal/index.ts';
import type { Submitter } from './apply-for-loan.ts';
import { loanCaseRunning, loanIneligible, refusedField } from './loan-case-refusals.ts';

/** How long the person waits in all, and for the overview in it. */
const BUDGET_MS = 2500;
const OVERVIEW_MS = 1200;
/** The very same wish again within this time is a second tap, in whatever tab: no rule of the loan would keep it from being paid twice. */
const SECOND_TAP_MS = 10 * 60_000;

const MATTER = 'loan-prepayment';
/** Nothing was collected: the same may be asked for at once. */
const WITHOUT_EFFECT: readonly CaseStage[] = ['refused', 'cancelled', 'payment-failed'];

/** Takes a prepayment (提前还款) in, once, and sees it to the core. */
@Injectable()
export class PrepayLoan {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
    private readonly cases: Cases,
    private readonly start: StartCase,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal `request.not-found` (another person's loan and a settled one too), `loan.case-running` naming the case (also for the same
   * wish a moment ago), `loan.ineligible` for a loan in arrears, `request.invalid` and `loan.input-out-of-range` naming `amountFen`, `withdrawal.card-unknown`, `core.unreachable`,
   * `case.state-conflict` when another prepayment was paid while this one was judged: nothing forbids a second one, so the person is asked again
   */
  async execute(submitter: Submitter, loanId: string, body: PrepaymentBody): Promise<CaseStarted> {
    const until = this.clock.now().getTime() + BUDGET_MS;
    const person = await this.identities.of(submitter.personId);
    const reading = await this.overviews.read(person, OVERVIEW_MS);
    if (reading.state === 'unknown') throw new Refusal('core.unreachable');
    const { loan, card } = await this.judge(person, reading.overview, loanId, body);
    const wished = this.wishedOf(person, submitter, loan, card, body);
    // Once more inside the unit of work: there the other one, of whatever instance, is either seen or stands in the way.
    const also = async (): Promise<boolean> => {
      await this.assertNoSecondTap(person.personId, loanId, body, wished.caseId);
      return true;
    };
    const started = await this.start.execute({ wished, judgedBy: reading, until, running: loanCaseRunning, also });
    if (started !== undefined) return started;
    this.overviews.makeOld(person.personId);
    throw new Refusal('case.state-conflict');
  }

  private async judge({ personId }: VerifiedIdentity, overview: CoreOverview, loanId: string, body: PrepaymentBody): Promise<{ readonly loan: CoreLoan; readonly card: CoreCard }> {
    // Before the loan is looked for: a first one of the whole has settled it by now.
    await this.assertNoSecondTap(personId, loanId, body);
    const asked = (one: CoreLoan): boolean => !one.settled && this.ids.loan(personId, one.loanNo) === loanId;
    const loan = overview.loans.find(asked);
    if (overview.jointLoans?.some(asked) === true) throw applicantOnly();
    if (loan === undefined) throw new Refusal('request.not-found');
    await this.assertNoneRuns(personId, overview);
    if (loan.overduePeriods > 0) throw loanIneligible([{ code: 'loan-in-arrears', params: { periods: loan.overduePeriods } }]);
    assertAmount(body, loan);
    return { loan, card: assertCard(overview.cards.find((one) => this.ids.card(personId, one.cardNo) === body.bankCardId)) };
  }

  /** The core takes no prepayment while any case of this person runs: neither may a withdrawal move what a loan is paid from. */
  private async assertNoneRuns(personId: string, { withdrawal, loanCases }: CoreOverview): Promise<void> {
    const [live] = await this.cases.liveOf(personId);
    if (live !== undefined) throw loanCaseRunning(live);
    const [elsewhere] = [...withdrawal.running.map(({ route }) => route), ...loanCases.map(({ matter }) => matter)];
    if (elsewhere !== undefined) throw loanCaseRunning({ route: elsewhere });
  }

  private async assertNoSecondTap(personId: string, loanId: string, { keep, amountFen }: PrepaymentBody, exceptCaseId?: string): Promise<void> {
    const since = new Date(this.clock.now().getTime() - SECOND_TAP_MS);
    const same = (await this.cases.submittedSince(personId, MATTER, since)).find(({ caseId, terms, stage }) => {
      if (caseId === exceptCaseId || WITHOUT_EFFECT.includes(stage) || terms?.matter !== MATTER) return false;
      return this.ids.loan(personId, terms.loanNo) === loanId && terms.keep === keep && terms.principalFen === amountFen;
    });
    if (same !== undefined) throw loanCaseRunning(same);
  }

  private wishedOf(person: VerifiedIdentity, submitter: Submitter, loan: CoreLoan, card: CoreCard, { keep, amountFen }: PrepaymentBody): ServiceCase {
    const asked: AskedCase = {
      personId: person.personId,
      customerNo: person.customerNo,
      channel: submitter.channel,
      route: MATTER,
      amountFen: amountFen ?? loan.balanceFen,
      payee: { bank: card.bank, tail: tailOf(card.number) },
      wish: { matter: MATTER, loanNo: loan.loanNo, keep, cardNo: card.cardNo },
      terms: { matter: MATTER, loanNo: loan.loanNo, keep, ...(amountFen === undefined ? {} : { principalFen: amountFen }) },
    };
    return newCase(asked, randomId(), this.clock.now());
  }
}

/** A part has an amount, the whole has none: what the whole comes to is the core's to say on its day. */
function assertAmount({ keep, amountFen }: PrepaymentBody, { balanceFen }: CoreLoan): void {
  if (keep === 'whole') {
    if (amountFen !== undefined) throw refusedField('request.invalid', 'amountFen', 'not-needed', loanCaseTexts.amountOfWhole);
    return;
  }
  if (amountFen === undefined) throw refusedField('request.invalid', 'amountFen', 'required', loanCaseTexts.amountMissing);
  assertPrepaymentAmount(amountFen, balanceFen);
}
