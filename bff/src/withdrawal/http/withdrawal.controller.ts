import { endpoints } from '@anju/shared/contract';
import type { BankCard, BankCardsReply, FormReply, RoutesReply, SubmitWithdrawalReply } from '@anju/shared/contract';
import { Body, Controller, Param } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { AddBankCard, RemoveBankCard } from '../use-cases/bank-cards.ts';
import { ListBankCards, ListRoutes } from '../use-cases/list-routes.ts';
import { ResubmitCase } from '../use-cases/resubmit-case.ts';
import { ShowForm } from '../use-cases/show-form.ts';
import { SubmitWithdrawal } from '../use-cases/submit-withdrawal.ts';
import { BankCardDto, BankCardParamsDto, ResubmitDto, ResubmittedCaseDto, RouteParamsDto, SubmitWithdrawalDto } from './withdrawal.dto.ts';

@Controller()
export class WithdrawalController {
  constructor(
    private readonly routes: ListRoutes,
    private readonly form: ShowForm,
    private readonly submit: SubmitWithdrawal,
    private readonly resubmit: ResubmitCase,
    private readonly cards: ListBankCards,
    private readonly addCard: AddBankCard,
    private readonly removeCard: RemoveBankCard,
  ) {}

  @Serves(endpoints.listRoutes)
  listRoutes(@CurrentPerson() caller: PersonCaller): Promise<RoutesReply> {
    return this.routes.execute(caller.personId);
  }

  @Serves(endpoints.showForm)
  showForm(@CurrentPerson() caller: PersonCaller, @Param() params: RouteParamsDto): Promise<FormReply> {
    return this.form.execute(caller.personId, params.route);
  }

  @Serves(endpoints.submitWithdrawal)
  submitWithdrawal(@CurrentPerson() caller: PersonCaller, @Body() body: SubmitWithdrawalDto): Promise<SubmitWithdrawalReply> {
    return this.submit.execute(caller, body);
  }

  @Serves(endpoints.listBankCards)
  listBankCards(@CurrentPerson() caller: PersonCaller): Promise<BankCardsReply> {
    return this.cards.execute(caller.personId);
  }

  @Serves(endpoints.addBankCard)
  addBankCard(@CurrentPerson() caller: PersonCaller, @Body() body: BankCardDto): Promise<BankCard> {
    return this.addCard.execute(caller.personId, body);
  }

  @Serves(endpoints.removeBankCard)
  removeBankCard(@CurrentPerson() caller: PersonCaller, @Param() params: BankCardParamsDto): Promise<void> {
    return this.removeCard.execute(caller.personId, params.bankCardId);
  }

  @Serves(endpoints.resubmitCase)
  resubmitCase(@CurrentPerson() caller: PersonCaller, @Param() params: ResubmittedCaseDto, @Body() body: ResubmitDto): Promise<SubmitWithdrawalReply> {
    return this.resubmit.execute(caller, params.caseId, body);
  }
}
