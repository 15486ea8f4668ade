import type { EntryKind } from '@anju/shared/contract';
import type { CoreConfig } from '../../config.ts';
import type { Clock, Log } from '../../platform/index.ts';
import type { BookingOutcome, BookingWish, CoreBooking, CoreServicePoint, CoreSlot } from '../core-booking.ts';
import type {
  ContractCheck, CoreCard, CoreCase, CoreEntry, CoreEvent, CoreEventPage, CoreOutcome, CoreOverview, CoreRead, CustomerNo, WithdrawalApplication,
} from '../core-fund.port.ts';
import { CoreFund } from '../core-fund.port.ts';
import type { CoreLoanPlan, LoanApplication, LoanPrepayment } from '../core-loan.ts';
import type { CoreSourceName, CoreSources } from '../core-sources.ts';
import type { ReasonCodes } from './core-codes.ts';
import { ENTRY_KIND, NOT_KNOWN, SUCCESS, WIRE_ID_TYPE, WIRE_SOURCE } from './core-codes.ts';
import type { TransactionCode, WireObject } from './core-fund.wire.ts';
import { list, objectOf, text, textOr, WireError } from './core-fund.wire.ts';
import type { CoreCalls } from './core-calls.ts';
import type { CoreHeaders } from './signature.ts';
import { NonceMemory, verifiedNonce } from './signature.ts';
import { bookingBody, bookingOf, bookingRefusalOf, servicePointOf, slotOf } from './translate-booking.ts';
import { applicationBody } from './translate-application.ts';
import { caseOf, eventsOf } from './translate-case.ts';
import type { ReadEvents } from './translate-case.ts';
import { loanApplicationBody, loanPlanOf, prepaymentBody } from './translate-loan.ts';
import { contractCheckOf, entryOf, marriageOf, overviewOf, verifiedPersonOf } from './translate-person.ts';
import { registeredCardOf, sourcesOf } from './translate-sources.ts';
import { moment, wireDay, wireMoment } from './wire-values.ts';

type Verified = { readonly customerNo: CustomerNo; readonly name: 'agrees' | 'differs'; readonly mobile: 'agrees' | 'differs' | 'not-on-file' };
type EntriesFilter = Parameters<CoreFund['entries']>[2];

/** How many pages of the ledger one request looks through, within the time of one call, for a kind the core cannot filter by itself. */
const PAGES_PER_REQUEST = 8;

/** The core fund system by its HTTP gateway (interface.md). Field names stop behind this class. */
export class HttpCoreFund extends CoreFund {
  private readonly nonces = new NonceMemory();

