import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { Identities } from '../../identity/index.ts';
import { AskedOnce, UnitOfWork } from '../../platform/index.ts';
import { Invitations } from '../domain/invitation.ts';
import { Memberships } from '../domain/membership.ts';
import type { Membership } from '../domain/membership.ts';

/** Either one leaves, and both are alone again; an invitation that waits is taken back with it. Who unbinds leaves too. */
@Injectable()
export class LeaveHousehold implements OnModuleInit {
  constructor(
    private readonly memberships: Memberships,
    private readonly invitations: Invitations,
    private readonly identities: Identities,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.identities.onUnbound(async (personId) => {
      await this.leave(personId);
    });
  }

  /** Whoever is alone already has what they asked for. */
  async execute(personId: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      const left = await this.leave(personId);
      await this.askedOnce.complete(undefined);
      if (left !== undefined) await this.audit.record({ personId, action: 'household.left', subject: left.householdId, outcome: 'done' });
    });
  }

  /** The invitation first: somebody who is taking it just now has it locked, and is then seen as joined. */
  private async leave(personId: string): Promise<Membership | undefined> {
    await this.invitations.remove(personId);
    const mine = await this.memberships.of(personId);
    const theirs = mine === undefined ? undefined : await this.memberships.partnerIn(mine);
    if (mine === undefined) return undefined;
    await this.memberships.dissolve(mine.householdId);
    if (theirs !== undefined) await this.audit.record({ personId: theirs.personId, actor: 'anju', action: 'household.left', subject: mine.householdId, outcome: 'partner-left' });
    return mine;
  }
}
