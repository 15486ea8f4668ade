import type { RouteParams, SubmitWithdrawalBody, WithdrawalAnswers, WithdrawalRouteId } from '@anju/shared/contract';
import { WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsString, Matches, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';

/** Any id we could have given out; one that we did not is said to be unknown. */
export const OPAQUE_ID = /^[0-9A-Za-z-]{1,64}$/;
/** 100,000,000.00 yuan: no account holds more, and far below 2^53. */
const MOST_FEN = 10_000_000_000;

export class RouteParamsDto implements RouteParams {
  @IsString()
  readonly route!: string;
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
  @Matches(OPAQUE_ID)
  readonly bankCardId!: string;

  @ApiPropertyOptional({ type: 'object', additionalProperties: { oneOf: [{ type: 'string' }, { type: 'integer' }] } })
  @MayBeAbsent()
  @IsObject()
  readonly answers?: WithdrawalAnswers;

  @ApiPropertyOptional({ type: [String] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @Matches(OPAQUE_ID, { each: true })
  readonly fileIds?: string[];
}
