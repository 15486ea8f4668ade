import type { Instant } from './common.contract.ts';

export interface InvitationReply {
  /** Six digits; also the share card's parameter. */
  readonly code: string;
  readonly expiresAt: Instant;
}
export interface InvitationParams {
  readonly code: string;
}
/** What the invited person sees before confirming. */
export interface InvitationView {
  readonly inviterMaskedName: string;
  readonly expiresAt: Instant;
}
export interface HouseholdReply {
  readonly state: 'none' | 'invited' | 'joined';
  readonly invitation?: InvitationReply;
  readonly partner?: { readonly maskedName: string; readonly joinedAt: Instant };
}
