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
import type { TransactionCode, WireObject, WireReply } from './core-fund.wire.ts';
import { list, objectOf, text, textOr, WireError } from './core-fund.wire.ts';
import type { LineAnswer } from './core-line.ts';
import { CoreLine } from './core-line.ts';
import { ReadingPolicy } from './reading-policy.ts';
import type { CoreHeaders } from './signature.ts';
import { NonceMemory, verifiedNonce } from './signature.ts';
import { bookingBody, bookingOf, bookingRefusalOf, servicePointOf, slotOf } from './translate-booking.ts';
import { applicationBody } from './translate-application.ts';
import { caseOf, eventsOf, refusalOf } from './translate-case.ts';
import type { ReadEvents } from './translate-case.ts';
import { loanApplicationBody, loanPlanOf, prepaymentBody } from './translate-loan.ts';
import { contractCheckOf, entryOf, marriageOf, overviewOf, verifiedPersonOf } from './translate-person.ts';
import { registeredCardOf, sourcesOf } from './translate-sources.ts';
import { moment, wireDay, wireMoment } from './wire-values.ts';

type Verified = { readonly customerNo: CustomerNo; readonly name: 'agrees' | 'differs'; readonly mobile: 'agrees' | 'differs' | 'not-on-file' };
type Refused = Extract<CoreOutcome<never>, { kind: 'refused' }>;
type EntriesFilter = Parameters<CoreFund['entries']>[2];

/** How many pages of the ledger one request looks through, within the time of one call, for a kind the core cannot filter by itself. */
const PAGES_PER_REQUEST = 8;

/** The core fund system by its HTTP gateway (interface.md). Field names stop behind this class. */
export class HttpCoreFund extends CoreFund {
  private readonly policy: ReadingPolicy;
  private readonly nonces = new NonceMemory();
  private lastHeard: 'up' | 'down' | 'unknown' = 'unknown';

  constructor(
    private readonly config: CoreConfig,
    private readonly reasons: ReasonCodes,
    private readonly line: CoreLine,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
    this.policy = new ReadingPolicy((state) => this.log.event('core.breaker', { state }));
  }

  /** Whether the last call was answered. */
  state(): 'up' | 'down' | 'unknown' {
    return this.lastHeard;
  }

  async verifyPerson(who: Parameters<CoreFund['verifyPerson']>[0]): Promise<CoreRead<Verified>> {
    const body = {
      ZJLX: WIRE_ID_TYPE[who.idType],
      ZJHM: who.idNumber,
      XINGMING: who.name,
      ...(who.mobile === undefined ? {} : { SJHM: who.mobile }),
      ...(who.counterCode === undefined ? {} : { GTYZM: who.counterCode }),
    };
    return this.reading('GR1001', body, verifiedPersonOf);
  }

  async overview(customerNo: CustomerNo): Promise<CoreRead<CoreOverview>> {
    return this.reading('GR1002', { KHBH: customerNo }, (body) => overviewOf(body, this.notKnown('GR1002')), (reply) => moment(reply.body, 'CXSJ'));
  }

  async consult(customerNo: CustomerNo, sources?: readonly CoreSourceName[]): Promise<CoreRead<CoreSources>> {
    const asked = sources === undefined ? {} : { LY: sources.map((source) => WIRE_SOURCE[source]) };
    return this.reading('GX1001', { KHBH: customerNo, ...asked }, (body) => sourcesOf(body, this.notKnown('GX1001')));
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
    return this.reading('GR1003', body, (reply) => {
      const next = textOr(reply, 'XYH', undefined);
      return { items: list(reply, 'MX').map(entryOf), ...(next === undefined ? {} : { cursor: next }) };
    });
  }

  async checkContract(customerNo: CustomerNo, contractNumber: string): Promise<CoreRead<ContractCheck>> {
    return this.reading('FC1001', { KHBH: customerNo, GFHTBH: contractNumber }, contractCheckOf);
  }

