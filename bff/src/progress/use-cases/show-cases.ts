import type { CaseReply, CasesQuery, CasesReply, CaseSummary } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '../../platform/index.ts';
import { Cases } from '../domain/cases.ts';
import { roleOf } from '../domain/service-case.ts';
import { replyOf, summaryOf } from './case-views.ts';

const PAGE = 20;

@Injectable()
export class ListCases {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  async execute(personId: string, query: CasesQuery): Promise<CasesReply> {
    const now = this.clock.now();
    const page = await this.cases.page(personId, {
      size: PAGE,
      ...(query.state === undefined ? {} : { live: query.state === 'running' }),
      ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
    });
    const next = await this.cases.resubmissionsOf(page.items.map(({ caseId }) => caseId));
    return {
      items: page.items.map((one) => summaryOf(one, personId, now, next.get(one.caseId))),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      now: now.toISOString(),
    };
  }
}

/** The cases that are on their way, for the home page and for the rules. */
@Injectable()
export class RunningCases {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  async execute(personId: string): Promise<readonly CaseSummary[]> {
    const now = this.clock.now();
    return (await this.cases.liveOf(personId)).map((one) => summaryOf(one, personId, now));
  }
}

@Injectable()
export class ShowCase {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `request.not-found`, also for another person's case in which this one does not borrow */
  async execute(personId: string, caseId: string): Promise<CaseReply> {
    const one = await this.cases.byId(caseId);
    if (one === undefined || roleOf(one, personId) === undefined) throw new Refusal('request.not-found');
    const [history, next] = await Promise.all([this.cases.history(caseId), this.cases.resubmissionOf(caseId)]);
    return replyOf(one, personId, { history, resubmittedAs: next?.caseId }, this.clock.now());
  }
}
