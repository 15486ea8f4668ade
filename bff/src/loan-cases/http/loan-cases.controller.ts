import { endpoints } from '@anju/shared/contract';
import type { CaseStarted, HouseCheckReply, PreApplicationReply } from '@anju/shared/contract';
import { Body, Controller, Param } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { ApplyForLoan } from '../use-cases/apply-for-loan.ts';
import { CheckHouse } from '../use-cases/check-house.ts';
import { PrepayLoan } from '../use-cases/prepay-loan.ts';
import { ShowPreApplication } from '../use-cases/show-pre-application.ts';
import { HouseCheckDto, PreApplicationDto, PreApplicationParamsDto, PrepaidLoanParamsDto, LoanPrepaymentDto } from './loan-cases.dto.ts';

@Controller()
export class LoanCasesController {
  constructor(
    private readonly house: CheckHouse,
    private readonly apply: ApplyForLoan,
    private readonly show: ShowPreApplication,
    private readonly prepayment: PrepayLoan,
  ) {}

  @Serves(endpoints.checkHouse)
  checkHouse(@CurrentPerson() caller: PersonCaller, @Body() body: HouseCheckDto): Promise<HouseCheckReply> {
    return this.house.execute(caller.personId, body.contractNumber);
  }

  @Serves(endpoints.preApply)
  preApply(@CurrentPerson() caller: PersonCaller, @Body() body: PreApplicationDto): Promise<CaseStarted> {
    return this.apply.execute(caller, body);
  }

  @Serves(endpoints.showPreApplication)
  showPreApplication(@CurrentPerson() caller: PersonCaller, @Param() params: PreApplicationParamsDto): Promise<PreApplicationReply> {
    return this.show.execute(caller.personId, params.preApplicationId);
  }

  @Serves(endpoints.prepay)
  prepay(@CurrentPerson() caller: PersonCaller, @Param() params: PrepaidLoanParamsDto, @Body() body: LoanPrepaymentDto): Promise<CaseStarted> {
    return this.prepayment.execute(caller, params.loanId, body);
  }
}
