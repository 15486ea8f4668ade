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
/** Alone, waiting for an answer to a code, or joined; never two of them. */
export type HouseholdReply =
  | { readonly state: 'none'; readonly invitation?: never; readonly partner?: never }
  | { readonly state: 'invited'; readonly invitation: InvitationReply; readonly partner?: never }
  | { readonly state: 'joined'; readonly partner: { readonly maskedName: string; readonly joinedAt: Instant }; readonly invitation?: never };
