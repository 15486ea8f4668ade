import type { FileReply } from '@anju/shared/contract';
import type { ChosenFile } from '../platform/ports.ts';
import { upload } from '../platform/upload.ts';
import { caller } from './api.ts';
import { ApiProblem, problemOf } from './problem.ts';

export type { ChosenFile } from '../platform/ports.ts';

/** 10 MB, the BFF's own limit: told before the person waits. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
const UPLOAD_TIMEOUT_MS = 60_000;

/**
 * Sends one material. @param key the wish's key: sending the same file again gives the same file
 * @throws ApiProblem (`file.too-large`, `file.empty`, `file.type-not-allowed`, …), TransportFailure
 */
export async function uploadFile(file: ChosenFile, key: string, onProgress?: (percent: number) => void): Promise<FileReply> {
  if (file.sizeBytes > MAX_FILE_BYTES) throw new ApiProblem({ type: 'about:blank', title: '', status: 413, code: 'file.too-large', requestId: '' });
  const reply = await caller.raw(() =>
    upload({
      url: caller.url('uploadFile'),
      headers: caller.headers(key),
      file,
      timeoutMs: UPLOAD_TIMEOUT_MS,
      ...(onProgress === undefined ? {} : { onProgress }),
    }),
  );
  if (reply.status !== 201 && reply.status !== 200) throw new ApiProblem(problemOf(reply.status, reply.text));
  return JSON.parse(reply.text) as FileReply;
}
