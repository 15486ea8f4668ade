import { Global, Module } from '@nestjs/common';
import { RouteAdvice } from '../account/index.ts';
import { WithdrawalController } from './http/withdrawal.controller.ts';
import { JudgeRoutes } from './use-cases/judge-routes.ts';
import { BestRoute, ListBankCards, ListRoutes } from './use-cases/list-routes.ts';
import { SendWithdrawal } from './use-cases/send-withdrawal.ts';
import { ShowForm } from './use-cases/show-form.ts';
import { SubmitWithdrawal } from './use-cases/submit-withdrawal.ts';

/** Global because the home page of the account module asks it for advice. */
@Global()
@Module({
  controllers: [WithdrawalController],
  providers: [JudgeRoutes, ListRoutes, ListBankCards, ShowForm, SubmitWithdrawal, SendWithdrawal, { provide: RouteAdvice, useClass: BestRoute }],
  exports: [RouteAdvice],
})
export class WithdrawalModule {}
