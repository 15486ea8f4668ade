import type { StandingOrderBody, StandingOrderChangeBody, StandingOrderKind, StandingOrderParams } from '@anju/shared/contract';
import { IsIn, IsInt, IsISO8601, IsString, Matches, Max, Min } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';
import { OPAQUE_ID } from '../../withdrawal/index.ts';

const KINDS: readonly StandingOrderKind[] = ['offset', 'repay-commercial-loan', 'rent'];
/** A day that every month has. */
const LAST_DAY = 28;

export class StandingOrderDto implements StandingOrderBody {
  @IsIn(KINDS)
  readonly kind!: StandingOrderKind;

  @MayBeAbsent()
  @Matches(OPAQUE_ID)
  readonly bankCardId?: string;

  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(LAST_DAY)
  readonly day?: number;
}

export class StandingOrderChangeDto implements StandingOrderChangeBody {
  @IsIn(['pause', 'resume', 'skip', 'change'])
  readonly action!: StandingOrderChangeBody['action'];

  @MayBeAbsent()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  readonly on?: string;

  @MayBeAbsent()
  @Matches(OPAQUE_ID)
  readonly bankCardId?: string;

  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(LAST_DAY)
  readonly day?: number;
}

export class StandingOrderParamsDto implements StandingOrderParams {
  @IsString()
  readonly orderId!: string;
}
