import Taro from '@tarojs/taro';
import { TransportFailure } from './ports.ts';
import type { HttpReply, HttpRequest } from './ports.ts';

function headersOf(header: unknown): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [name, value] of Object.entries((header ?? {}) as Record<string, unknown>)) out[name.toLowerCase()] = String(value);
  return out;
}

/** Sends one request. WeChat answers every status as success. @throws TransportFailure when no reply comes */
export function send(request: HttpRequest): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const options = {
      url: request.url,
      method: request.method,
      header: { ...request.headers },
      timeout: request.timeoutMs,
      // Text, so that the reply is read in one place and a malformed one is not an exception here.
      dataType: 'text' as const,
      responseType: 'text' as const,
      ...(request.body === undefined ? {} : { data: request.body }),
      success: (reply: { statusCode: number; header?: unknown; data?: unknown }) => {
        const text = typeof reply.data === 'string' ? reply.data : reply.data === undefined || reply.data === null ? '' : JSON.stringify(reply.data);
        resolve({ status: reply.statusCode, headers: headersOf(reply.header), text });
      },
      fail: (error: { errMsg?: string }) => {
        const said = error.errMsg ?? '';
        reject(new TransportFailure(/timeout|time out/i.test(said) ? 'timeout' : /abort|interrupted/i.test(said) ? 'aborted' : 'offline'));
      },
    };
    const task = Taro.request(options as Parameters<typeof Taro.request>[0]);
    // The promise of Taro repeats what success and fail have said.
    task.catch(() => undefined);
    request.onAbortable?.(() => task.abort());
  });
}
