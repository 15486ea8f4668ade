import { Global, Module } from '@nestjs/common';
import { RouteAdvice } from '../account/index.ts';
import { WithdrawalController } from './http/withdrawal.controller.ts';
import { AddBankCard, RemoveBankCard } from './use-cases/bank-cards.ts';
import { JudgeRoutes } from './use-cases/judge-routes.ts';
import { JudgeWish } from './use-cases/judge-wish.ts';
import { BestRoute, ListBankCards, ListRoutes } from './use-cases/list-routes.ts';
import { ResubmitCase } from './use-cases/resubmit-case.ts';
import { SendWithdrawal } from './use-cases/send-withdrawal.ts';
import { ShowForm } from './use-cases/show-form.ts';
import { SubmitWithdrawal } from './use-cases/submit-withdrawal.ts';
import { TakeWish } from './use-cases/take-wish.ts';

/** Global because the home page of the account module asks it for advice. */
@Global()
@Module({
  controllers: [WithdrawalController],
  providers: [
    JudgeRoutes, JudgeWish, TakeWish, ListRoutes, ListBankCards, AddBankCard, RemoveBankCard, ShowForm, SubmitWithdrawal, ResubmitCase, SendWithdrawal,
    { provide: RouteAdvice, useClass: BestRoute },
  ],
  exports: [RouteAdvice, JudgeRoutes],
})
export class WithdrawalModule {}
