import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import { Log, Outbox } from '../../platform/index.ts';
import type { Delivery } from '../../platform/index.ts';
import { Cases } from '../domain/cases.ts';
import type { ServiceCase } from '../domain/service-case.ts';
import { isSameCase, newsOf } from './core-news.ts';
import { MoveCase } from './move-case.ts';

export const REFRESH_TOPIC = 'case.refresh';

/** How often a case is read again when somebody else wrote it in between. */
const RUNS = 3;

/** Reads a case from the core and takes in what it says. An event is only the hint to do so. */
@Injectable()
export class RefreshCase implements OnModuleInit {
  constructor(
    private readonly cases: Cases,
    private readonly core: CoreFund,
    private readonly move: MoveCase,
    private readonly outbox: Outbox,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.outbox.handle(REFRESH_TOPIC, (payload) => this.deliver(String(payload['caseId']), String(payload['coreCaseNo'])));
  }

  /** The case as it stands afterwards; undefined when the core did not say. */
  async execute(caseId: string, coreCaseNo?: string): Promise<ServiceCase | undefined> {
    for (let run = 0; run < RUNS; run += 1) {
      const one = await this.cases.byId(caseId);
      const caseNo = one?.coreCaseNo ?? coreCaseNo;
      if (one === undefined || caseNo === undefined) return undefined;
      const read = await this.core.caseOf(one.customerNo, caseNo);
      if (read.kind === 'refused') this.log.event('case.disagrees', { caseId, code: read.code });
      if (read.kind !== 'ok') return undefined;
      if (!isSameCase(one, read.value)) {
        this.log.event('case.disagrees', { caseId, code: 'another-case' });
        return undefined;
      }
      const moved = await this.move.execute(one, newsOf(read.value));
      if (moved !== undefined) return moved;
    }
    return undefined;
  }

  private async deliver(caseId: string, coreCaseNo: string): Promise<Delivery> {
    return (await this.execute(caseId, coreCaseNo)) === undefined ? { kind: 'later' } : { kind: 'done' };
  }
}
