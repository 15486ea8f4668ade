import { endpoints } from '@anju/shared/contract';
import type { Booking, BookingsReply, ServicePointsReply, SlotsReply } from '@anju/shared/contract';
import { Body, Controller, Param, Query } from '@nestjs/common';
import { Serves } from '../../platform/index.ts';
import { CurrentPerson } from '../../session/index.ts';
import type { PersonCaller } from '../../session/index.ts';
import { BookSlot } from '../use-cases/book-slot.ts';
import { CancelBooking } from '../use-cases/cancel-booking.ts';
import { ListBookings } from '../use-cases/list-bookings.ts';
import { ListServicePoints, ListSlots } from '../use-cases/service-points.ts';
import { BookingDto, BookingParamsDto, ServicePointParamsDto, ServicePointsQueryDto, SlotsQueryDto } from './booking.dto.ts';

@Controller()
export class BookingController {
  constructor(
    private readonly points: ListServicePoints,
    private readonly slots: ListSlots,
    private readonly bookings: ListBookings,
    private readonly bookSlot: BookSlot,
    private readonly cancel: CancelBooking,
  ) {}

  @Serves(endpoints.listServicePoints)
  listServicePoints(@Query() query: ServicePointsQueryDto): Promise<ServicePointsReply> {
    return this.points.execute(query.district);
  }

  @Serves(endpoints.listSlots)
  listSlots(@Param() params: ServicePointParamsDto, @Query() query: SlotsQueryDto): Promise<SlotsReply> {
    return this.slots.execute(params.servicePointId, query.from);
  }

  @Serves(endpoints.listBookings)
  listBookings(@CurrentPerson() caller: PersonCaller): Promise<BookingsReply> {
    return this.bookings.execute(caller.personId);
  }

  @Serves(endpoints.book)
  book(@CurrentPerson() caller: PersonCaller, @Body() body: BookingDto): Promise<Booking> {
    return this.bookSlot.execute(caller.personId, body);
  }

  @Serves(endpoints.cancelBooking)
  cancelBooking(@CurrentPerson() caller: PersonCaller, @Param() params: BookingParamsDto): Promise<void> {
    return this.cancel.execute(caller.personId, params.bookingId);
  }
}
