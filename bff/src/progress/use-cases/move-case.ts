import { Injectable } from '@nestjs/common';
import { isTerminal } from '@anju/shared/progress';
import type { CaseStage } from '@anju/shared/progress';
import { Audit } from '../../audit/index.ts';
import { Notices } from '../../notification/index.ts';
import type { NoticeNews } from '../../notification/index.ts';
import { Clock, Log, UnitOfWork } from '../../platform/index.ts';
import type { CaseNews } from '../domain/case-news.ts';
import { takeNews } from '../domain/case-news.ts';
import { Cases } from '../domain/cases.ts';
import type { ServiceCase } from '../domain/service-case.ts';
import { auditActionOf, originOf, toldOf } from '../domain/service-case.ts';

/** Where a case may be listened to, by those who keep something that a move makes old. */
export type MoveListener = (personId: string) => void;

/** Called inside the unit of work in which a case comes to its end, or its payment comes back, so that what must follow is promised with it. */
export type EndedListener = (one: ServiceCase) => Promise<void>;

/** Takes news of a case in: stage, history, notices and audit become true together, once. */
@Injectable()
export class MoveCase {
  private readonly listeners: MoveListener[] = [];
  private readonly ended: EndedListener[] = [];

  constructor(
    private readonly cases: Cases,
    private readonly notices: Notices,
    private readonly audit: Audit,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onMoved(listener: MoveListener): void {
    this.listeners.push(listener);
  }

  onEnded(listener: EndedListener): void {
    this.ended.push(listener);
  }

  /**
   * @param one the case as it was read **before** the news was asked for, so that older news cannot overwrite newer
   * @returns the case as it stands now; undefined when somebody else wrote it meanwhile: read it and ask again
   */
  async execute(one: ServiceCase, news: CaseNews): Promise<ServiceCase | undefined> {
    const move = takeNews(one, news, this.clock.now());
    if (move === undefined) return one;
    const { next, reached } = move;
    const saved = await this.unitOfWork.run(async () => {
      if (!(await this.cases.save(next))) return false;
      await this.cases.note(next.caseId, reached);
      // The moment of telling, not the core's: its clock is not ours, and the inbox must stay in order.
      for (const { stage } of reached) for (const told of toldOf(next)) await this.notices.tell({ ...next, ...told, ...aboutOf(next, stage), stage, at: next.updatedAt });
      if (next.stage !== one.stage) {
        if (isTerminal(next.stage) || next.stage === 'payment-failed') for (const listener of this.ended) await listener(next);
        await this.audit.record({ personId: one.personId, actor: 'core', action: auditActionOf(one.route, 'moved'), subject: one.caseId, outcome: next.stage });
      }
      return true;
    });
    if (!saved) return undefined;
    if (next.stage !== one.stage) {
      this.log.event('case.moved', { caseId: one.caseId, from: one.stage, to: next.stage, done: isTerminal(next.stage) });
      for (const { personId } of toldOf(one)) for (const listener of this.listeners) listener(personId);
    }
    return { ...next, version: next.version + 1 };
  }
}

/** What a notice says beside the stage: who made the case, and why a payment did not arrive. */
function aboutOf(one: ServiceCase, stage: CaseStage): Pick<NoticeNews, 'origin' | 'cause'> {
  const origin = originOf(one);
  const cause = stage === 'payment-failed' ? one.refusal?.params?.['text'] : undefined;
  return { ...(origin === undefined ? {} : { origin }), ...(typeof cause === 'string' ? { cause } : {}) };
}
