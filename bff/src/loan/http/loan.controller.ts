import { endpoints } from '@anju/shared/contract';
import type { EstimateReply, LoansReply, ScheduleReply } from '@anju/shared/contract';
import { Body, Controller } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { EstimateLoan, ListLoans, ScheduleLoan } from '../use-cases/loan-rules.ts';
import { EstimateDto } from './estimate.dto.ts';
import { ScheduleDto } from './schedule.dto.ts';

@Controller()
export class LoanController {
  constructor(
    private readonly estimate: EstimateLoan,
    private readonly schedule: ScheduleLoan,
    private readonly loans: ListLoans,
  ) {}

  @Serves(endpoints.estimateLoan)
  estimateLoan(@Body() body: EstimateDto): EstimateReply {
    return this.estimate.execute(body);
  }

  @Serves(endpoints.scheduleLoan)
  scheduleLoan(@Body() body: ScheduleDto): ScheduleReply {
    return this.schedule.execute(body);
  }

  @Serves(endpoints.listLoans)
  listLoans(@CurrentPerson() caller: PersonCaller): Promise<LoansReply> {
    return this.loans.execute(caller.personId);
  }
}
