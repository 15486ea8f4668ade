import type { EntityManager } from 'typeorm';

/**
 * One database transaction around `work`; nested calls join the outer one. No HTTP call happens inside. A deadlock or lock
 * time-out runs the whole work again (so work must be repeatable), at most three times.
 */
export abstract class UnitOfWork {
  abstract run<T>(work: () => Promise<T>): Promise<T>;
}

/** What repositories use: the running transaction's manager, or the default one outside a unit of work. */
export abstract class Database {
  abstract manager(): EntityManager;
}
