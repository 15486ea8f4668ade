import type { HouseholdReply, InvitationReply } from '@anju/shared/contract';
import type { Invitation } from '../domain/invitation.ts';
import type { Membership } from '../domain/membership.ts';

export function invitationReply({ code, expiresAt }: Invitation): InvitationReply {
  return { code, expiresAt: new Date(expiresAt).toISOString() };
}

/** Of the other one only the masked name and the moment are told. */
export function joinedReply({ joinedAt }: Membership, maskedName: string): HouseholdReply {
  return { state: 'joined', partner: { maskedName, joinedAt: new Date(joinedAt).toISOString() } };
}
