import Taro from '@tarojs/taro';
import { pieceTexts } from '../texts/pieces.ts';
import { TransportFailure } from './ports.ts';
import type { ChosenFile, HttpReply, UploadRequest } from './ports.ts';

/** Lets the person take or choose one picture. null: changed their mind. */
export async function chooseFile(): Promise<ChosenFile | null> {
  try {
    const reply = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sourceType: ['album', 'camera'], sizeType: ['compressed'] });
    const file = reply.tempFiles[0];
    if (file === undefined) return null;
    return { name: file.tempFilePath.split('/').pop() ?? pieceTexts.photo, sizeBytes: file.size, handle: file.tempFilePath };
  } catch {
    return null;
  }
}

/** WeChat's album holds pictures only: a PDF comes from a chat, the file transfer helper for one. null: changed their mind. */
export const chooseDocument: (() => Promise<ChosenFile | null>) | null = async () => {
  try {
    const reply = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf', 'jpg', 'jpeg', 'png'] });
    const file = reply.tempFiles[0];
    return file === undefined ? null : { name: file.name, sizeBytes: file.size, handle: file.path };
  } catch {
    return null;
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
