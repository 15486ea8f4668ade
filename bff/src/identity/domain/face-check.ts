/** In the classes a person can act on. */
export type FaceOutcome =
  | 'passed' | 'pending' | 'cancelled' | 'camera' | 'network' | 'not-recognised' | 'no-reference-photo' | 'tries-used-up' | 'service-down';

/** Failed comparisons a day; a cancelled try, a dark room's camera or a broken line cost nobody anything. */
export const FACE_TRIES_A_DAY = 5;
/** A check that was not finished by then must be begun anew. */
export const FACE_CHECK_MS = 30 * 60_000;

export interface FaceCheck {
  /** 32 characters; the provider's sequence number too. */
  readonly verificationId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly channel: 'weapp' | 'h5';
  readonly purpose: string;
  /** The provider's own name of the check. */
  readonly providerRef: string;
  readonly startedAt: number;
  readonly expiresAt: number;
  /** null while it is open. */
  readonly outcome: FaceOutcome | null;
}

/** Checks are kept this long; the audit log holds what came of them. */
export const FACE_CHECK_KEPT_MS = 30 * 86_400_000;

/** These end a check; after any other the same check can still be passed. */
export function isFinal(outcome: FaceOutcome): boolean {
  return outcome === 'passed' || outcome === 'not-recognised' || outcome === 'no-reference-photo' || outcome === 'tries-used-up';
}

/** The face checks that were begun. */
export abstract class FaceChecks {
  abstract add(check: FaceCheck): Promise<void>;
  abstract byId(verificationId: string): Promise<FaceCheck | undefined>;
  /** Ends an open check; false when it had ended already. */
  abstract settle(verificationId: string, outcome: FaceOutcome, at: number): Promise<boolean>;
  /** How often this person was not recognised on the day in China of `now`. */
  abstract notRecognisedOn(personId: string, now: number): Promise<number>;
  abstract removeOf(personId: string): Promise<void>;
  /** Forgets checks that were begun before `before`. */
  abstract sweep(before: number): Promise<void>;
}
