import type { HouseholdReply, InvitationView } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Identities } from '../../identity/index.ts';
import { Clock } from '../../platform/index.ts';
import { Invitations, isOpen } from '../domain/invitation.ts';
import { Memberships } from '../domain/membership.ts';
import { Households } from '../households.port.ts';
import { invitationReply, joinedReply } from './household-views.ts';
import { LookUpCode } from './look-up-code.ts';

/** Alone, waiting for an answer, or joined. */
@Injectable()
export class ShowHousehold {
  constructor(
    private readonly memberships: Memberships,
    private readonly invitations: Invitations,
    private readonly households: Households,
    private readonly clock: Clock,
  ) {}

  async execute(personId: string): Promise<HouseholdReply> {
    const [mine, partner] = [await this.memberships.of(personId), await this.households.partnerOf(personId)];
    if (mine !== undefined && partner !== null) return joinedReply(mine, partner.maskedName);
    const invitation = await this.invitations.of(personId);
    if (invitation === undefined || !isOpen(invitation, this.clock.now().getTime())) return { state: 'none' };
    return { state: 'invited', invitation: invitationReply(invitation) };
  }
}

/** Who invites, before one says yes: a masked name and nothing else. */
@Injectable()
export class ShowInvitation {
  constructor(
    private readonly lookUp: LookUpCode,
    private readonly identities: Identities,
  ) {}

  /** @throws Refusal as LookUpCode */
  async execute(personId: string, code: string): Promise<InvitationView> {
    const { inviterId, expiresAt } = await this.lookUp.execute(personId, code);
    const { masked } = await this.identities.of(inviterId);
    return { inviterMaskedName: masked.name, expiresAt: new Date(expiresAt).toISOString() };
  }
}
