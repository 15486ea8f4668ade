import type { Instant } from './common.contract.ts';

export type SessionLevel = 'guest' | 'verified' | 'face';
export type Channel = 'weapp' | 'h5';

/** A person as their own screen may show them; masked by the BFF, the full values never reach the phone. */
export interface MaskedPerson {
  /** 张*三 */
  readonly name: string;
  /** 3501**********1234 */
  readonly idNumber: string;
  /** 138****1234, when known */
  readonly mobile?: string;
}

export interface WechatSignIn {
  /** From `wx.login`: five minutes, once. */
  readonly code: string;
}
export interface SmsCodeRequest {
  readonly mobile: string;
}
export interface SmsCodeReply {
  /** Seconds until another code may be asked for. */
  readonly resendAfter: number;
  /** Seconds the code lives. */
  readonly expiresIn: number;
}
export interface SmsSignIn {
  readonly mobile: string;
  /** Six digits. */
  readonly code: string;
}
export interface SessionReply {
  readonly token: string;
  readonly expiresAt: Instant;
  readonly level: SessionLevel;
  readonly person?: MaskedPerson;
}
export interface Device {
  readonly sessionId: string;
  readonly channel: Channel;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly current: boolean;
}
export interface DevicesReply {
  readonly items: readonly Device[];
}
