import type { EstimateApplicant, EstimateBody, EstimateHouse, EstimateHousehold } from '@anju/shared/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';

export class HouseholdDto implements EstimateHousehold {
  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsInt()
  readonly children?: number;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  readonly taxResident?: boolean;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  readonly talent?: boolean;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  readonly fullTimeDegree?: boolean;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsInt()
  readonly fundLoansBefore?: number;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  readonly fundLoanRunning?: boolean;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  readonly ownsHome?: boolean;
}

export class ApplicantDto implements EstimateApplicant {
  @ApiProperty({ description: 'fen' })
  @IsInt()
  readonly balanceFen!: number;

  @ApiPropertyOptional({ description: 'fen' })
  @MayBeAbsent()
  @IsInt()
  readonly averageBalance12Fen?: number;

  @ApiPropertyOptional({ description: 'fen' })
  @MayBeAbsent()
  @IsInt()
  readonly supplementaryBalanceFen?: number;

  @ApiProperty({ description: 'fen, both sides together' })
  @IsInt()
  readonly monthlyContributionFen!: number;

  @ApiPropertyOptional({ description: 'fen' })
  @MayBeAbsent()
  @IsInt()
  readonly contributionBaseFen?: number;

  @ApiProperty()
  @IsInt()
  readonly contributionMonths!: number;

  @ApiProperty({ description: 'YYYY-MM-DD' })
  @IsString()
  @MaxLength(10)
  readonly birthDate!: string;

  @ApiProperty({ enum: ['male', 'female'] })
  @IsIn(['male', 'female'])
  readonly sex!: 'male' | 'female';

  @ApiPropertyOptional({ enum: ['M60', 'F55', 'F50'] })
  @MayBeAbsent()
  @IsIn(['M60', 'F55', 'F50'])
  readonly retirementCategory?: 'M60' | 'F55' | 'F50';
}

export class HouseDto implements EstimateHouse {
  @ApiProperty({ description: 'fen' })
  @IsInt()
  readonly priceFen!: number;

  @ApiProperty({ enum: ['first', 'second'] })
  @IsIn(['first', 'second'])
  readonly order!: 'first' | 'second';

  @ApiProperty({ enum: ['new', 'second-hand', 'affordable'] })
  @IsIn(['new', 'second-hand', 'affordable'])
  readonly kind!: 'new' | 'second-hand' | 'affordable';

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsInt()
  readonly greenStars?: number;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsBoolean()
  readonly prefab?: boolean;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  readonly locality?: string;
}

/** Kinds only; ranges are the engine's, which names the field itself. */
export class EstimateDto implements EstimateBody {
  @ApiProperty({ example: 'xiamen' })
  @IsString()
  @MaxLength(40)
  readonly centre!: string;

  @ApiPropertyOptional({ description: 'YYYY-MM-DD' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(10)
  readonly asOf?: string;

  @ApiProperty({ type: HouseholdDto })
  @IsObject()
  @ValidateNested()
  @Type(() => HouseholdDto)
  readonly household!: HouseholdDto;

  @ApiProperty({ type: [ApplicantDto] })
  @IsArray()
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ApplicantDto)
  readonly applicants!: ApplicantDto[];

  @ApiProperty({ type: HouseDto })
  @IsObject()
  @ValidateNested()
  @Type(() => HouseDto)
  readonly house!: HouseDto;

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
