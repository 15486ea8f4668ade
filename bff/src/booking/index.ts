export { BookingModule } from './booking.module.ts';
export { BookingViews, isAhead } from './use-cases/booking-views.ts';
