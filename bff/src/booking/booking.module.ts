import { Module } from '@nestjs/common';
import { TypeOrmKnownSignings } from './adapters/typeorm-known-signings.ts';
import { KnownSignings } from './known-signings.port.ts';
import { BookingController } from './http/booking.controller.ts';
import { BookSlot } from './use-cases/book-slot.ts';
import { BookingMatters } from './use-cases/booking-matters.ts';
import { BookingViews } from './use-cases/booking-views.ts';
import { CancelBooking } from './use-cases/cancel-booking.ts';
import { ListBookings } from './use-cases/list-bookings.ts';
import { ListServicePoints, ListSlots, ServicePoints } from './use-cases/service-points.ts';

/** Places, times, and the times a person has booked. */
@Module({
  controllers: [BookingController],
  providers: [{ provide: KnownSignings, useClass: TypeOrmKnownSignings }, ServicePoints, ListServicePoints, ListSlots, BookingMatters, BookingViews, ListBookings, BookSlot, CancelBooking],
  exports: [BookingViews, KnownSignings],
})
export class BookingModule {}
