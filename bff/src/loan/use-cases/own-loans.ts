import type { Loan, LoansReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { datedFrom, loanOf, OpaqueIds, OverviewStore } from '../../account/index.ts';
import type { CoreLoan, CoreLoanPlan, CoreOverview } from '../../core-fund/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { Refusal } from '../../platform/index.ts';

const asTold = (loan: Loan | undefined, whose: { readonly role?: 'co-borrower' }): Loan | undefined => loan && { ...loan, ...whose };

/** A running loan of a person with the plan the core keeps for it. */
export interface PlannedLoan {
  readonly loan: Loan;
  readonly plan: CoreLoanPlan;
  /** The core's own moment of the plan. */
  readonly asOf: string;
}

/** The running loans of a person, their own before those they owe too. */
function runningIn({ loans, jointLoans = [] }: CoreOverview): readonly { readonly at: CoreLoan; readonly role?: 'co-borrower' }[] {
  return [...loans.map((at) => ({ at })), ...jointLoans.map((at) => ({ at, role: 'co-borrower' as const }))].filter(({ at }) => !at.settled);
}

/** The person's fund loans that still run, and those they are co-borrower of; settled ones are left out. */
@Injectable()
export class ListLoans {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
  ) {}

  async execute(personId: string): Promise<LoansReply> {
    const reading = await this.overviews.read(await this.identities.of(personId));
    const loans = datedFrom(reading, (overview) => runningIn(overview).map(({ at, ...whose }) => asTold(loanOf(at, personId, this.ids), whose)));
    if (loans.state === 'unknown') return { loans };
    const told = loans.value.filter((loan) => loan !== undefined);
    // A list with a loan missing would be a wrong answer; that they are not known is a right one.
    return { loans: told.length === loans.value.length ? { ...loans, value: told } : { state: 'unknown', reason: 'core-down' } };
  }
}

/** Finds one of the person's running loans, own or joint, by the id the phone has, and reads its plan. */
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
    const found = runningIn(reading.overview).find(({ at }) => this.ids.loan(personId, at.loanNo) === loanId);
    if (found === undefined) throw new Refusal('request.not-found');
    const { at: atCore, ...whose } = found;
    const loan = asTold(loanOf(atCore, personId, this.ids), whose);
    if (loan === undefined) throw new Refusal('core.unreachable');
    const read = await this.core.loanPlan(person.customerNo, atCore.loanNo);
    if (read.kind === 'refused') throw new Refusal('request.not-found');
    if (read.kind === 'unreachable') throw new Refusal('core.unreachable');
    return { loan, plan: read.value, asOf: read.asOf };
  }
}
