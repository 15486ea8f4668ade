import { Test } from '@nestjs/testing';
import type { TestingModule } from '@nestjs/testing';
import { OpaqueIds } from '../../account/index.ts';
import { AuditModule, auditRows } from '../../audit/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import type { BookingOutcome, BookingWish, CoreBooking, CoreNearSlot, CoreOutcome, CoreRead, CoreRefusalCode, CoreServicePoint, CoreSlot } from '../../core-fund/index.ts';
import { Config } from '../../config.ts';
import { Identities } from '../../identity/index.ts';
import { AskedOnce, Clock, Database, FieldCipher, Log, SilentLog, UnitOfWork } from '../../platform/index.ts';
import { migrations } from '../../platform/database/migrations/index.ts';
import { fixedClock, outsideModule, testBlindIndex, testCipher, testDatabase } from '../../platform/testing/index.ts';
import type { FixedClock, TestDatabase, TestEngine } from '../../platform/testing/index.ts';
import { Cases } from '../../progress/index.ts';
import { bookingRows } from '../adapters/booking.rows.ts';
import { BookingModule } from '../booking.module.ts';

const AS_OF = '2026-11-21T01:30:15.000Z';
const ok = <T>(value: T): CoreRead<T> => ({ kind: 'ok', value, asOf: AS_OF });

/** A core with two places and one time at each, that keeps its rules of request numbers, capacity and one booking a case, or a person and route. */
export class BookingCore {
  up = true;
  /** What becomes of the next bookings: lost on the way there, or on the way back. */
  readonly lines: ('lost' | 'answer-lost')[] = [];
  readonly points: CoreServicePoint[] = ['01', '02'].map((pointNo) => ({ pointNo, name: `${pointNo} 号网点`, kind: 'centre', district: pointNo === '01' ? '思明区' : '湖里区', address: '某路 1 号', phone: '0592-0000000', hours: '周一至周五 9:00–17:00' }));
  readonly slot: CoreSlot = { slotNo: 'S1', startsAt: '2026-11-23T01:00:00.000Z', endsAt: '2026-11-23T01:30:00.000Z', left: 1 };
  readonly nearest: CoreNearSlot[] = [2, 3, 4].map((no) => ({ slotNo: `S${no}`, startsAt: `2026-11-23T0${no}:00:00.000Z`, endsAt: `2026-11-23T0${no}:30:00.000Z`, left: 2, pointNo: '01', pointName: '01 号网点' }));
  readonly held = new Map<string, CoreBooking & { readonly customerNo: string }>();
  readonly asked: { readonly requestNo: string; readonly wish: BookingWish }[] = [];
  refusal: CoreRefusalCode | undefined;
  /** An earlier try under another number arrives just before the next giving back. */
  givenBackBefore = false;
  private readonly answers = new Map<string, { readonly body: string; readonly outcome: BookingOutcome }>();

  async servicePoints(): Promise<CoreRead<readonly CoreServicePoint[]>> {
    return this.up ? ok(this.points) : { kind: 'unreachable' };
  }
  async slots(pointNo: string): Promise<CoreRead<readonly CoreSlot[]>> {
    return this.up ? ok(pointNo === '01' ? [this.slot] : []) : { kind: 'unreachable' };
  }
  async bookings(customerNo: string): Promise<CoreRead<readonly CoreBooking[]>> {
    return this.up ? ok([...this.held.values()].filter((booking) => booking.customerNo === customerNo)) : { kind: 'unreachable' };
  }
  async book(requestNo: string, wish: BookingWish): Promise<BookingOutcome> {
    this.asked.push({ requestNo, wish });
    const line = this.lines.shift();
    if (!this.up || line === 'lost') return { kind: 'unknown' };
    const body = JSON.stringify(wish);
    const known = this.answers.get(requestNo);
    if (known !== undefined && known.body !== body) return { kind: 'unknown' };
    const outcome = known?.outcome ?? this.decide(wish);
    this.answers.set(requestNo, { body, outcome });
    return line === 'answer-lost' ? { kind: 'unknown' } : outcome;
  }
  async cancelBooking(_requestNo: string, _customerNo: string, bookingNo: string): Promise<CoreOutcome<CoreBooking>> {
    const held = this.held.get(bookingNo);
    if (!this.up || held === undefined) return { kind: 'unknown' };
    if (this.refusal !== undefined) return { kind: 'refused', code: this.refusal };
    const cancelled = { ...held, cancelled: true };
    this.held.set(bookingNo, cancelled);
    if (this.givenBackBefore || held.cancelled) return { kind: 'refused', code: 'cannot-cancel' };
    return this.lines.shift() === 'answer-lost' ? { kind: 'unknown' } : { kind: 'accepted', value: cancelled };
  }

