import type { BankCardBody, BankCardParams, CaseParams, ResubmitBody, RouteParams, SubmitWithdrawalBody, WithdrawalAnswers, WithdrawalRouteId } from '@anju/shared/contract';
import { WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsObject, IsString, Matches, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';

/** Any id we could have given out; one that we did not is said to be unknown. */
export const OPAQUE_ID = /^[0-9A-Za-z-]{1,64}$/;
/** A down payment goes to the supervised account, and names no card. */
const CARD_OR_NONE = /^[0-9A-Za-z-]{0,64}$/;
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

  @ApiProperty({ description: 'empty for a down payment' })
  @Matches(CARD_OR_NONE)
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

/** What an application that is handed in again changes. */
export class ResubmitDto implements ResubmitBody {
  @ApiPropertyOptional({ description: 'fen', minimum: 1 })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  readonly amountFen?: number;

  @ApiPropertyOptional()
  @MayBeAbsent()
  @Matches(OPAQUE_ID)
  readonly bankCardId?: string;

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

/** An id that is none is answered like one that does not exist. */
export class ResubmittedCaseDto implements CaseParams {
  @IsString()
  readonly caseId!: string;
}

export class BankCardDto implements BankCardBody {
  @ApiProperty({ description: 'a card number as it is printed; spaces do not count' })
  @Matches(/^[0-9 ]{13,30}$/)
  readonly number!: string;
}

export class BankCardParamsDto implements BankCardParams {
  @IsString()
  readonly bankCardId!: string;
}
