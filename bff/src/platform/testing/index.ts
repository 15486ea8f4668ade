export * from './fixed-clock.ts';
export * from './recorded-asking.ts';
export * from './recorded-outbox.ts';
export * from './test-database.ts';
export * from './test-keys.ts';
export { outsideModule } from './outside-module.ts';
