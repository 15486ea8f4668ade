import type { NoticesQuery, ReadBody, SubscriptionsBody } from '@anju/shared/contract';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsObject, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsSubscriptionResults } from './subscription-results.ts';
import { MayBeAbsent } from '../../platform/index.ts';

export class NoticesQueryDto implements NoticesQuery {
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  readonly cursor?: string;
}

export class ReadDto implements ReadBody {
  @ApiProperty({ type: [String], maxItems: 100 })
  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  readonly noticeIds!: string[];
}

export class SubscriptionsDto implements SubscriptionsBody {
  @ApiProperty({ type: 'object', additionalProperties: { enum: ['accept', 'reject', 'ban', 'filter'] } })
  @IsObject()
  @IsSubscriptionResults()
  readonly results!: SubscriptionsBody['results'];
}
