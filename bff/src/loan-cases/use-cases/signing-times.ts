import type { PreApplicationReply } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { SCREEN_BUDGET_MS, within } from '../../account/index.ts';
import { BookingViews, isAhead, KnownSignings } from '../../booking/index.ts';
import type { KnownSigning } from '../../booking/index.ts';
import { CoreFund } from '../../core-fund/index.ts';
import { Clock, Log, UnitOfWork } from '../../platform/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { MoveCase } from '../../progress/index.ts';

type Signing = PreApplicationReply['signing'];
const NO_SIGNING: Signing = { canBook: false, booking: null };
/** The page asks every few seconds; the moment of what is known is written anew no oftener than this. */
const WRITTEN_ANEW_MS = 60_000;

/** When and where a pre-application is signed: as the core has it, else as it last had it. */
@Injectable()
export class SigningTimes implements OnModuleInit {
  constructor(
    private readonly core: CoreFund,
    private readonly views: BookingViews,
    private readonly known: KnownSignings,
    private readonly moves: MoveCase,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.moves.onEnded(({ caseId }) => this.known.forget(caseId));
  }

  /** Only while the signing is waited for; who borrows too sees the time at which they must be there, and the applicant books it. A time that is over and was not kept may be booked anew; while the core is silent nothing can be booked. */
  async of(one: ServiceCase, viewerId: string): Promise<Signing> {
    if (one.stage !== 'signing') return NO_SIGNING;
    const read = await within(this.core.bookings(one.customerNo), SCREEN_BUDGET_MS);
    if (read?.kind !== 'ok') return this.lastKnown(one, viewerId);
    const booked = read.value.find((booking) => booking.caseNo === one.coreCaseNo && isAhead(booking, read.asOf));
    if (booked === undefined) {
      await this.remember(one.caseId, undefined);
      return { canBook: one.personId === viewerId, booking: null };
    }
    const booking = await this.views.of(viewerId, booked);
    await this.remember(one.caseId, { booking: booked, place: booking.servicePoint, asOf: read.asOf });
    return { canBook: false, booking };
  }

  private async lastKnown({ caseId, coreCaseNo }: ServiceCase, viewerId: string): Promise<Signing> {
    const known = await this.known.of(caseId);
    if (known === undefined || known.booking.caseNo !== coreCaseNo || !isAhead(known.booking, this.clock.now().toISOString())) return { ...NO_SIGNING, state: 'unknown' };
    return { canBook: false, booking: await this.views.of(viewerId, known.booking, known.place), state: 'stale', asOf: known.asOf };
  }

  /** What could not be kept is shown all the same. */
  private async remember(caseId: string, told: KnownSigning | undefined): Promise<void> {
    try {
      const before = await this.known.of(caseId);
      if (isKnown(before, told)) return;
      await this.unitOfWork.run(() => (told === undefined ? this.known.forget(caseId) : this.known.keep(caseId, told)));
    } catch (error) {
      this.log.event('request.failed', { work: 'signing.keep' }, error);
    }
  }
}

function isKnown(before: KnownSigning | undefined, told: KnownSigning | undefined): boolean {
  if (before === undefined || told === undefined) return before === told;
  const { booking, place, asOf } = before;
  return JSON.stringify([booking, place]) === JSON.stringify([told.booking, told.place]) && Date.parse(told.asOf) - Date.parse(asOf) < WRITTEN_ANEW_MS;
}
