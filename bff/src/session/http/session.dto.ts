import type { SmsCodeRequest, SmsSignIn, WechatSignIn } from '@anju/shared/contract';
import { ApiProperty } from '@nestjs/swagger';
import { IsString, Length, Matches } from 'class-validator';

const MOBILE = /^1[3-9]\d{9}$/;

export class WechatSignInDto implements WechatSignIn {
  @ApiProperty({ description: 'From wx.login: five minutes, once.', minLength: 1, maxLength: 128 })
  @IsString()
  @Length(1, 128)
  @Matches(/^[\x21-\x7e]+$/)
  readonly code!: string;
}

export class SmsCodeRequestDto implements SmsCodeRequest {
  @ApiProperty({ description: 'Eleven digits of the mainland.', pattern: MOBILE.source })
  @Matches(MOBILE)
  readonly mobile!: string;
}

export class SmsSignInDto implements SmsSignIn {
  @ApiProperty({ description: 'Eleven digits of the mainland.', pattern: MOBILE.source })
  @Matches(MOBILE)
  readonly mobile!: string;

  @ApiProperty({ description: 'Six digits.', pattern: '^\\d{6}$' })
  @Matches(/^\d{6}$/)
  readonly code!: string;
}
