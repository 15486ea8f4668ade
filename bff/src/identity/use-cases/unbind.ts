import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { Log, UnitOfWork } from '../../platform/index.ts';
import { Sessions } from '../../session/index.ts';
import { FaceChecks } from '../domain/face-check.ts';
import { People } from '../domain/people.ts';
import { BoundIdentities } from './bound-identities.ts';

/** A person leaves: every session ends, their sealed papers go, what other modules hold goes with them. The audit entry stays. */
@Injectable()
export class Unbind {
  constructor(
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly faceChecks: FaceChecks,
    private readonly identities: BoundIdentities,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: Log,
  ) {}

  async execute(personId: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      await this.sessions.endAllOf(personId);
      await this.identities.tellUnbound(personId);
      await this.faceChecks.removeOf(personId);
      await this.people.remove(personId);
      await this.audit.record({ personId, action: 'identity.unbound', outcome: 'done' });
    });
    this.log.event('identity.unbound', { personId });
  }
}
