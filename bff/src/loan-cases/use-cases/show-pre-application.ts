import type { PreApplicationReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../platform/index.ts';
import { Cases, roleOf, ShowCase } from '../../progress/index.ts';
import { SigningTimes } from './signing-times.ts';

/** A pre-application with what was applied for and the time of its signing. */
@Injectable()
export class ShowPreApplication {
  constructor(
    private readonly cases: Cases,
    private readonly show: ShowCase,
    private readonly signings: SigningTimes,
  ) {}

  /** @throws Refusal `request.not-found`, also for another person's in which this one does not borrow and for a case of another matter */
  async execute(personId: string, caseId: string): Promise<PreApplicationReply> {
    const one = await this.cases.byId(caseId);
    if (one === undefined || roleOf(one, personId) === undefined || one.terms?.matter !== 'loan-pre-application') throw new Refusal('request.not-found');
    const { months, method, contractNumber, priceFen, applicants } = one.terms;
    const [shown, signing] = await Promise.all([this.show.execute(personId, caseId), this.signings.of(one, personId)]);
    return {
      case: shown,
      application: { amountFen: one.amountFen, termMonths: months, method, contractNumber, priceFen, applicants },
      signing,
    };
  }
}
