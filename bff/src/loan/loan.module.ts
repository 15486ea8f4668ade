import { Module } from '@nestjs/common';
import { LoanController } from './http/loan.controller.ts';
import { EstimateLoan, ScheduleLoan } from './use-cases/loan-rules.ts';
import { FindLoan, ListLoans } from './use-cases/own-loans.ts';
import { Prequalify } from './use-cases/prequalify.ts';
import { QuotePrepayment } from './use-cases/quote-prepayment.ts';
import { ShowLoanPlan } from './use-cases/show-loan-plan.ts';

/** What can be borrowed, and what was. */
@Module({
  controllers: [LoanController],
  providers: [EstimateLoan, ScheduleLoan, Prequalify, FindLoan, ListLoans, ShowLoanPlan, QuotePrepayment],
})
export class LoanModule {}
