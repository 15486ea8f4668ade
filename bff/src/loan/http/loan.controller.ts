import { endpoints } from '@anju/shared/contract';
import type { EstimateReply, LoanPlanReply, LoansReply, PrepaymentQuoteReply, PrequalificationReply, ScheduleReply } from '@anju/shared/contract';
import { Body, Controller, Param } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { EstimateLoan, ScheduleLoan } from '../use-cases/loan-rules.ts';
import { ListLoans } from '../use-cases/own-loans.ts';
import { Prequalify } from '../use-cases/prequalify.ts';
import { QuotePrepayment } from '../use-cases/quote-prepayment.ts';
import { ShowLoanPlan } from '../use-cases/show-loan-plan.ts';
import { EstimateDto } from './estimate.dto.ts';
import { LoanParamsDto, PrepaymentQuoteDto, PrequalificationDto } from './loan-matters.dto.ts';
import { ScheduleDto } from './schedule.dto.ts';

@Controller()
export class LoanController {
  constructor(
    private readonly estimate: EstimateLoan,
    private readonly schedule: ScheduleLoan,
    private readonly prequalification: Prequalify,
    private readonly loans: ListLoans,
    private readonly plan: ShowLoanPlan,
    private readonly quote: QuotePrepayment,
  ) {}

  @Serves(endpoints.estimateLoan)
  estimateLoan(@Body() body: EstimateDto): EstimateReply {
    return this.estimate.execute(body);
  }

  @Serves(endpoints.scheduleLoan)
  scheduleLoan(@Body() body: ScheduleDto): ScheduleReply {
    return this.schedule.execute(body);
  }

  @Serves(endpoints.prequalify)
  prequalify(@CurrentPerson() caller: PersonCaller, @Body() body: PrequalificationDto): Promise<PrequalificationReply> {
    return this.prequalification.execute(caller.personId, body);
  }

  @Serves(endpoints.listLoans)
  listLoans(@CurrentPerson() caller: PersonCaller): Promise<LoansReply> {
    return this.loans.execute(caller.personId);
  }

  @Serves(endpoints.showLoanPlan)
  showLoanPlan(@CurrentPerson() caller: PersonCaller, @Param() params: LoanParamsDto): Promise<LoanPlanReply> {
    return this.plan.execute(caller.personId, params.loanId);
  }

  @Serves(endpoints.quotePrepayment)
  quotePrepayment(@CurrentPerson() caller: PersonCaller, @Param() params: LoanParamsDto, @Body() body: PrepaymentQuoteDto): Promise<PrepaymentQuoteReply> {
    return this.quote.execute(caller.personId, params.loanId, body);
  }
}
