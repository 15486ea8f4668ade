export * from './clock.ts';
export * from './database/unit-of-work.ts';
export * from './http/asked-once.ts';
export * from './http/caller.ts';
export * from './http/serves.ts';
export * from './outbox/outbox.ts';
export * from './refusal.ts';
export * from './security/sealing.ts';
