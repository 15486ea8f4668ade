import type { BlindIndex } from '../../platform/index.ts';

/** Six digits are guessed in no time from a plain hash: keyed, and tied to the one request they were made for. */
export function smsCodeHash(blindIndex: BlindIndex, codeId: string, code: string): string {
  return blindIndex.of(`${codeId}:${code}`, 'session.sms-code');
}
