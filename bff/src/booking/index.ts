export { bookingRows } from './adapters/booking.rows.ts';
export { BookingModule } from './booking.module.ts';
export type { KnownSigning } from './domain/known-signings.ts';
export { KnownSignings } from './domain/known-signings.ts';
export { BookingViews, isAhead } from './use-cases/booking-views.ts';
