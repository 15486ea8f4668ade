import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import type { MediaType } from '../domain/stored-file.ts';
import { MediaSniffer } from '../domain/stored-file.ts';

const ALLOWED: readonly string[] = ['image/jpeg', 'image/png', 'application/pdf'] satisfies readonly MediaType[];

/** By the first bytes, as the file-type library knows them. */
@Injectable()
export class MagicSniffer extends MediaSniffer {
  async mediaTypeOf(bytes: Buffer): Promise<MediaType | undefined> {
    const found = (await fileTypeFromBuffer(bytes))?.mime;
    return found !== undefined && ALLOWED.includes(found) ? (found as MediaType) : undefined;
  }
}
