import { Global, Module } from '@nestjs/common';
import { KnownPeople } from '../session/index.ts';
import { TypeOrmAttempts } from './adapters/typeorm-attempts.ts';
import { TypeOrmFaceChecks } from './adapters/typeorm-face-checks.ts';
import { TypeOrmPeople } from './adapters/typeorm-people.ts';
import { Attempts } from './domain/attempts.ts';
import { FaceChecks } from './domain/face-check.ts';
import { People } from './domain/people.ts';
import { IdentityController } from './http/identity.controller.ts';
import { Identities } from './identities.port.ts';
import { BindPhone } from './use-cases/bind-phone.ts';
import { BoundIdentities } from './use-cases/bound-identities.ts';
import { ProveIdentity } from './use-cases/prove-identity.ts';
import { ReadFaceResult } from './use-cases/read-face-result.ts';
import { RecogniseHandle } from './use-cases/recognise-handle.ts';
import { ShowIdentity } from './use-cases/show-identity.ts';
import { StartFace } from './use-cases/start-face.ts';
import { Unbind } from './use-cases/unbind.ts';
import { UseCounterCode } from './use-cases/use-counter-code.ts';
import { VerifyRealName } from './use-cases/verify-real-name.ts';

/** Who a person is: real name, face, counter code, leaving. Global, since every module with people in it asks `Identities`. */
@Global()
@Module({
  controllers: [IdentityController],
  providers: [
    { provide: People, useClass: TypeOrmPeople },
    { provide: FaceChecks, useClass: TypeOrmFaceChecks },
    { provide: Attempts, useClass: TypeOrmAttempts },
    { provide: KnownPeople, useClass: RecogniseHandle },
    BoundIdentities,
    { provide: Identities, useExisting: BoundIdentities },
    ShowIdentity,
    BindPhone,
    ProveIdentity,
    VerifyRealName,
    StartFace,
    ReadFaceResult,
    UseCounterCode,
    Unbind,
  ],
  exports: [Identities, KnownPeople],
})
export class IdentityModule {}