  constructor(
    private readonly config: CoreConfig,
    private readonly reasons: ReasonCodes,
    private readonly calls: CoreCalls,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  async verifyPerson(who: Parameters<CoreFund['verifyPerson']>[0]): Promise<CoreRead<Verified>> {
    const body = {
      ZJLX: WIRE_ID_TYPE[who.idType],
      ZJHM: who.idNumber,
      XINGMING: who.name,
      ...(who.mobile === undefined ? {} : { SJHM: who.mobile }),
      ...(who.counterCode === undefined ? {} : { GTYZM: who.counterCode }),
    };
    return this.calls.reading('GR1001', body, verifiedPersonOf);
  }

  async overview(customerNo: CustomerNo): Promise<CoreRead<CoreOverview>> {
    return this.calls.reading('GR1002', { KHBH: customerNo }, (body) => overviewOf(body, this.calls.notKnown('GR1002')), (reply) => moment(reply.body, 'CXSJ'));
  }

  async consult(customerNo: CustomerNo, sources?: readonly CoreSourceName[]): Promise<CoreRead<CoreSources>> {
    const asked = sources === undefined ? {} : { LY: sources.map((source) => WIRE_SOURCE[source]) };
    return this.calls.reading('GX1001', { KHBH: customerNo, ...asked }, (body) => sourcesOf(body, this.calls.notKnown('GX1001')));
  }

  async entries(customerNo: CustomerNo, accountNo: string, filter: EntriesFilter): Promise<CoreRead<{ readonly items: readonly CoreEntry[]; readonly cursor?: string }>> {
    const found: CoreEntry[] = [];
    const endsAt = this.clock.now().getTime() + this.config.timeoutMs;
    let cursor = filter.cursor;
    for (let page = 1; ; page += 1) {
      const answer = await this.page(customerNo, accountNo, { ...filter, size: filter.size - found.length, ...(cursor === undefined ? {} : { cursor }) });
      if (answer.kind !== 'ok') return answer;
      found.push(...answer.value.items.filter((entry) => filter.kind === undefined || entry.kind === filter.kind));
      cursor = answer.value.cursor;
      const enough = found.length >= filter.size || cursor === undefined || page === PAGES_PER_REQUEST || this.clock.now().getTime() >= endsAt;
      if (enough) return { kind: 'ok', asOf: answer.asOf, value: { items: found, ...(cursor === undefined ? {} : { cursor }) } };
    }
  }

  private page(customerNo: CustomerNo, accountNo: string, filter: EntriesFilter): Promise<CoreRead<{ readonly items: readonly CoreEntry[]; readonly cursor?: string }>> {
    const code = soleCodeOf(filter.kind);
    const body = {
      KHBH: customerNo,
      GRZH: accountNo,
      TS: filter.size,
      ...(filter.from === undefined ? {} : { KSRQ: wireDay(filter.from) }),
      ...(filter.to === undefined ? {} : { JSRQ: wireDay(filter.to) }),
      ...(code === undefined ? {} : { GJHTQYWLX: code }),
      ...(filter.cursor === undefined ? {} : { HYH: filter.cursor }),
    };
    return this.calls.reading('GR1003', body, (reply) => {
      const next = textOr(reply, 'XYH', undefined);
      return { items: list(reply, 'MX').map(entryOf), ...(next === undefined ? {} : { cursor: next }) };
    });
  }

  async checkContract(customerNo: CustomerNo, contractNumber: string): Promise<CoreRead<ContractCheck>> {
    return this.calls.reading('FC1001', { KHBH: customerNo, GFHTBH: contractNumber }, contractCheckOf);
  }

  async checkMarriage(customerNo: CustomerNo, other: CustomerNo): Promise<CoreRead<'married' | 'not-married' | 'unavailable'>> {
    return this.calls.reading('HY1001', { KHBH: customerNo, POKHBH: other }, marriageOf);
  }

  async loanPlan(customerNo: CustomerNo, loanNo: string): Promise<CoreRead<CoreLoanPlan>> {
    return this.calls.reading('DK1001', { KHBH: customerNo, DKZH: loanNo }, loanPlanOf);
  }

  async servicePoints(): Promise<CoreRead<readonly CoreServicePoint[]>> {
    return this.calls.reading('WD1001', {}, (body) => list(body, 'WD').map(servicePointOf));
  }

  async slots(pointNo: string, from: string): Promise<CoreRead<readonly CoreSlot[]>> {
    return this.calls.reading('WD1002', { WDBH: pointNo, KSRQ: wireDay(from) }, (body) => list(body, 'SD').map(slotOf));
  }

  async bookings(customerNo: CustomerNo): Promise<CoreRead<readonly CoreBooking[]>> {
    return this.calls.reading('YY1003', { KHBH: customerNo }, (body) => list(body, 'YY').map(bookingOf));
  }

  async caseOf(customerNo: CustomerNo, caseNo: string): Promise<CoreRead<CoreCase>> {
    return this.calls.reading('TQ1004', { KHBH: customerNo, YWLSH: caseNo }, caseOf);
  }

  async eventsAfter(eventNo: number, limit: number): Promise<CoreRead<CoreEventPage>> {
    return this.calls.reading('SJ1001', { SJH: String(eventNo), TS: limit }, (body) => {
      const { readThrough, ...read } = eventsOf(body);
      const more = list(body, 'SJ').length >= limit;
      return { events: this.readable('SJ1001', read), more, ...(readThrough === undefined ? {} : { readThrough }) };
    });
  }

  async applyWithdrawal(requestNo: string, application: WithdrawalApplication): Promise<CoreOutcome<CoreCase>> {
    const appliedAt = wireMoment(application.appliedAt === undefined ? this.clock.now() : new Date(application.appliedAt));
    return this.applying('TQ1002', requestNo, applicationBody(application, this.reasons, appliedAt));
  }

  applyLoan(requestNo: string, application: LoanApplication): Promise<CoreOutcome<CoreCase>> {
    return this.applying('DK1002', requestNo, loanApplicationBody(application));
  }

  prepayLoan(requestNo: string, prepayment: LoanPrepayment): Promise<CoreOutcome<CoreCase>> {
    return this.applying('DK1003', requestNo, prepaymentBody(prepayment));
  }

  async cancel(requestNo: string, customerNo: CustomerNo, caseNo: string): Promise<CoreOutcome<CoreCase>> {
    return this.calls.writing('TQ1005', requestNo, { KHBH: customerNo, YWLSH: caseNo }, caseOf);
  }

  async addCard(requestNo: string, customerNo: CustomerNo, number: string): Promise<CoreOutcome<Omit<CoreCard, 'usable'>>> {
    return this.calls.writing('YH1001', requestNo, { KHBH: customerNo, KH: number }, registeredCardOf);
  }

  async removeCard(requestNo: string, customerNo: CustomerNo, cardNo: string): Promise<CoreOutcome<null>> {
    return this.calls.writing('YH1002', requestNo, { KHBH: customerNo, KBH: cardNo }, () => null);
  }

  async book(requestNo: string, wish: BookingWish): Promise<BookingOutcome> {
    const answer = await this.calls.once('YY1001', requestNo, bookingBody(wish));
    return this.calls.outcome('YY1001', answer, bookingOf, bookingRefusalOf);
  }

  async cancelBooking(requestNo: string, customerNo: CustomerNo, bookingNo: string): Promise<CoreOutcome<CoreBooking>> {
    return this.calls.writing('YY1002', requestNo, { KHBH: customerNo, YYBH: bookingNo }, bookingOf);
  }

  async useCounterCode(requestNo: string, customerNo: CustomerNo, code: string): Promise<CoreOutcome<{ readonly validUntil: string }>> {
    return this.calls.writing('GT1001', requestNo, { KHBH: customerNo, GTYZM: code }, (body) => ({ validUntil: moment(body, 'YXQ') }));
  }

  async sendMaterial(requestNo: string, customerNo: CustomerNo, material: { readonly mediaType: string; readonly bytes: Buffer }): Promise<CoreOutcome<{ readonly materialNo: string }>> {
    const answer = await this.calls.deliver(requestNo, customerNo, material);
    return this.calls.outcome('CL1001', answer, (body) => ({ materialNo: text(body, 'CLBH') }));
  }

  async outcomeOf(requestNo: string): Promise<CoreOutcome<CoreCase> | { readonly kind: 'never-arrived' }> {
    const answer = await this.calls.repeatable('TQ1003', { YQQLSH: requestNo });
    if (answer.kind === 'reply' && answer.reply.head.XYM === NOT_KNOWN) return { kind: 'never-arrived' };
    // any other refusal is what became of the earlier request, and then the core says so
    if (answer.kind === 'reply' && answer.reply.head.XYM !== SUCCESS && answer.reply.body['JJBZ'] !== '1') return { kind: 'unknown' };
    return this.calls.outcome('TQ1003', answer, caseOf);
  }

  readPushedEvents(path: string, headers: CoreHeaders, body: Buffer): readonly CoreEvent[] | undefined {
    const now = this.clock.now();
    const nonce = verifiedNonce(this.config, 'POST', path, headers, body, now);
    if (nonce === undefined || !this.nonces.remember(nonce, now)) {
      this.log.event('core.signature', { call: 'push' });
      return undefined;
    }
    try {
      return this.readable('push', eventsOf(objectOf(JSON.parse(body.toString('utf8')), 'push')));
    } catch (error) {
      if (!(error instanceof WireError) && !(error instanceof SyntaxError)) throw error;
      // the feed is the truth and will bring them; taking the batch would only hide the fault
      this.calls.untranslatable('push', error);
      return undefined;
    }
  }

  private async applying(code: TransactionCode, requestNo: string, body: WireObject): Promise<CoreOutcome<CoreCase>> {
    const outcome = await this.calls.writing(code, requestNo, body, caseOf);
    // 300404 to an application: somebody asked for the number first and so closed it. That is no word on the wish; asking again leads on.
    return outcome.kind === 'refused' && outcome.code === 'not-found' ? { kind: 'unknown' } : outcome;
  }

  private readable(call: string, { events, passedOver }: Pick<ReadEvents, 'events' | 'passedOver'>): readonly CoreEvent[] {
    if (passedOver > 0) this.log.event('core.untranslatable', { call, field: 'SJ', count: passedOver });
    return events;
  }
}

/** The core filters by one code; a kind with several codes is filtered here. */
function soleCodeOf(kind: EntryKind | undefined): string | undefined {
  const codes = Object.entries(ENTRY_KIND).filter(([, entryKind]) => entryKind === kind);
  return codes.length === 1 ? codes[0]?.[0] : undefined;
}