  async checkMarriage(customerNo: CustomerNo, other: CustomerNo): Promise<CoreRead<'married' | 'not-married' | 'unavailable'>> {
    return this.reading('HY1001', { KHBH: customerNo, POKHBH: other }, marriageOf);
  }

  async loanPlan(customerNo: CustomerNo, loanNo: string): Promise<CoreRead<CoreLoanPlan>> {
    return this.reading('DK1001', { KHBH: customerNo, DKZH: loanNo }, loanPlanOf);
  }

  async servicePoints(): Promise<CoreRead<readonly CoreServicePoint[]>> {
    return this.reading('WD1001', {}, (body) => list(body, 'WD').map(servicePointOf));
  }

  async slots(pointNo: string, from: string): Promise<CoreRead<readonly CoreSlot[]>> {
    return this.reading('WD1002', { WDBH: pointNo, KSRQ: wireDay(from) }, (body) => list(body, 'SD').map(slotOf));
  }

  async bookings(customerNo: CustomerNo): Promise<CoreRead<readonly CoreBooking[]>> {
    return this.reading('YY1003', { KHBH: customerNo }, (body) => list(body, 'YY').map(bookingOf));
  }

  async caseOf(customerNo: CustomerNo, caseNo: string): Promise<CoreRead<CoreCase>> {
    return this.reading('TQ1004', { KHBH: customerNo, YWLSH: caseNo }, caseOf);
  }

