import type { FaceResult, FaceStart, IdentityReply } from '@anju/shared/contract';
import { endpoints } from '@anju/shared/contract';
import { Body, Controller, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '../../platform/index.ts';
import { Serves } from '../../platform/index.ts';
import { CurrentCaller, CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { BindPhone } from '../use-cases/bind-phone.ts';
import { ReadFaceResult } from '../use-cases/read-face-result.ts';
import { ShowIdentity } from '../use-cases/show-identity.ts';
import { StartFace } from '../use-cases/start-face.ts';
import { Unbind } from '../use-cases/unbind.ts';
import { UseCounterCode } from '../use-cases/use-counter-code.ts';
import { VerifyRealName } from '../use-cases/verify-real-name.ts';
import { CounterCodeBodyDto, FaceBodyDto, PhoneBodyDto, RealNameBodyDto } from './identity.dto.ts';

@ApiTags('identity')
@Controller()
export class IdentityController {
  constructor(
    private readonly show: ShowIdentity,
    private readonly phone: BindPhone,
    private readonly realName: VerifyRealName,
    private readonly faceStart: StartFace,
    private readonly faceResult: ReadFaceResult,
    private readonly counterCode: UseCounterCode,
    private readonly leaving: Unbind,
  ) {}

  @Serves(endpoints.showIdentity)
  showIdentity(@CurrentCaller() caller: Caller): Promise<IdentityReply> {
    return this.show.execute(caller);
  }

  @Serves(endpoints.bindPhone)
  bindPhone(@CurrentCaller() caller: Caller, @Body() body: PhoneBodyDto): Promise<IdentityReply> {
    return this.phone.execute(caller, body.code);
  }

  @Serves(endpoints.verifyRealName)
  verifyRealName(@CurrentCaller() caller: Caller, @Body() body: RealNameBodyDto): Promise<IdentityReply> {
    return this.realName.execute(caller, body);
  }

  @Serves(endpoints.startFace)
  startFace(@CurrentPerson() caller: PersonCaller, @Body() body: FaceBodyDto): Promise<FaceStart> {
    return this.faceStart.execute(caller, body.purpose);
  }

  @Serves(endpoints.readFaceResult)
  readFaceResult(@CurrentPerson() caller: PersonCaller, @Param('verificationId') verificationId: string): Promise<FaceResult> {
    return this.faceResult.execute(caller, verificationId);
  }

  @Serves(endpoints.useCounterCode)
  useCounterCode(@CurrentPerson() caller: PersonCaller, @Body() body: CounterCodeBodyDto): Promise<IdentityReply> {
    return this.counterCode.execute(caller, body.code);
  }

  @Serves(endpoints.unbind)
  unbind(@CurrentPerson() caller: PersonCaller): Promise<void> {
    return this.leaving.execute(caller.personId);
  }
}
