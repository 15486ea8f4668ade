import { endpoints } from '@anju/shared/contract';
import type { CentresReply, PolicyReply } from '@anju/shared/contract';
import { allPacks } from '@anju/shared/policy/packs';
import { Controller, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal, Serves } from '../../platform/index.ts';
import { policyTexts } from '../../texts/index.ts';
import { keptReply, sendKept } from './kept-reply.ts';
import { CentreParamsDto } from './policy.dto.ts';

/** The rule packs as shared has them: there is nothing to decide here, and the phone may keep what it got. */
@Controller()
export class PolicyController {
  private readonly centres = keptReply<CentresReply>({ items: allPacks.map(({ centre, city, name, version, checkedOn }) => ({ centre, city, name, version, checkedOn })) });
  private readonly policies = new Map(allPacks.map((pack) => [pack.centre, keptReply<PolicyReply>({ centre: pack.centre, version: pack.version, pack: { ...pack } })]));

  @Serves(endpoints.listCentres)
  listCentres(@Headers('if-none-match') tag: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): CentresReply | undefined {
    return sendKept(this.centres, tag, reply);
  }

  @Serves(endpoints.showPolicy)
  showPolicy(@Param() params: CentreParamsDto, @Headers('if-none-match') tag: string | undefined, @Res({ passthrough: true }) reply: FastifyReply): PolicyReply | undefined {
    const kept = this.policies.get(params.centre);
    if (kept === undefined) throw new Refusal('policy.centre-unknown', { fields: [{ field: 'centre', rule: 'unknown', message: policyTexts.centreUnknown }] });
    return sendKept(kept, tag, reply);
  }
}
