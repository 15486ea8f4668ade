import type { CaseStarted, Channel, PreApplicationBody } from '@anju/shared/contract';
import { packOf } from '@anju/shared/policy/packs';
import { Injectable } from '@nestjs/common';
import type { OverviewReading } from '../../account/index.ts';
import { dayOf, OverviewStore, within } from '../../account/index.ts';
import { Audit } from '../../audit/index.ts';
import { Config } from '../../config.ts';
import type { ContractCheck } from '../../core-fund/index.ts';
import type { Partner } from '../../household/index.ts';
import { Households } from '../../household/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { Identities } from '../../identity/index.ts';
import { centreUnknown } from '../../loan/index.ts';
import { Clock, randomId, Refusal } from '../../platform/index.ts';
import { Cases, newCase, StartCase } from '../../progress/index.ts';
import type { AskedCase, ServiceCase } from '../../progress/index.ts';
import { AskRegister } from './ask-register.ts';
import { assertAmountFits, assertEligible, assertWithinLimit } from './check-pre-application.ts';
import { loanCaseRunning } from './loan-case-refusals.ts';

/** How long the person waits in all, and for what is read before the case is written. */
const BUDGET_MS = 2500;
const READING_MS = 1200;
/** How often a wish is judged again because a case changed while it was being judged. */
const RUNS = 3;

const MATTER = 'loan-pre-application';

export interface Submitter {
  readonly personId: string;
  readonly channel: Channel;
}
type Known = Exclude<OverviewReading, { readonly state: 'unknown' }>;
type Register = Pick<ContractCheck, 'result' | 'priceFen'>;
interface Borrower {
  readonly person: VerifiedIdentity;
  readonly reading: Known;
}
interface Spouse extends Borrower {
  readonly maskedName: string;
}

/** Takes a pre-application for a loan (贷款预受理) in, once, and sees it to the core. */
@Injectable()
export class ApplyForLoan {
  constructor(
    private readonly identities: Identities,
    private readonly households: Households,
    private readonly overviews: OverviewStore,
    private readonly register: AskRegister,
    private readonly cases: Cases,
    private readonly start: StartCase,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal `request.invalid` (amount), `loan.input-out-of-range`, `loan.partner-missing`, `loan.case-running` naming the case,
   * `loan.ineligible` with every reason, `loan.amount-above-limit`, `policy.centre-unknown`, `core.unreachable` when there is nothing to judge by
   */
  async execute(submitter: Submitter, body: PreApplicationBody): Promise<CaseStarted> {
    const until = this.clock.now().getTime() + BUDGET_MS;
    assertAmountFits(body);
    const person = await this.identities.of(submitter.personId);
    for (let run = 0; run < RUNS; run += 1) {
      const partner = await this.partnerOf(person, body);
      const asked = this.registerOf(person, partner, body.house.contractNumber);
      const [own, spouse, register] = await Promise.all([this.borrower(person), this.spouseOf(partner), asked]);
      await this.judge(own, spouse, body, register);
      const wished = this.wishedOf(own, spouse, submitter.channel, body);
      const also = (): Promise<boolean> => this.stillTogether(person, body, partner, wished.caseId);
      const started = await this.start.execute({ wished, judgedBy: own.reading, until, running: loanCaseRunning, also });
      if (started !== undefined) return started;
      this.overviews.makeOld(person.personId);
    }
    throw new Refusal('case.state-conflict', { retryAfter: 1 });
  }

  private async partnerOf({ personId }: VerifiedIdentity, { withPartner }: PreApplicationBody): Promise<Partner | null> {
    if (!withPartner) return null;
    const partner = await this.households.partnerOf(personId);
    if (partner === null) throw new Refusal('loan.partner-missing');
    return partner;
  }

  /** A spouse who has left while all this was read takes no part: nobody borrows with somebody who said no. Who takes part has it in their own log. */
  private async stillTogether(person: VerifiedIdentity, body: PreApplicationBody, partner: Partner | null, caseId: string): Promise<boolean> {
    const now = await this.partnerOf(person, body);
    if (now?.personId !== partner?.personId) return false;
    if (now !== null) await this.audit.record({ personId: now.personId, actor: 'anju', action: `${MATTER}.co-borrower`, subject: caseId, outcome: 'done' });
    return true;
  }

  /** The contract may be in either name of two who borrow together; a register, or a core, that does not say so in time keeps nobody out. */
  private async registerOf(person: VerifiedIdentity, partner: Partner | null, contractNumber: string): Promise<Register> {
    const partnerNo = partner === null ? undefined : (await this.identities.of(partner.personId)).customerNo;
    const read = await within(this.register.execute(person.customerNo, contractNumber, partnerNo), READING_MS);
    return read?.kind === 'ok' ? read.value : { result: 'unavailable' };
  }

  private async borrower(person: VerifiedIdentity): Promise<Borrower> {
    const reading = await this.overviews.read(person, READING_MS);
    if (reading.state === 'unknown') throw new Refusal('core.unreachable');
    return { person, reading };
  }

  private async spouseOf(partner: Partner | null): Promise<Spouse | null> {
    if (partner === null) return null;
    return { ...(await this.borrower(await this.identities.of(partner.personId))), maskedName: partner.maskedName };
  }

  private async judge(own: Borrower, spouse: Spouse | null, body: PreApplicationBody, register: Register): Promise<void> {
    const pack = packOf(this.config.centre);
    if (pack === null) throw centreUnknown();
    const running = await this.runningOf(own);
    if (running !== undefined) throw loanCaseRunning(running);
    const readings = spouse === null ? [own.reading] : [own.reading, spouse.reading];
    const household = { overviews: readings.map(({ overview }) => overview), pack, today: dayOf(readings, this.clock.now()) };
    const partnerApplies = spouse !== null && (await this.runningOf(spouse)) !== undefined;
    assertEligible(household, register.result, partnerApplies);
    assertWithinLimit(body, household, register.priceFen);
  }

  /** A pre-application here, of one's own or in which they borrow too, or one at the core that is none of ours: handed in elsewhere. */
  private async runningOf({ person, reading }: Borrower): Promise<Parameters<typeof loanCaseRunning>[0] | undefined> {
    const live = (await this.cases.liveOf(person.personId)).filter((one) => one.route === MATTER);
    return live[0] ?? reading.overview.loanCases.filter(({ matter }) => matter === MATTER).map(({ matter }) => ({ route: matter }))[0];
  }

  private wishedOf({ person }: Borrower, spouse: Spouse | null, channel: Channel, body: PreApplicationBody): ServiceCase {
    const { amountFen, termMonths: months, method, house } = body;
    const { contractNumber, priceFen } = house;
    const borrower = { role: 'borrower', maskedName: person.masked.name } as const;
    const asked: AskedCase = {
      personId: person.personId,
      coPersonId: spouse === null ? null : spouse.person.personId,
      customerNo: person.customerNo,
      channel,
      route: MATTER,
      amountFen,
      payee: null,
      wish: {
        matter: MATTER, months, method, contractNumber, priceFen, houseOrder: house.order, houseKind: house.kind,
        ...(spouse === null ? {} : { partner: spouse.person.customerNo }),
      },
      terms: {
        matter: MATTER, months, method, contractNumber, priceFen,
        applicants: spouse === null ? [borrower] : [borrower, { role: 'spouse', maskedName: spouse.maskedName }],
      },
    };
    return newCase(asked, randomId(), this.clock.now());
  }
}