  private decide({ customerNo, slotNo, caseNo, route }: BookingWish): BookingOutcome {
    const live = [...this.held.values()].filter((booking) => !booking.cancelled);
    if (this.refusal !== undefined) return { kind: 'refused', code: this.refusal };
    if (live.some((booking) => (caseNo === undefined ? booking.customerNo === customerNo && booking.route === route : booking.caseNo === caseNo))) return { kind: 'refused', code: 'booking-exists' };
    if (live.some((booking) => booking.slotNo === slotNo)) return { kind: 'refused', code: 'slot-full', nearest: this.nearest };
    const { startsAt, endsAt } = this.slot;
    const bookingNo = `YY${this.held.size + 1}`;
    const booking: CoreBooking = { bookingNo, slotNo, pointNo: '01', startsAt, endsAt, cancelled: false, ...(caseNo === undefined ? {} : { caseNo }), ...(route === undefined ? { purpose: 'loan-signing' } : { purpose: 'counter-withdrawal', route }) };
    this.held.set(bookingNo, { ...booking, customerNo });
    return { kind: 'accepted', value: booking };
  }
}

/** Whose key is being asked under; the same name is the same try, with the moment of the first. */
export class NamedAsking extends AskedOnce {
  name = '11111111-1111-4111-8111-111111111111';
  readonly replies: unknown[] = [];
  private readonly first = new Map<string, Date>();
  constructor(private readonly clock: FixedClock) {
    super();
  }

  async complete(reply: unknown): Promise<void> {
    this.replies.push(reply);
  }
  askingId(): string {
    return this.name;
  }
  askedAt(): Date {
    const at = this.first.get(this.name) ?? this.clock.now();
    this.first.set(this.name, at);
    return at;
  }
}

export interface BookingWorld {
  readonly module: TestingModule;
  readonly db: TestDatabase;
  readonly clock: FixedClock;
  readonly core: BookingCore;
  readonly asking: NamedAsking;
  close(): Promise<void>;
}

/** Three cases: of lin and of wu at the core, and one of lin's that the core does not have yet. */
const CASES = [
  { caseId: 'case-lin', personId: 'lin', coreCaseNo: 'YW1' },
  { caseId: 'case-wu', personId: 'wu', coreCaseNo: 'YW2' },
  { caseId: 'case-young', personId: 'lin', coreCaseNo: null },
];

export async function bookingWorld(engine: TestEngine): Promise<BookingWorld> {
  const db = await testDatabase(engine, [...auditRows, ...bookingRows], migrations);
  const clock = fixedClock();
  const world = { db, clock, core: new BookingCore(), asking: new NamedAsking(clock) };
  const cases = {
    byId: async (caseId: string) => CASES.find((one) => one.caseId === caseId),
    byCore: async (_: string, coreCaseNo: string) => CASES.find((one) => one.coreCaseNo === coreCaseNo),
  };
  const values = new Map<unknown, unknown>([
    [Clock, world.clock], [Database, db.database], [UnitOfWork, db.unitOfWork], [FieldCipher, testCipher()], [AskedOnce, world.asking], [Log, new SilentLog()], [CoreFund, world.core], [Config, { centre: 'xiamen' }],
    [Cases, cases], [OpaqueIds, new OpaqueIds(testBlindIndex())], [Identities, { of: async (personId: string) => ({ personId, customerNo: `KH-${personId}` }) }],
  ]);
  const module = await Test.createTestingModule({ imports: [outsideModule(values), AuditModule, BookingModule] }).compile();
  await module.init();
  return {
    ...world,
    module,
    close: async () => {
      await module.close();
      await db.close();
    },
  };
}
