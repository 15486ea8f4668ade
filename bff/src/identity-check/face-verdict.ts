/** What a face check came to, in the classes a person can act on; the provider's own codes stop at the adapter. */
export type FaceVerdict =
  | 'passed' | 'pending' | 'cancelled' | 'camera' | 'network' | 'not-recognised' | 'no-reference-photo' | 'tries-used-up' | 'service-down';
