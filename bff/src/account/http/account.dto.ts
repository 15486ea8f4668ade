import type { AccountParams, EntriesQuery, EntryKind } from '@anju/shared/contract';
import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const KINDS: readonly EntryKind[] = ['contribution', 'withdrawal', 'interest', 'transfer', 'other'];

export class AccountParamsDto implements AccountParams {
  @IsString()
  readonly accountId!: string;
}

export class EntriesQueryDto implements EntriesQuery {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  readonly cursor?: string;

  @IsOptional()
  @Matches(/^(19|20|21)\d\d$/)
  readonly year?: string;

  @IsOptional()
  @IsIn(KINDS)
  readonly kind?: EntryKind;
}
