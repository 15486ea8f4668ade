import type { FaceVerdict } from './face-verdict.ts';

/** Name and number of a mainland resident id (居民身份证). */
export interface PaperIdentity {
  readonly name: string;
  readonly idNumber: string;
}

export type MatchOutcome =
  | { readonly kind: 'matched' }
  /** `fields` names what the source says does not belong together; empty when it does not say. */
  | { readonly kind: 'mismatch'; readonly fields: readonly ('name' | 'idNumber' | 'mobile')[] }
  /** The source has no such record: neither a match nor a mismatch. */
  | { readonly kind: 'no-record' }
  /** Not now: time-out, an error of the provider, a daily limit. */
  | { readonly kind: 'unavailable' };

export type H5FaceStart =
  | { readonly kind: 'ok'; readonly value: { readonly bizToken: string; readonly url: string; readonly expiresInSeconds: number } }
  | { readonly kind: 'refused'; readonly reason: 'document' | 'rejected' }
  | { readonly kind: 'unreachable' };

export type H5FaceResult =
  | { readonly kind: 'ok'; readonly verdict: FaceVerdict }
  | { readonly kind: 'refused'; readonly reason: 'expired' | 'rejected' }
  | { readonly kind: 'unreachable' };

/** The sources that know who belongs to a document, and a face check for browsers. */
export abstract class IdentityCheck {
  /** Two factors. */
  abstract nameIdMatch(who: PaperIdentity): Promise<MatchOutcome>;
  /** Three factors: the mobile belongs to the person with this name and document. */
  abstract nameIdMobileMatch(who: PaperIdentity & { readonly mobile: string }): Promise<MatchOutcome>;
  /** A page of the provider's own where the person is seen; it comes back to `returnUrl`. */
  abstract startFace(who: PaperIdentity, returnUrl: string): Promise<H5FaceStart>;
  /** What became of it, read by the server. */
  abstract faceResult(bizToken: string, who: PaperIdentity): Promise<H5FaceResult>;
}
