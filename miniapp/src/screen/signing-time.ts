import type { Booking, PreApplicationReply } from '@anju/shared/contract';

/** The signing of a pre-application as it is known on this phone. */
export interface SigningTime {
  readonly canBook: boolean;
  readonly booking: Booking | null;
  /** The core does not answer now: the booking is the one last heard of, or none was. Nothing is booked or given back meanwhile. */
  readonly silent: boolean;
}

/** The service says that the core is silent; an older one leaves it to be seen: for the applicant, from neither a time nor that one can be booked. */
export const isSilent = ({ case: { stage, role }, signing }: PreApplicationReply): boolean =>
  stage === 'signing' && (signing.state !== undefined || (role !== 'co-borrower' && signing.booking === null && !signing.canBook));

/** What the service says of the signing; while the core is silent, the time it last knew, else the one last heard of here, if it is not over. @param at milliseconds */
export function signingTime(shown: PreApplicationReply, kept: Booking | null, at: number): SigningTime {
  if (!isSilent(shown)) return { ...shown.signing, silent: false };
  if (shown.signing.booking !== null) return { canBook: false, booking: shown.signing.booking, silent: true };
  return { canBook: false, booking: kept !== null && Date.parse(kept.endsAt) > at ? kept : null, silent: true };
}
