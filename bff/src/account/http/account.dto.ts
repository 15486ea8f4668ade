import type { AccountParams, EntriesQuery, EntryKind, StatementParams } from '@anju/shared/contract';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';

const KINDS: readonly EntryKind[] = ['contribution', 'withdrawal', 'interest', 'transfer', 'other'];

export class AccountParamsDto implements AccountParams {
  @IsString()
  readonly accountId!: string;
}

export class StatementParamsDto extends AccountParamsDto implements StatementParams {
  @Matches(/^(19|20|21)\d\d$/)
  readonly fundYear!: string;
}

export class EntriesQueryDto implements EntriesQuery {
  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  readonly cursor?: string;

  @MayBeAbsent()
  @Matches(/^(19|20|21)\d\d$/)
  readonly year?: string;

  @MayBeAbsent()
  @IsIn(KINDS)
  readonly kind?: EntryKind;
}
