import Taro from '@tarojs/taro';
import { pieceTexts } from '../texts/pieces.ts';
import { TransportFailure } from './ports.ts';
import type { ChosenFile, HttpReply, UploadRequest } from './ports.ts';

/** As many as the album gives at once. */
const MOST_AT_ONCE = 9;

/** Lets the person take or choose pictures. None: changed their mind. */
export async function chooseFiles(): Promise<readonly ChosenFile[]> {
  try {
    const reply = await Taro.chooseMedia({ count: MOST_AT_ONCE, mediaType: ['image'], sourceType: ['album', 'camera'], sizeType: ['original'] });
    return reply.tempFiles.map((file) => ({ name: file.tempFilePath.split('/').pop() ?? pieceTexts.photo, sizeBytes: file.size, handle: file.tempFilePath }));
  } catch {
    return [];
  }
}

/** WeChat's album holds pictures only: a PDF comes from a chat, the file transfer helper for one. None: changed their mind. */
export const chooseDocuments: (() => Promise<readonly ChosenFile[]>) | null = async () => {
  try {
    const reply = await Taro.chooseMessageFile({ count: MOST_AT_ONCE, type: 'file', extension: ['pdf', 'jpg', 'jpeg', 'png', 'heic', 'heif'] });
    return reply.tempFiles.map((file) => ({ name: file.name, sizeBytes: file.size, handle: file.path }));
  } catch {
    return [];
  }
};

/** Sends one file as multipart. @throws TransportFailure when no reply comes */
export function upload(request: UploadRequest): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const task = Taro.uploadFile({
      url: request.url,
      filePath: String(request.file.handle),
      name: 'file',
      header: { ...request.headers },
      timeout: request.timeoutMs,
      success: (reply) => resolve({ status: reply.statusCode, headers: {}, text: reply.data }),
      fail: (error) => reject(new TransportFailure(/timeout/i.test(error.errMsg ?? '') ? 'timeout' : 'offline')),
    });
    task.catch(() => undefined);
    task.progress((event) => request.onProgress?.(event.progress));
  });
}
