import type { Instant, Reason } from './common.contract.ts';
import type { MaskedPerson, SessionLevel } from './session.contract.ts';

/** The documents of the field; the code in brackets is JGJ/T 320 A.1 as the core files it. */
export type IdType =
  /** 居民身份证 (01) */
  | 'resident-id'
  /** 港澳台居民居住证 (99) */
  | 'hmt-residence-permit'
  /** 外国人永久居留身份证 (04) */
  | 'foreign-permanent-resident-id'
  /** 护照 (03) */
  | 'passport';

export interface IdentityReply {
  readonly level: SessionLevel;
  readonly person?: MaskedPerson;
  /** Until when a write needs no new face check. */
  readonly faceUntil?: Instant;
  /** How this person can be seen: face on this channel, or a code from the counter. */
  readonly stepUp: 'face' | 'counter-code' | 'none';
  /** What does not agree with the core, found at binding, as things to do: `name-differs`, `mobile-differs`. */
  readonly tasks: readonly Reason[];
}
export interface PhoneBody {
  /** From the getPhoneNumber button: five minutes, once, not the login code. */
  readonly code: string;
}
export interface RealNameBody {
  readonly name: string;
  readonly idType: IdType;
  readonly idNumber: string;
  /** The version of the privacy text the person agreed to. */
  readonly consentVersion: string;
  /** For documents that no online source can check. */
  readonly counterCode?: string;
}
export interface FaceBody {
  readonly purpose: 'withdrawal' | 'loan' | 'bank-card' | 'protection';
}
export interface FaceStart {
  readonly verificationId: string;
  /** weapp: handed to wx.requestFacialVerify. */
  readonly verifyId?: string;
  /** h5: the provider's own page. */
  readonly url?: string;
  readonly expiresAt: Instant;
}
/** In the seven classes a person can act on. Only `not-recognised` counts towards the limit. */
export type FaceOutcome =
  | 'passed'
  | 'pending'
  | 'cancelled'
  | 'camera'
  | 'network'
  | 'not-recognised'
  | 'no-reference-photo'
  | 'tries-used-up'
  | 'service-down';
export interface FaceResult {
  readonly outcome: FaceOutcome;
  readonly triesLeft: number;
  readonly level: SessionLevel;
  readonly faceUntil?: Instant;
}
export interface CounterCodeBody {
  readonly code: string;
}
export interface VerificationParams {
  readonly verificationId: string;
}
