import { Injectable } from '@nestjs/common';
import { Audit } from '../../audit/index.ts';
import { Clock, Log, Refusal, UnitOfWork } from '../../platform/index.ts';
import type { Caller } from '../../platform/index.ts';
import { Sessions } from '../domain/sessions.ts';

/** Signs out: this device, or another one of the same person. */
@Injectable()
export class EndSession {
  constructor(
    private readonly sessions: Sessions,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** @throws Refusal `request.not-found`, for another person's session as for one that never was */
  async execute(caller: Caller, sessionId: string): Promise<void> {
    await this.unitOfWork.run(async () => {
      if (sessionId !== caller.sessionId && !(await this.ownsOther(caller, sessionId))) throw new Refusal('request.not-found');
      await this.sessions.end(sessionId);
      if (caller.personId !== undefined) await this.audit.record({ personId: caller.personId, action: 'session.ended', subject: sessionId, outcome: 'done' });
    });
    this.log.event('session.ended', { sessionId });
  }

  private async ownsOther(caller: Caller, sessionId: string): Promise<boolean> {
    if (caller.personId === undefined) return false;
    const other = await this.sessions.byId(sessionId, this.clock.now().getTime());
    return other?.personId === caller.personId;
  }
}
