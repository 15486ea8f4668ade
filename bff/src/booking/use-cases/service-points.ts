import type { ServicePoint, ServicePointsReply, SlotsReply } from '@anju/shared/contract';
import { chinaDateOf, isPlainDate } from '@anju/shared/calendar';
import { Injectable } from '@nestjs/common';
import { CoreFund } from '../../core-fund/index.ts';
import type { CoreServicePoint } from '../../core-fund/index.ts';
import { Clock, Refusal } from '../../platform/index.ts';

/** Places move rarely; everybody asks for the same list. */
const PRESENT_MS = 5 * 60_000;

export function pointOf({ pointNo, ...point }: CoreServicePoint): ServicePoint {
  return { ...point, servicePointId: pointNo };
}

/** The places of the centre and of the commissioned banks, asked of the core once for everybody. */
@Injectable()
export class ServicePoints {
  private known: { readonly points: readonly ServicePoint[]; readonly askedAt: number } | undefined;
  private flight: Promise<void> | undefined;

  constructor(
    private readonly core: CoreFund,
    private readonly clock: Clock,
  ) {}

  /** While the core does not answer the last list holds: an address is no figure. @throws Refusal `core.unreachable` when there never was one */
  async all(): Promise<readonly ServicePoint[]> {
    if (this.known === undefined || this.clock.now().getTime() - this.known.askedAt >= PRESENT_MS) {
      this.flight ??= this.ask().finally(() => (this.flight = undefined));
      await this.flight;
    }
    if (this.known === undefined) throw new Refusal('core.unreachable');
    return this.known.points;
  }

  private async ask(): Promise<void> {
    const askedAt = this.clock.now().getTime();
    const read = await this.core.servicePoints();
    if (read.kind === 'ok') this.known = { points: read.value.map(pointOf), askedAt };
  }
}

@Injectable()
export class ListServicePoints {
  constructor(private readonly points: ServicePoints) {}

  /** @throws Refusal `core.unreachable` */
  async execute(district: string | undefined): Promise<ServicePointsReply> {
    const all = await this.points.all();
    return { items: district === undefined ? all : all.filter((point) => point.district === district) };
  }
}

@Injectable()
export class ListSlots {
  constructor(
    private readonly points: ServicePoints,
    private readonly core: CoreFund,
    private readonly clock: Clock,
  ) {}

  /**
   * The times of a place that lie ahead, the full ones among them.
   * @throws Refusal `request.not-found`, `request.invalid` for a day that is none, `core.unreachable`
   */
  async execute(servicePointId: string, from: string | undefined): Promise<SlotsReply> {
    const day = from ?? chinaDateOf(this.clock.now());
    if (!isPlainDate(day)) throw new Refusal('request.invalid', { fields: [{ field: 'from', rule: 'date', message: 'from must be a day, YYYY-MM-DD' }] });
    const servicePoint = (await this.points.all()).find((point) => point.servicePointId === servicePointId);
    if (servicePoint === undefined) throw new Refusal('request.not-found');
    const read = await this.core.slots(servicePointId, day);
    if (read.kind === 'refused') throw new Refusal('request.not-found');
    if (read.kind === 'unreachable') throw new Refusal('core.unreachable');
    return { servicePoint, items: read.value.map(({ slotNo, ...slot }) => ({ ...slot, slotId: slotNo })) };
  }
}
