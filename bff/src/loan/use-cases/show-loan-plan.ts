import type { LoanPlanReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { FindLoan } from './own-loans.ts';

/** A loan from its first instalment to its last, as the core keeps it: the BFF computes none of it. */
@Injectable()
export class ShowLoanPlan {
  constructor(private readonly find: FindLoan) {}

  /** @throws Refusal as FindLoan */
  async execute(personId: string, loanId: string): Promise<LoanPlanReply> {
    const { loan, plan, asOf } = await this.find.execute(personId, loanId);
    const ahead = plan.rows.filter((row) => row.state === 'ahead');
    return {
      loan,
      asOf,
      paid: {
        periods: plan.rows.filter((row) => row.state === 'paid').length,
        principalFen: plan.paidPrincipalFen,
        interestFen: plan.paidInterestFen,
        prepaidFen: plan.prepaidFen,
      },
      ahead: {
        periods: ahead.length,
        interestFen: ahead.reduce((sum, row) => sum + row.interestFen, 0),
        lastDueOn: plan.rows.at(-1)?.dueOn ?? loan.nextDueOn,
      },
      rows: plan.rows.map(({ annualRateMillionths: _rate, ...row }) => row),
    };
  }
}
