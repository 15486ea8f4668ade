import type { HouseCheckBody, LoanParams, PreApplicationBody, PreApplicationParams, PrepaymentBody, RepaymentMethod } from '@anju/shared/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsString, Matches, Max, Min, ValidateNested } from 'class-validator';
import { HouseDto, HouseholdDto } from '../../loan/index.ts';
import { MayBeAbsent } from '../../platform/index.ts';
import { CONTRACT_NUMBER, contractNumberOf, OPAQUE_ID } from '../../withdrawal/index.ts';

const METHODS: readonly RepaymentMethod[] = ['equal-instalment', 'equal-principal'];
const KEEPS = ['instalment', 'term', 'whole'] as const;
/** 100,000,000.00 yuan: no fund loan is larger, and far below 2^53. */
const MOST_FEN = 10_000_000_000;
/** Thirty years, as far as any centre lends. */
const MOST_MONTHS = 360;

const asAskedFor = ({ value }: { readonly value: unknown }): unknown => contractNumberOf(value);

/** An id that is none is answered like one that does not exist. */
export class PreApplicationParamsDto implements PreApplicationParams {
  @IsString()
  readonly preApplicationId!: string;
}

export class PrepaidLoanParamsDto implements LoanParams {
  @IsString()
  readonly loanId!: string;
}

export class HouseCheckDto implements HouseCheckBody {
  @ApiProperty({ pattern: CONTRACT_NUMBER.source })
  @Transform(asAskedFor)
  @Matches(CONTRACT_NUMBER)
  readonly contractNumber!: string;
}

export class ContractedHouseDto extends HouseDto {
  @ApiProperty({ pattern: CONTRACT_NUMBER.source })
  @Transform(asAskedFor)
  @Matches(CONTRACT_NUMBER)
  readonly contractNumber!: string;
}

/** Ranges of the household and the home are the engine's, which names the field itself. */
export class PreApplicationDto implements PreApplicationBody {
  @ApiProperty({ description: 'fen, whole yuan', minimum: 100 })
  @IsInt()
  @Min(100)
  @Max(MOST_FEN)
  readonly amountFen!: number;

  @ApiProperty({ minimum: 1, maximum: MOST_MONTHS })
  @IsInt()
  @Min(1)
  @Max(MOST_MONTHS)
  readonly termMonths!: number;

  @ApiProperty({ enum: METHODS })
  @IsIn(METHODS)
  readonly method!: RepaymentMethod;

  @ApiProperty({ type: ContractedHouseDto })
  @IsObject()
  @ValidateNested()
  @Type(() => ContractedHouseDto)
  readonly house!: ContractedHouseDto;

  @ApiProperty({ type: HouseholdDto })
  @IsObject()
  @ValidateNested()
  @Type(() => HouseholdDto)
  readonly household!: HouseholdDto;

  @ApiProperty()
  @IsBoolean()
  readonly withPartner!: boolean;

  @ApiPropertyOptional({ enum: ['F55', 'F50'] })
  @MayBeAbsent()
  @IsIn(['F55', 'F50'])
  readonly retirementCategory?: 'F55' | 'F50';

  @ApiPropertyOptional({ description: 'fen' })
  @MayBeAbsent()
  @IsInt()
  readonly otherMonthlyDebtFen?: number;

  @ApiPropertyOptional({ description: 'fen' })
  @MayBeAbsent()
  @IsInt()
  readonly monthlyIncomeFen?: number;
}

export class LoanPrepaymentDto implements PrepaymentBody {
  @ApiPropertyOptional({ description: 'fen; left out for the whole', minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  readonly amountFen?: number;

  @ApiProperty({ enum: KEEPS })
  @IsIn(KEEPS)
  readonly keep!: 'instalment' | 'term' | 'whole';

  @ApiProperty()
  @Matches(OPAQUE_ID)
  readonly bankCardId!: string;
}
