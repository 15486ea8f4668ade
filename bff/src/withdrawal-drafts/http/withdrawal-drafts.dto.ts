import type { DraftFile, RouteParams, SaveDraftBody } from '@anju/shared/contract';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsString, Matches, Max, MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { MayBeAbsent } from '../../platform/index.ts';
import { FIELD_NAME, MOST_FILES, PLAIN_TEXT } from '../domain/draft.ts';

/** Any id we could have given out. */
const OPAQUE_ID = /^[0-9A-Za-z-]{1,64}$/;
/** 100,000,000.00 yuan. */
const MOST_FEN = 10_000_000_000;
const LONGEST_FILE_NAME = 100;

/** Left out: it stays. `null`: it is cleared. */
const MayBeCleared = (): PropertyDecorator => ValidateIf((_object: unknown, value: unknown) => value !== undefined && value !== null);

export class DraftRouteDto implements RouteParams {
  @IsString()
  readonly route!: string;
}

export class DraftFileDto implements DraftFile {
  @ApiProperty()
  @Matches(FIELD_NAME)
  readonly field!: string;

  @ApiProperty()
  @Matches(OPAQUE_ID)
  readonly fileId!: string;

  @ApiProperty({ maxLength: LONGEST_FILE_NAME })
  @IsString()
  @MaxLength(LONGEST_FILE_NAME)
  @Matches(PLAIN_TEXT)
  readonly name!: string;
}

export class SaveDraftDto implements SaveDraftBody {
  @ApiPropertyOptional({ description: 'the version seen; absent for the first write' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  readonly seen?: number;

  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeCleared()
  @Matches(FIELD_NAME)
  readonly at?: string | null;

  @ApiPropertyOptional({ type: 'object', nullable: true, additionalProperties: { oneOf: [{ type: 'string' }, { type: 'integer' }], nullable: true } })
  @MayBeCleared()
  @IsObject()
  readonly answers?: Readonly<Record<string, string | number | null>> | null;

  @ApiPropertyOptional({ type: [DraftFileDto], nullable: true })
  @MayBeCleared()
  @IsArray()
  @ArrayMaxSize(MOST_FILES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => DraftFileDto)
  readonly files?: DraftFileDto[] | null;

  @ApiPropertyOptional({ type: Number, nullable: true, description: 'fen', minimum: 1 })
  @MayBeCleared()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  readonly amountFen?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true })
  @MayBeCleared()
  @Matches(OPAQUE_ID)
  readonly bankCardId?: string | null;
}
