import type { CounterCodeBody, FaceBody, IdType, PhoneBody, RealNameBody } from '@anju/shared/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsString, Length, Matches } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';

const ID_TYPES = ['resident-id', 'hmt-residence-permit', 'foreign-permanent-resident-id', 'passport'] as const;
const PURPOSES = ['withdrawal', 'loan', 'bank-card', 'protection'] as const;
const COUNTER_CODE = /^[0-9A-Za-z-]{4,32}$/;

export class PhoneBodyDto implements PhoneBody {
  @ApiProperty({ description: 'From the getPhoneNumber button: five minutes, once, not the login code.', maxLength: 256 })
  @IsString()
  @Length(1, 256)
  @Matches(/^[\x21-\x7e]+$/)
  readonly code!: string;
}

export class RealNameBodyDto implements RealNameBody {
  @ApiProperty({ maxLength: 50 })
  @IsString()
  @Length(1, 50)
  readonly name!: string;

  @ApiProperty({ enum: ID_TYPES })
  @IsIn(ID_TYPES)
  readonly idType!: IdType;

  @ApiProperty({ maxLength: 32 })
  @IsString()
  @Length(1, 32)
  readonly idNumber!: string;

  @ApiProperty({ description: 'The version of the privacy text the person agreed to.', maxLength: 32 })
  @IsString()
  @Length(1, 32)
  readonly consentVersion!: string;

  @ApiPropertyOptional({ description: 'For documents that no online source can check.', pattern: COUNTER_CODE.source })
  @MayBeAbsent()
  @Matches(COUNTER_CODE)
  readonly counterCode?: string;
}

export class FaceBodyDto implements FaceBody {
  @ApiProperty({ enum: PURPOSES })
  @IsIn(PURPOSES)
  readonly purpose!: FaceBody['purpose'];
}

export class CounterCodeBodyDto implements CounterCodeBody {
  @ApiProperty({ pattern: COUNTER_CODE.source })
  @Matches(COUNTER_CODE)
  readonly code!: string;
}
