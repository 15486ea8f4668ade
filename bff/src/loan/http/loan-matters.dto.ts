import type { LoanParams, PrepaymentQuoteBody, PrequalificationBody } from '@anju/shared/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsString, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';
import { HouseDto, HouseholdDto } from './estimate.dto.ts';

export class LoanParamsDto implements LoanParams {
  @IsString()
  readonly loanId!: string;
}

/** What the core does not know of a person; their own figures are read there. Kinds only; ranges are the engine's. */
export class PrequalificationDto implements PrequalificationBody {
  @ApiProperty({ type: HouseholdDto })
  @IsObject()
  @ValidateNested()
  @Type(() => HouseholdDto)
  readonly household!: HouseholdDto;

  @ApiProperty({ type: HouseDto })
  @IsObject()
  @ValidateNested()
  @Type(() => HouseDto)
  readonly house!: HouseDto;

  @ApiPropertyOptional({ enum: ['F55', 'F50'] })
  @MayBeAbsent()
  @IsIn(['F55', 'F50'])
  readonly retirementCategory?: 'F55' | 'F50';

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsInt()
  readonly termYears?: number;

  @ApiPropertyOptional({ description: 'fen' })
  @MayBeAbsent()
  @IsInt()
  readonly otherMonthlyDebtFen?: number;

  @ApiPropertyOptional({ description: 'fen' })
  @MayBeAbsent()
  @IsInt()
  readonly monthlyIncomeFen?: number;
}

export class PrepaymentQuoteDto implements PrepaymentQuoteBody {
  @ApiPropertyOptional({ description: 'fen; left out for the whole balance' })
  @MayBeAbsent()
  @IsInt()
  readonly amountFen?: number;
}
