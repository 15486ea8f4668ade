import { endpoints } from '@anju/shared/contract';
import type { HouseholdReply, InvitationReply, InvitationView } from '@anju/shared/contract';
import { Controller, Param } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { AcceptInvitation } from '../use-cases/accept-invitation.ts';
import { InviteSpouse } from '../use-cases/invite-spouse.ts';
import { LeaveHousehold } from '../use-cases/leave-household.ts';
import { ShowHousehold, ShowInvitation } from '../use-cases/show-household.ts';
import { InvitationParamsDto } from './household.dto.ts';

@Controller()
export class HouseholdController {
  constructor(
    private readonly household: ShowHousehold,
    private readonly invite: InviteSpouse,
    private readonly invitation: ShowInvitation,
    private readonly accept: AcceptInvitation,
    private readonly leave: LeaveHousehold,
  ) {}

  @Serves(endpoints.showHousehold)
  showHousehold(@CurrentPerson() caller: PersonCaller): Promise<HouseholdReply> {
    return this.household.execute(caller.personId);
  }

  @Serves(endpoints.inviteSpouse)
  inviteSpouse(@CurrentPerson() caller: PersonCaller): Promise<InvitationReply> {
    return this.invite.execute(caller.personId);
  }

  @Serves(endpoints.showInvitation)
  showInvitation(@CurrentPerson() caller: PersonCaller, @Param() params: InvitationParamsDto): Promise<InvitationView> {
    return this.invitation.execute(caller.personId, params.code);
  }

  @Serves(endpoints.acceptInvitation)
  acceptInvitation(@CurrentPerson() caller: PersonCaller, @Param() params: InvitationParamsDto): Promise<HouseholdReply> {
    return this.accept.execute(caller.personId, params.code);
  }

  @Serves(endpoints.leaveHousehold)
  leaveHousehold(@CurrentPerson() caller: PersonCaller): Promise<void> {
    return this.leave.execute(caller.personId);
  }
}
