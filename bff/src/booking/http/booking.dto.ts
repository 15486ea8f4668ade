import type { BookingBody, BookingParams, ServicePointParams, ServicePointsQuery, SlotsQuery } from '@anju/shared/contract';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';

/** Any id we could have given out; one that we did not is said to be unknown. */
const ID = /^[0-9A-Za-z-]{1,64}$/;

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

  @IsIn(['loan-signing'])
  readonly purpose!: 'loan-signing';

  @Matches(ID)
  readonly caseId!: string;
}

export class BookingParamsDto implements BookingParams {
  @IsString()
  readonly bookingId!: string;
}
