import Taro from '@tarojs/taro';
import { TransportFailure } from './ports.ts';
import type { DocumentRequest, HttpReply } from './ports.ts';

/** Fetches a PDF and opens it in WeChat's own reader, whose menu saves and sends it. @throws TransportFailure when no reply comes */
export function saveDocument({ url, headers, timeoutMs }: DocumentRequest): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const task = Taro.downloadFile({
      url,
      header: { ...headers },
      timeout: timeoutMs,
      success: (reply) => {
        // What a refusal says lies in the file; its status is enough for words.
        if (reply.statusCode !== 200) return resolve({ status: reply.statusCode, headers: {}, text: '' });
        void Taro.openDocument({ filePath: reply.tempFilePath, fileType: 'pdf', showMenu: true, success: () => resolve({ status: 200, headers: {}, text: '' }), fail: () => resolve({ status: 500, headers: {}, text: '' }) });
      },
      fail: (error: { errMsg?: string }) => reject(new TransportFailure(/timeout/i.test(error.errMsg ?? '') ? 'timeout' : 'offline')),
    });
    task.catch(() => undefined);
  });
}
