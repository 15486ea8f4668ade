export type * from './core-booking.ts';
export * from './core-fund.module.ts';
export * from './core-fund.port.ts';
export type * from './core-loan.ts';
export type * from './core-sources.ts';
export * from './core-standing-orders.ts';
