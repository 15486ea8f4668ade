export { bookingRows } from './adapters/booking.rows.ts';
export { BookingModule } from './booking.module.ts';
export type { KnownSigning } from './known-signings.port.ts';
export { KnownSignings } from './known-signings.port.ts';
export { BookingViews, isAhead } from './use-cases/booking-views.ts';
