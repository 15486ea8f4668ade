import type { CaseReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { mayCancel } from '@anju/shared/progress';
import { Audit } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { AskedOnce, Refusal, UnitOfWork } from '../../platform/index.ts';
import { cancelTexts } from '../../texts/index.ts';
import { Cases } from '../domain/cases.ts';
import type { ServiceCase } from '../domain/service-case.ts';
import { auditActionOf, cancelRequestNoOf, roleOf } from '../domain/service-case.ts';
import { applicantOnly } from './applicant-only.ts';
import { newsOf } from './core-news.ts';
import { MoveCase } from './move-case.ts';
import { RefreshCase } from './refresh-case.ts';
import { ShowCase } from './show-cases.ts';

/** Takes a case back, as long as its matter lets it. */
@Injectable()
export class CancelCase {
  constructor(
    private readonly cases: Cases,
    private readonly core: CoreFund,
    private readonly move: MoveCase,
    private readonly refresh: RefreshCase,
    private readonly show: ShowCase,
    private readonly audit: Audit,
    private readonly askedOnce: AskedOnce,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @throws Refusal `request.not-found`, `case.state-conflict`, `core.unreachable` */
  async execute(personId: string, caseId: string): Promise<CaseReply> {
    const one = await this.cases.byId(caseId);
    if (one === undefined || roleOf(one, personId) === undefined) throw new Refusal('request.not-found');
    // The case is shown to them, so that there is none would be untrue; taking it back is the applicant's.
    if (one.personId !== personId) throw applicantOnly();
    // Taken back already, perhaps by the same wish before a crash: the person has what they asked for.
    if (one.stage !== 'cancelled') await this.takeBack(one);
    return this.unitOfWork.run(async () => {
      const reply = await this.show.execute(personId, caseId);
      await this.askedOnce.complete(reply);
      await this.audit.record({ personId, action: auditActionOf(one.route, 'cancelled'), subject: caseId, outcome: 'done' });
      return reply;
    });
  }

  private async takeBack(one: ServiceCase): Promise<void> {
    if (!mayCancel(one.stage, one.route) || one.link === 'asked') throw tooLate(one);
    if (one.link === 'to-send') {
      // It never left us: the write fails when the forwarding began in this very moment, or when the same wish was quicker under another key.
      if ((await this.move.execute(one, { stage: 'cancelled' })) !== undefined) return;
      if ((await this.cases.byId(one.caseId))?.stage !== 'cancelled') throw new Refusal('case.state-conflict');
      return;
    }
    await this.takeBackFromCore(one);
  }

  private async takeBackFromCore(one: ServiceCase): Promise<void> {
    const outcome = await this.core.cancel(cancelRequestNoOf(one.caseId), one.customerNo, one.coreCaseNo ?? '');
    // Refused, or nobody knows, or somebody else wrote the case meanwhile: the case itself says how it stands.
    const moved = outcome.kind === 'accepted' ? await this.move.execute(one, newsOf(outcome.value)) : undefined;
    const now = moved ?? (await this.refresh.execute(one.caseId));
    if (now?.stage === 'cancelled') return;
    // After a yes of the core the same call again ends in `cancelled`: its number is the same.
    throw outcome.kind === 'refused' ? tooLate(now ?? one) : new Refusal('core.unreachable');
  }
}

/** Says how the case stands that can no longer be taken back, in a sentence for the person. */
function tooLate({ stage, link }: ServiceCase): Refusal {
  const why = link === 'asked' ? 'being-sent' : stage === 'paid' || stage === 'approved' || stage === 'refused' || stage === 'payment-failed' ? stage : 'moved-on';
  return new Refusal('case.state-conflict', { reasons: [{ code: `too-late-${why}` }], detail: cancelTexts[why] });
}
