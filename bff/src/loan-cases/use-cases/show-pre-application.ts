import type { PreApplicationReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { SCREEN_BUDGET_MS, within } from '../../account/index.ts';
import { BookingViews, isAhead } from '../../booking/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { Refusal } from '../../platform/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { Cases, roleOf, ShowCase } from '../../progress/index.ts';

const NO_SIGNING: PreApplicationReply['signing'] = { canBook: false, booking: null };

/** A pre-application with what was applied for and the time of its signing. */
@Injectable()
export class ShowPreApplication {
  constructor(
    private readonly cases: Cases,
    private readonly show: ShowCase,
    private readonly core: CoreFund,
    private readonly bookings: BookingViews,
  ) {}

  /** @throws Refusal `request.not-found`, also for another person's in which this one does not borrow and for a case of another matter */
  async execute(personId: string, caseId: string): Promise<PreApplicationReply> {
    const one = await this.cases.byId(caseId);
    if (one === undefined || roleOf(one, personId) === undefined || one.terms?.matter !== 'loan-pre-application') throw new Refusal('request.not-found');
    const { months, method, contractNumber, priceFen, applicants } = one.terms;
    const [shown, signing] = await Promise.all([this.show.execute(personId, caseId), this.signingOf(one, personId)]);
    return {
      case: shown,
      application: { amountFen: one.amountFen, termMonths: months, method, contractNumber, priceFen, applicants },
      signing,
    };
  }

  /** Only while the signing is waited for; who borrows too sees the time at which they must be there, and the applicant books it. A time that is over and was not kept may be booked anew; while the core is silent nothing can be booked. */
  private async signingOf(one: ServiceCase, viewerId: string): Promise<PreApplicationReply['signing']> {
    if (one.stage !== 'signing') return NO_SIGNING;
    const read = await within(this.core.bookings(one.customerNo), SCREEN_BUDGET_MS);
    if (read?.kind !== 'ok') return NO_SIGNING;
    const booked = read.value.find((booking) => booking.caseNo === one.coreCaseNo && isAhead(booking, read.asOf));
    if (booked === undefined) return { canBook: one.personId === viewerId, booking: null };
    return { canBook: false, booking: await this.bookings.of(viewerId, booked) };
  }
}
