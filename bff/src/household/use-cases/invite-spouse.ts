import type { InvitationReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { AskedOnce, Clock, randomDigits, Refusal, UnitOfWork } from '../../platform/index.ts';
import { CODE_DIGITS, INVITATION_MS, Invitations, isOpen } from '../domain/invitation.ts';
import { Memberships } from '../domain/membership.ts';
import { invitationReply } from './household-views.ts';

/** How often another code is drawn because the one drawn is in use, or somebody wrote at the same moment. */
const RUNS = 5;

/** Thrown inside the unit of work, so that nothing of it stays. */
class Overtaken extends Error {}

/** Gives out the code that lets the other half join; as long as one lives, asking again gives the same. */
@Injectable()
export class InviteSpouse {
  constructor(
    private readonly invitations: Invitations,
    private readonly memberships: Memberships,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `household.already-joined` */
  async execute(personId: string): Promise<InvitationReply> {
    for (let run = 0; run < RUNS; run += 1) {
      try {
        return await this.unitOfWork.run(() => this.invite(personId));
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    }
    throw new Refusal('case.state-conflict', { retryAfter: 1 });
  }

  private async invite(personId: string): Promise<InvitationReply> {
    if ((await this.memberships.of(personId)) !== undefined) throw new Refusal('household.already-joined');
    const now = this.clock.now().getTime();
    const older = await this.invitations.of(personId);
    const living = older !== undefined && isOpen(older, now) ? older : undefined;
    const invitation = living ?? { inviterId: personId, code: randomDigits(CODE_DIGITS), createdAt: now, expiresAt: now + INVITATION_MS, acceptedAt: null };
    if (living === undefined && !(await this.invitations.replace(older, invitation))) throw new Overtaken();
    const reply = invitationReply(invitation);
    await this.askedOnce.complete(reply);
    if (living === undefined) await this.audit.record({ personId, action: 'household.invited', outcome: 'done' });
    return reply;
  }
}
