import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Log, Refusal } from '../../platform/index.ts';
import { MaterialCleaner } from '../domain/material.ts';
import type { Cleaned } from '../domain/material.ts';
import { CleaningChild } from './cleaning-child.ts';

/** So many materials are cleaned at once; the rest wait in line. */
const AT_ONCE = 2;
/** With the longest work of one it stays below the lease of a key (30 s). */
const WAIT_MS = 8_000;
const RETRY_AFTER_SECONDS = 5;

/** Cleans in processes of their own: a material can stall, exhaust or kill only the one that reads it, which is thrown away then. */
@Injectable()
export class ChildCleaner extends MaterialCleaner implements OnApplicationShutdown {
  private readonly children = Array.from({ length: AT_ONCE }, () => new CleaningChild());
  private readonly free = [...this.children];
  private readonly waiting: ((child: CleaningChild) => void)[] = [];

  constructor(private readonly log: Log) {
    super();
  }

  async clean(bytes: Buffer): Promise<Cleaned> {
    const child = await this.turn();
    try {
      const verdict = await child.clean(bytes);
      return verdict.kind === 'clean' ? { ...verdict, bytes: Buffer.from(verdict.bytes) } : verdict;
    } catch (error) {
      this.log.event('file.check-failed', { what: 'cleaner' }, error);
      throw new Refusal('file.check-unavailable', { retryAfter: RETRY_AFTER_SECONDS });
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free.push(child);
      else next(child);
    }
  }

  onApplicationShutdown(): void {
    for (const child of this.children) child.stop();
  }

  private turn(): Promise<CleaningChild> {
    const child = this.free.pop();
    if (child !== undefined) return Promise.resolve(child);
    return new Promise((resolve, reject) => {
      const take = (given: CleaningChild): void => {
        clearTimeout(timer);
        resolve(given);
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(take), 1);
        reject(new Refusal('request.too-many', { retryAfter: RETRY_AFTER_SECONDS }));
      }, WAIT_MS);
      this.waiting.push(take);
    });
  }
}
