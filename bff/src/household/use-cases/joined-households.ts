import { Injectable } from '@nestjs/common';
import { Identities } from '../../identity/index.ts';
import { Memberships } from '../domain/membership.ts';
import { Households } from '../households.port.ts';
import type { Partner } from '../households.port.ts';

/** Who has joined whom, for the other modules. */
@Injectable()
export class JoinedHouseholds extends Households {
  constructor(
    private readonly memberships: Memberships,
    private readonly identities: Identities,
  ) {
    super();
  }

  async partnerOf(personId: string): Promise<Partner | null> {
    const mine = await this.memberships.of(personId);
    const theirs = mine === undefined ? undefined : await this.memberships.partnerIn(mine);
    if (theirs === undefined || (await this.identities.contactOf(theirs.personId)) === undefined) return null;
    const { masked } = await this.identities.of(theirs.personId);
    return { personId: theirs.personId, maskedName: masked.name };
  }
}
