import type { CaseParams, CasesQuery } from '@anju/shared/contract';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';

export class CasesQueryDto implements CasesQuery {
  @MayBeAbsent()
  @IsIn(['running', 'done'])
  readonly state?: 'running' | 'done';

  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;
}

/** An id that is none is answered like one that does not exist, so that there is nothing to guess at. */
export class CaseParamsDto implements CaseParams {
  @IsString()
  readonly caseId!: string;
}
