import { Global, Module } from '@nestjs/common';
import { TypeOrmCodeTries } from './adapters/typeorm-code-tries.ts';
import { TypeOrmInvitations } from './adapters/typeorm-invitations.ts';
import { TypeOrmMemberships } from './adapters/typeorm-memberships.ts';
import { CodeTries, Invitations } from './domain/invitation.ts';
import { Memberships } from './domain/membership.ts';
import { Households } from './households.port.ts';
import { HouseholdController } from './http/household.controller.ts';
import { AcceptInvitation } from './use-cases/accept-invitation.ts';
import { InviteSpouse } from './use-cases/invite-spouse.ts';
import { JoinedHouseholds } from './use-cases/joined-households.ts';
import { LeaveHousehold } from './use-cases/leave-household.ts';
import { LookUpCode } from './use-cases/look-up-code.ts';
import { ShowHousehold, ShowInvitation } from './use-cases/show-household.ts';
import { SweepInvitations } from './use-cases/sweep-invitations.ts';

/** The spouse: invited, joined, gone. Global, since the loan counts both. */
@Global()
@Module({
  controllers: [HouseholdController],
  providers: [
    { provide: Invitations, useClass: TypeOrmInvitations },
    { provide: CodeTries, useClass: TypeOrmCodeTries },
    { provide: Memberships, useClass: TypeOrmMemberships },
    { provide: Households, useClass: JoinedHouseholds },
    LookUpCode,
    ShowHousehold,
    ShowInvitation,
    InviteSpouse,
    AcceptInvitation,
    LeaveHousehold,
    SweepInvitations,
  ],
  exports: [Households],
})
export class HouseholdModule {}
