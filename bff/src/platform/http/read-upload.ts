import { createHash } from 'node:crypto';
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
const ENVELOPE_BYTES = 64 * 1024;

/** The one file of a multipart request, in memory, before anybody has looked inside. */
export interface UploadedBytes {
  readonly bytes: Buffer;
  /** hex */
  readonly sha256: string;
  /** What the sender says it is; never believed. */
  readonly declaredType: string;
  readonly fieldName: string;
}

interface Part {
  readonly fieldname: string;
  readonly mimetype: string;
  toBuffer(): Promise<Buffer>;
}
type MultipartRequest = FastifyRequest & { file(options: object): Promise<Part | undefined> };

export type UploadRequest = FastifyRequest & { upload?: UploadedBytes };

/**
 * Reads the one file of a multipart request.
 * @throws Refusal `file.too-large` above 10 MB, `request.invalid` without a file, `request.malformed` for a body that is cut off
 */
export async function readUpload(request: FastifyRequest): Promise<UploadedBytes> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES + ENVELOPE_BYTES) throw new Refusal('file.too-large');
  const limits = { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 8, parts: 9, fieldSize: 4096, headerPairs: 50 };
  try {
    const part = await (request as MultipartRequest).file({ limits });
    if (part === undefined) throw new Refusal('request.invalid', { fields: [{ field: 'file', rule: 'isNotEmpty', message: 'file should not be empty' }] });
    const bytes = await part.toBuffer();
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), declaredType: part.mimetype, fieldName: part.fieldname };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal((error as { statusCode?: unknown }).statusCode === 413 ? 'file.too-large' : 'request.malformed');
  }
}

/** `@Upload() upload: UploadedBytes` in the handler of a multipart endpoint. */
export const Upload = createParamDecorator((_: unknown, context: ExecutionContext): UploadedBytes => {
  const { upload } = context.switchToHttp().getRequest<UploadRequest>();
  if (upload === undefined) throw new Error('only an endpoint of the contract with a multipart body has an upload');
  return upload;
});
