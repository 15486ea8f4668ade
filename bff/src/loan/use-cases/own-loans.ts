import type { Loan, LoansReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { datedFrom, loanOf, OpaqueIds, OverviewStore } from '../../account/index.ts';
import type { CoreLoanPlan } from '../../core-fund/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { Refusal } from '../../platform/index.ts';

/** A running loan of a person with the plan the core keeps for it. */
export interface PlannedLoan {
  readonly loan: Loan;
  readonly plan: CoreLoanPlan;
  /** The core's own moment of the plan. */
  readonly asOf: string;
}

/** The person's fund loans that still run; settled ones are left out. */
@Injectable()
export class ListLoans {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
  ) {}

  async execute(personId: string): Promise<LoansReply> {
    const reading = await this.overviews.read(await this.identities.of(personId));
    const loans = datedFrom(reading, (overview) => overview.loans.filter((loan) => !loan.settled).map((loan) => loanOf(loan, personId, this.ids)));
    if (loans.state === 'unknown') return { loans };
    const told = loans.value.filter((loan) => loan !== undefined);
    // A list with a loan missing would be a wrong answer; that they are not known is a right one.
    return { loans: told.length === loans.value.length ? { ...loans, value: told } : { state: 'unknown', reason: 'core-down' } };
  }
}

/** Finds one of the person's running loans by the id the phone has, and reads its plan. */
@Injectable()
export class FindLoan {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly core: CoreFund,
    private readonly ids: OpaqueIds,
  ) {}

  /** @throws Refusal `request.not-found` (another person's loan and a settled one too), `core.unreachable` also for a loan that cannot be told whole */
  async execute(personId: string, loanId: string): Promise<PlannedLoan> {
    const person = await this.identities.of(personId);
    const reading = await this.overviews.read(person);
    // A balance of yesterday beside a plan of today would be wrong together.
    if (reading.state !== 'fresh') throw new Refusal('core.unreachable');
    const atCore = reading.overview.loans.find((one) => !one.settled && this.ids.loan(personId, one.loanNo) === loanId);
    if (atCore === undefined) throw new Refusal('request.not-found');
    const loan = loanOf(atCore, personId, this.ids);
    if (loan === undefined) throw new Refusal('core.unreachable');
    const read = await this.core.loanPlan(person.customerNo, atCore.loanNo);
    if (read.kind === 'refused') throw new Refusal('request.not-found');
    if (read.kind === 'unreachable') throw new Refusal('core.unreachable');
    return { loan, plan: read.value, asOf: read.asOf };
  }
}
