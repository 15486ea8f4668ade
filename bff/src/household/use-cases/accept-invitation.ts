import type { HouseholdReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import type { VerifiedIdentity } from '../../identity/index.ts';
import { AskedOnce, Clock, randomId, Refusal, UnitOfWork } from '../../platform/index.ts';
import { Invitations } from '../domain/invitation.ts';
import type { Invitation } from '../domain/invitation.ts';
import { Memberships } from '../domain/membership.ts';
import type { Membership } from '../domain/membership.ts';
import { joinedReply } from './household-views.ts';
import { LookUpCode } from './look-up-code.ts';

/** The invited person says yes on their own phone; from then on the two count as one household. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly lookUp: LookUpCode,
    private readonly invitations: Invitations,
    private readonly memberships: Memberships,
    private readonly identities: Identities,
    private readonly core: CoreFund,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `household.already-joined`, `household.not-married`, `core.unreachable`, and those of LookUpCode */
  async execute(personId: string, code: string): Promise<HouseholdReply> {
    if ((await this.memberships.of(personId)) !== undefined) throw new Refusal('household.already-joined');
    const invitation = await this.lookUp.execute(personId, code);
    const [inviter, invited] = [await this.identities.of(invitation.inviterId), await this.identities.of(personId)];
    const marriage = await this.marriageOf(inviter, invited);
    return this.unitOfWork.run(() => this.join(invitation, inviter, invited, marriage));
  }

  /** A source that does not answer is no mismatch; a core that does not answer cannot even say so. */
  private async marriageOf(inviter: VerifiedIdentity, invited: VerifiedIdentity): Promise<Membership['marriage']> {
    const read = await this.core.checkMarriage(inviter.customerNo, invited.customerNo);
    if (read.kind !== 'ok') throw new Refusal('core.unreachable');
    if (read.value !== 'not-married') return read.value;
    await this.audit.record({ personId: invited.personId, action: 'household.joined', outcome: 'household.not-married' });
    throw new Refusal('household.not-married');
  }

  /** Of several who say yes to one code the first takes it; whatever then stands in the way takes everything back. */
  private async join(invitation: Invitation, inviter: VerifiedIdentity, invited: VerifiedIdentity, marriage: Membership['marriage']): Promise<HouseholdReply> {
    const joinedAt = this.clock.now().getTime();
    if (!(await this.invitations.take(invitation, joinedAt))) throw new Refusal('household.code-expired');
    const of = ({ personId }: VerifiedIdentity): Membership => ({ householdId, personId, joinedAt, marriage });
    const householdId = randomId();
    const mine = of(invited);
    if (!(await this.memberships.join([of(inviter), mine]))) throw new Refusal('household.already-joined');
    await this.invitations.remove(invited.personId);
    const reply = joinedReply(mine, inviter.masked.name);
    await this.askedOnce.complete(reply);
    await this.audit.record({ personId: inviter.personId, actor: 'anju', action: 'household.joined', subject: householdId, outcome: marriage });
    await this.audit.record({ personId: invited.personId, action: 'household.joined', subject: householdId, outcome: marriage });
    return reply;
  }
}
