import { Module } from '@nestjs/common';
import { BookingModule } from '../booking/index.ts';
import { LoanCasesController } from './http/loan-cases.controller.ts';
import { ApplyForLoan } from './use-cases/apply-for-loan.ts';
import { AskRegister } from './use-cases/ask-register.ts';
import { CheckHouse } from './use-cases/check-house.ts';
import { PrepayLoan } from './use-cases/prepay-loan.ts';
import { SendLoanCase } from './use-cases/send-loan-case.ts';
import { SigningTimes } from './use-cases/signing-times.ts';
import { ShowPreApplication } from './use-cases/show-pre-application.ts';

/** What a person asks of the centre for a loan, each a case: the pre-application and the prepayment. */
@Module({
  imports: [BookingModule],
  controllers: [LoanCasesController],
  providers: [AskRegister, ApplyForLoan, PrepayLoan, SendLoanCase, SigningTimes, ShowPreApplication, CheckHouse],
})
export class LoanCasesModule {}
