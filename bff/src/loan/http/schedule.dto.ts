import type { RepaymentMethod, ScheduleBody } from '@anju/shared/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';

const METHODS: readonly RepaymentMethod[] = ['equal-instalment', 'equal-principal'];
/** More than the rules take, so that it is they who name the limit. */
const MOST_LINES = 400;

export class RateChangeDto {
  @ApiProperty()
  @IsString()
  @MaxLength(10)
  readonly from!: string;

  @ApiProperty()
  @IsInt()
  readonly annualRateMillionths!: number;
}

export class PrepaymentDto {
  @ApiProperty()
  @IsInt()
  readonly afterPeriod!: number;

  @ApiProperty()
  @IsInt()
  readonly amountFen!: number;

  @ApiProperty({ enum: ['term', 'instalment'] })
  @IsIn(['term', 'instalment'])
  readonly keep!: 'term' | 'instalment';
}

/** Kinds only; ranges are the engine's, which names the field itself. */
export class ScheduleDto implements ScheduleBody {
  @ApiProperty({ description: 'fen' })
  @IsInt()
  readonly principalFen!: number;

  @ApiProperty({ description: 'millionths of the annual rate: 2.60 % = 26000' })
  @IsInt()
  readonly annualRateMillionths!: number;

  @ApiProperty()
  @IsInt()
  readonly months!: number;

  @ApiProperty({ enum: METHODS })
  @IsIn(METHODS)
  readonly method!: RepaymentMethod;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @IsString()
  @MaxLength(10)
  readonly firstDueOn?: string;

  @ApiPropertyOptional({ type: [RateChangeDto] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => RateChangeDto)
  readonly rateChanges?: RateChangeDto[];

  @ApiPropertyOptional({ type: [PrepaymentDto] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PrepaymentDto)
  readonly prepayments?: PrepaymentDto[];
}
