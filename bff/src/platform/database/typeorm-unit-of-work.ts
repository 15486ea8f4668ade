import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import type { Connections } from './data-source.ts';
import { isWorthRerunning } from './duplicate-key.ts';
import { Database, UnitOfWork } from './unit-of-work.ts';

interface Running {
  readonly manager: EntityManager;
  readonly afterCommit: (() => void)[];
}

const RUNS = 3;

/** One after the other; SQLite knows one writer. */
class Mutex {
  private tail: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.tail.then(work, work);
    this.tail = mine.catch(() => undefined);
    return mine;
  }
}

/** Unit of work and database over TypeORM; the running transaction travels in an AsyncLocalStorage. */
export class TypeOrmUnitOfWork extends UnitOfWork implements Database {
  private readonly running = new AsyncLocalStorage<Running | undefined>();
  private readonly mutex = new Mutex();
  private readonly sqlite: boolean;

  constructor(readonly connections: Connections) {
    super();
    this.sqlite = connections.writer.options.type === 'better-sqlite3';
  }

  manager(): EntityManager {
    return this.running.getStore()?.manager ?? this.connections.reader.manager;
  }

  /** True while the caller stands inside a unit of work. */
  isRunning(): boolean {
    return this.running.getStore() !== undefined;
  }

  /** Calls back once the running unit of work has committed; at once outside of one. */
  afterCommit(callback: () => void): void {
    const running = this.running.getStore();
    if (running === undefined) callback();
    else running.afterCommit.push(callback);
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isRunning()) return work();
    for (let run = 1; ; run += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (run >= RUNS || !isWorthRerunning(error)) throw error;
        await sleep(20 * run + Math.floor(Math.random() * 30));
      }
    }
  }

  private async once<T>(work: () => Promise<T>): Promise<T> {
    const callbacks: (() => void)[] = [];
    const inTransaction = (manager: EntityManager): Promise<T> => this.running.run({ manager, afterCommit: callbacks }, work);
    const result = this.sqlite
      ? await this.mutex.run(() => this.connections.writer.transaction(inTransaction))
      : await this.connections.writer.transaction('READ COMMITTED', inTransaction);
    this.running.run(undefined, () => {
      for (const callback of callbacks) callback();
    });
    return result;
  }
}
