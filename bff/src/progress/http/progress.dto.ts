import type { CaseParams, CasesQuery } from '@anju/shared/contract';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class CasesQueryDto implements CasesQuery {
  @IsOptional()
  @IsIn(['running', 'done'])
  readonly state?: 'running' | 'done';

  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;
}

/** An id that is none is answered like one that does not exist, so that there is nothing to guess at. */
export class CaseParamsDto implements CaseParams {
  @IsString()
  readonly caseId!: string;
}
