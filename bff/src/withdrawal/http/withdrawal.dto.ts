import type { RouteParams, SubmitWithdrawalBody, WithdrawalRouteId } from '@anju/shared/contract';
import { WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';

/** Contract numbers as registers print them: letters, digits, Chinese characters and separators; no pictures, nothing invisible. */
const CONTRACT_NUMBER = /^[0-9A-Za-z\p{Script=Han}()（）〔〕[\]_./-]{4,40}$/u;
/** Longer than any id of ours; what it names is looked up, and what does not exist is said to be unknown. */
const LONGEST_ID = 64;
/** 100,000,000.00 yuan: no account holds more, and far below 2^53. */
const MOST_FEN = 10_000_000_000;

export class RouteParamsDto implements RouteParams {
  @IsString()
  readonly route!: string;
}

export class AnswersDto {
  @ApiPropertyOptional({ pattern: CONTRACT_NUMBER.source })
  @IsOptional()
  @Matches(CONTRACT_NUMBER)
  readonly contractNumber?: string;

  @ApiPropertyOptional({ enum: ['local', 'elsewhere'] })
  @IsOptional()
  @IsIn(['local', 'elsewhere'])
  readonly homeCity?: string;
}

export class SubmitWithdrawalDto implements SubmitWithdrawalBody {
  @ApiProperty({ enum: WITHDRAWAL_ROUTES })
  @IsIn(WITHDRAWAL_ROUTES)
  readonly route!: WithdrawalRouteId;

  @ApiProperty({ description: 'fen', minimum: 1 })
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  readonly amountFen!: number;

  @ApiProperty()
  @IsString()
  @MaxLength(LONGEST_ID)
  readonly bankCardId!: string;

  @ApiPropertyOptional({ type: AnswersDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AnswersDto)
  readonly answers?: AnswersDto;

  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(LONGEST_ID, { each: true })
  readonly fileIds?: string[];
}
