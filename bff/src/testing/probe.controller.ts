import { endpoints } from '@anju/shared/contract';
import { Body, Controller, Get, Param, Query } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Min, ValidateNested } from 'class-validator';
import type { UploadedBytes } from '../platform/index.ts';
import { Serves, Upload } from '../platform/index.ts';

class Answers {
  @IsOptional()
  @IsString()
  @Length(1, 40)
  contractNumber?: string;
}
class Wish {
  @IsInt()
  @Min(1)
  amountFen!: number;
  @IsOptional()
  @ValidateNested()
  @Type(() => Answers)
  answers?: Answers;
}
class CaseParams {
  @Matches(/^[a-z0-9-]{1,36}$/)
  caseId!: string;
}
class CasesQuery {
  @IsOptional()
  @IsString()
  @Length(1, 40)
  cursor?: string;
}

/** What the handlers did and what the next submission does. */
export const probe = { calls: 0, outcome: (): unknown => ({ caseId: 'c1' }) };

export function resetProbe(): void {
  probe.calls = 0;
  probe.outcome = () => ({ caseId: 'c1' });
}

/** A few endpoints of the contract with the plainest handlers. */
@Controller()
export class ProbeController {
  @Serves(endpoints.submitWithdrawal)
  async submit(@Body() _wish: Wish): Promise<unknown> {
    probe.calls += 1;
    return probe.outcome();
  }
  @Serves(endpoints.showCase)
  async show(@Param() params: CaseParams): Promise<unknown> {
    return params;
  }
  @Serves(endpoints.listCases)
  async list(@Query() query: CasesQuery): Promise<unknown> {
    return query;
  }
  @Serves(endpoints.cancelCase)
  async cancel(@Param() params: CaseParams): Promise<unknown> {
    return params;
  }
  @Serves(endpoints.unbind)
  async unbind(): Promise<void> {
    probe.calls += 1;
  }
  @Serves(endpoints.uploadFile)
  async upload(@Upload() upload: UploadedBytes): Promise<unknown> {
    probe.calls += 1;
    return { bytes: upload.bytes.length, declared: upload.declaredType };
  }
  @Get('/api/v1/broken')
  async broken(): Promise<void> {
    throw new Error('mobile 13800000001 of 张三 in SELECT * FROM person');
  }
}
/** In place of the session guard; the header `x-person` chooses who calls. */
export class EverybodyIsThePerson implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<{ caller?: unknown; headers: Record<string, string> }>();
    request.caller = { sessionId: 's1', channel: 'h5', level: 'face', personId: request.headers['x-person'] ?? 'p1' };
    return true;
  }
}

