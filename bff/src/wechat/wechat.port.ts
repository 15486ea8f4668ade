import type { SubscribeMessage } from './subscribe-message.ts';

/** What a face check came to, in the classes a person can act on; the provider's own codes stop at the adapter. */
export type FaceVerdict =
  | 'passed' | 'pending' | 'cancelled' | 'camera' | 'network' | 'not-recognised' | 'no-reference-photo' | 'service-down';

/** The call was not answered in time or not understandably; nothing is known of what it did. */
export interface Unreachable {
  readonly kind: 'unreachable';
}

export interface WechatAccount {
  /** Opaque name of a WeChat user in this mini-program. */
  readonly openId: string;
}

export type CodeOutcome =
  | { readonly kind: 'ok'; readonly value: WechatAccount }
  | { readonly kind: 'refused'; readonly reason: 'code-invalid' | 'code-used' | 'blocked' | 'busy' | 'rejected' }
  | Unreachable;

export type PhoneOutcome =
  | { readonly kind: 'ok'; readonly value: { readonly mobile: string; readonly countryCode: string } }
  | { readonly kind: 'refused'; readonly reason: 'code-invalid' | 'busy' | 'rejected' }
  | Unreachable;

/** Who is to be seen; mainland resident ids only. */
export interface FaceSubject {
  readonly openId: string;
  readonly name: string;
  readonly idNumber: string;
  /** 5–32 of `[0-9A-Za-z_-]`, never used before. */
  readonly sequenceNo: string;
}

export type FaceStartOutcome =
  | { readonly kind: 'ok'; readonly value: { readonly verifyId: string; readonly expiresInSeconds: number } }
  | { readonly kind: 'refused'; readonly reason: 'document' | 'busy' | 'rejected' }
  | Unreachable;

export type FaceResultOutcome =
  | { readonly kind: 'ok'; readonly verdict: FaceVerdict }
  | { readonly kind: 'refused'; readonly reason: 'expired' | 'busy' | 'rejected' }
  | Unreachable;

export type SubscribeOutcome =
  /** `messageId` is an int64 and therefore text. */
  | { readonly kind: 'ok'; readonly messageId: string | null }
  | {
      readonly kind: 'refused';
      /** `no-quota`: the person has no subscription left; `later`: try again (`afterSeconds`); `content`: the fields broke a rule; `permanent`: will never work. */
      readonly reason: 'no-quota' | 'later' | 'content' | 'permanent';
      readonly afterSeconds?: number;
    }
  | Unreachable;

/** WeChat's server interface as far as Anju needs it. No session_key on this side: nothing here decrypts open data. */
export abstract class Wechat {
  /** Turns a `wx.login` code (five minutes, once) into the account it was made for. */
  abstract codeToSession(code: string): Promise<CodeOutcome>;
  /** Turns a code of the getPhoneNumber button (five minutes, once, not the login code) into the number the person chose. */
  abstract phoneNumber(code: string, openId: string): Promise<PhoneOutcome>;
  /** 微信人脸核身 2.0: an id for `wx.requestFacialVerify`. */
  abstract startFace(subject: FaceSubject): Promise<FaceStartOutcome>;
  /** What became of it. The phone's own word for it is never taken. */
  abstract faceResult(verifyId: string, subject: FaceSubject): Promise<FaceResultOutcome>;
  /** Sends one subscription message; what `SubscribeMessage` built cannot break a field rule. */
  abstract sendSubscribeMessage(message: SubscribeMessage): Promise<SubscribeOutcome>;
}
