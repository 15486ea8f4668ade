import type { BookingBody, WithdrawalRouteId } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { packOf } from '@anju/shared/policy/packs';
import { servedByAt } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import { Clock, Refusal } from '../../platform/index.ts';
import { applicantOnly, Cases, roleOf } from '../../progress/index.ts';
import { bookingTexts } from '../../texts/index.ts';

/** What the core holds a time for: a case that waits for its signing, or a route whose papers the counter sees. */
export type BookingMatter = { readonly caseNo: string; readonly route?: never } | { readonly route: WithdrawalRouteId; readonly caseNo?: never };

function refusedField(field: 'caseId' | 'route', rule: string, message: string): Refusal {
  return new Refusal('request.invalid', { fields: [{ field, rule, message }] });
}

/** Judges what a person books a time for, before the core is asked. */
@Injectable()
export class BookingMatters {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * @throws Refusal `request.invalid` naming `caseId` or `route` (missing, not of the purpose, or a route that is not served at the counter today),
   * `request.not-found` (another person's case too), `booking.not-yet`, `case.state-conflict` for who only borrows too, `policy.centre-unknown`
   */
  async of(personId: string, { purpose, caseId, route }: BookingBody): Promise<BookingMatter> {
    if (purpose === 'loan-signing') {
      if (route !== undefined) throw refusedField('route', 'not-needed', bookingTexts.routeOfSigning);
      if (caseId === undefined) throw refusedField('caseId', 'required', bookingTexts.caseMissing);
      return { caseNo: await this.caseToSign(personId, caseId) };
    }
    if (caseId !== undefined) throw refusedField('caseId', 'not-needed', bookingTexts.caseOfCounter);
    if (route === undefined) throw refusedField('route', 'required', bookingTexts.routeMissing);
    return { route: this.counterRoute(route) };
  }

  private async caseToSign(personId: string, caseId: string): Promise<string> {
    const one = await this.cases.byId(caseId);
    if (one === undefined || roleOf(one, personId) === undefined) throw new Refusal('request.not-found');
    if (one.personId !== personId) throw applicantOnly();
    if (one.coreCaseNo === null) throw new Refusal('booking.not-yet');
    return one.coreCaseNo;
  }

  /** What is done on the phone needs no window, and what the centre has not got has none. */
  private counterRoute(route: WithdrawalRouteId): WithdrawalRouteId {
    const pack = packOf(this.config.centre);
    if (pack === null) throw new Refusal('policy.centre-unknown');
    const served = servedByAt(route, pack, chinaDateOf(this.clock.now()));
    if (served !== 'counter') throw refusedField('route', 'counter', served === 'online' ? bookingTexts.routeOnline : bookingTexts.routeNotOffered);
    return route;
  }
}