  async eventsAfter(eventNo: number, limit: number): Promise<CoreRead<CoreEventPage>> {
    return this.reading('SJ1001', { SJH: String(eventNo), TS: limit }, (body) => {
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
    return this.writing('TQ1005', requestNo, { KHBH: customerNo, YWLSH: caseNo }, caseOf);
  }

  async addCard(requestNo: string, customerNo: CustomerNo, number: string): Promise<CoreOutcome<Omit<CoreCard, 'usable'>>> {
    return this.writing('YH1001', requestNo, { KHBH: customerNo, KH: number }, registeredCardOf);
  }

  async removeCard(requestNo: string, customerNo: CustomerNo, cardNo: string): Promise<CoreOutcome<null>> {
    return this.writing('YH1002', requestNo, { KHBH: customerNo, KBH: cardNo }, () => null);
  }

  async book(requestNo: string, wish: BookingWish): Promise<BookingOutcome> {
    const answer = this.heard(await this.line.exchange('YY1001', requestNo, bookingBody(wish), this.config.timeoutMs));
    return this.outcome('YY1001', answer, bookingOf, bookingRefusalOf);
  }

  async cancelBooking(requestNo: string, customerNo: CustomerNo, bookingNo: string): Promise<CoreOutcome<CoreBooking>> {
    return this.writing('YY1002', requestNo, { KHBH: customerNo, YYBH: bookingNo }, bookingOf);
  }

  async useCounterCode(requestNo: string, customerNo: CustomerNo, code: string): Promise<CoreOutcome<{ readonly validUntil: string }>> {
    return this.writing('GT1001', requestNo, { KHBH: customerNo, GTYZM: code }, (body) => ({ validUntil: moment(body, 'YXQ') }));
  }

  async sendMaterial(requestNo: string, customerNo: CustomerNo, material: { readonly mediaType: string; readonly bytes: Buffer }): Promise<CoreOutcome<{ readonly materialNo: string }>> {
    const answer = this.heard(await this.line.deliver(requestNo, customerNo, material.mediaType, material.bytes, this.config.timeoutMs));
    return this.outcome('CL1001', answer, (body) => ({ materialNo: text(body, 'CLBH') }));
  }

  async outcomeOf(requestNo: string): Promise<CoreOutcome<CoreCase> | { readonly kind: 'never-arrived' }> {
    const answer = await this.repeatable('TQ1003', { YQQLSH: requestNo });
    if (answer.kind === 'reply' && answer.reply.head.XYM === NOT_KNOWN) return { kind: 'never-arrived' };
    // any other refusal is what became of the earlier request, and then the core says so
    if (answer.kind === 'reply' && answer.reply.head.XYM !== SUCCESS && answer.reply.body['JJBZ'] !== '1') return { kind: 'unknown' };
    return this.outcome('TQ1003', answer, caseOf);
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
      this.untranslatable('push', error);
      return undefined;
    }
  }

  private heard(answer: LineAnswer): LineAnswer {
    this.lastHeard = answer.kind === 'reply' ? 'up' : 'down';
    return answer;
  }

  private async repeatable(code: TransactionCode, body: WireObject): Promise<LineAnswer> {
    const now = (): number => this.clock.now().getTime();
    return this.heard(await this.policy.read(this.config.timeoutMs, now, (leftMs) => this.line.exchange(code, CoreLine.newRequestNo(), body, leftMs)));
  }

  private async reading<T>(
    code: TransactionCode,
    body: WireObject,
    translate: (body: WireObject) => T,
    asOf: (reply: WireReply) => string = (reply) => moment({ ...reply.head }, 'XYSJ'),
  ): Promise<CoreRead<T>> {
    const answer = await this.repeatable(code, body);
    if (answer.kind === 'silence') return { kind: 'unreachable' };
    const { head, body: said } = answer.reply;
    try {
      if (head.XYM === SUCCESS) return { kind: 'ok', value: translate(said), asOf: asOf(answer.reply) };
      const refusal = refusalOf(head.XYM, said);
      return refusal === undefined ? { kind: 'unreachable' } : { kind: 'refused', code: refusal.code };
    } catch (error) {
      this.untranslatable(code, error);
      return { kind: 'unreachable' };
    }
  }

  private async applying(code: TransactionCode, requestNo: string, body: WireObject): Promise<CoreOutcome<CoreCase>> {
    const outcome = await this.writing(code, requestNo, body, caseOf);
    // 300404 to an application: somebody asked for the number first and so closed it. That is no word on the wish; asking again leads on.
    return outcome.kind === 'refused' && outcome.code === 'not-found' ? { kind: 'unknown' } : outcome;
  }

  private async writing<T>(code: TransactionCode, requestNo: string, body: WireObject, translate: (body: WireObject) => T): Promise<CoreOutcome<T>> {
    const answer = this.heard(await this.line.exchange(code, requestNo, body, this.config.timeoutMs));
    return this.outcome(code, answer, translate);
  }

  /** Whatever is not a clear yes or a clear no is unknown: 900500 says so itself, 900503 leaves it open, silence says nothing. */
  private outcome<T, R extends Refused = Refused>(
    code: TransactionCode,
    answer: LineAnswer,
    translate: (body: WireObject) => T,
    refuse: (responseCode: string, body: WireObject) => Refused | R | undefined = refusalOf,
  ): Exclude<CoreOutcome<T>, Refused> | Refused | R {
    if (answer.kind === 'silence') return { kind: 'unknown' };
    const { head, body } = answer.reply;
    try {
      if (head.XYM === SUCCESS) return { kind: 'accepted', value: translate(body) };
      return refuse(head.XYM, body) ?? { kind: 'unknown' };
    } catch (error) {
      this.untranslatable(code, error);
      return { kind: 'unknown' };
    }
  }

  private readable(call: string, { events, passedOver }: Pick<ReadEvents, 'events' | 'passedOver'>): readonly CoreEvent[] {
    if (passedOver > 0) this.log.event('core.untranslatable', { call, field: 'SJ', count: passedOver });
    return events;
  }

  private notKnown(call: string): (field: string) => void {
    return (field) => this.log.event('core.untranslatable', { call, field });
  }

  private untranslatable(call: string, error: unknown): void {
    if (!(error instanceof WireError) && !(error instanceof SyntaxError)) throw error;
    this.log.event('core.untranslatable', { call, field: error instanceof WireError ? error.field : 'json' });
  }
}

/** The core filters by one code; a kind with several codes is filtered here. */
function soleCodeOf(kind: EntryKind | undefined): string | undefined {
  const codes = Object.entries(ENTRY_KIND).filter(([, entryKind]) => entryKind === kind);
  return codes.length === 1 ? codes[0]?.[0] : undefined;
}
