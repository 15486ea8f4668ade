import type { BookingBody, BookingParams, BookingPurpose, ServicePointParams, ServicePointsQuery, SlotsQuery, WithdrawalRouteId } from '@anju/shared/contract';
import { WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';

/** Any id we could have given out; one that we did not is said to be unknown. */
const ID = /^[0-9A-Za-z-]{1,64}$/;
const PURPOSES: readonly BookingPurpose[] = ['loan-signing', 'counter-withdrawal'];

export class ServicePointsQueryDto implements ServicePointsQuery {
  @MayBeAbsent()
  @IsString()
  @MaxLength(20)
  readonly district?: string;
}

export class ServicePointParamsDto implements ServicePointParams {
  @IsString()
  readonly servicePointId!: string;
}

export class SlotsQueryDto implements SlotsQuery {
  @MayBeAbsent()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  readonly from?: string;
}

export class BookingDto implements BookingBody {
  @Matches(ID)
  readonly slotId!: string;

  @ApiProperty({ enum: PURPOSES })
  @IsIn(PURPOSES)
  readonly purpose!: BookingPurpose;

  @ApiPropertyOptional({ description: 'with loan-signing' })
  @MayBeAbsent()
  @Matches(ID)
  readonly caseId?: string;

  @ApiPropertyOptional({ enum: WITHDRAWAL_ROUTES, description: 'with counter-withdrawal' })
  @MayBeAbsent()
  @IsIn(WITHDRAWAL_ROUTES)
  readonly route?: WithdrawalRouteId;
}

export class BookingParamsDto implements BookingParams {
  @IsString()
  readonly bookingId!: string;
}
