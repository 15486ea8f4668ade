import { AsyncLocalStorage } from 'node:async_hooks';
import { LessThan, LessThanOrEqual } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import type { TypeOrmUnitOfWork } from '../database/typeorm-unit-of-work.ts';
import type { Log } from '../logging/log.ts';
import { Refusal } from '../refusal.ts';
import { randomId } from '../security/random-token.ts';
import type { BlindIndex, FieldCipher } from '../security/sealing.ts';
import { AskedOnce } from './asked-once.ts';
import { AskedRequestRow } from './asked-request.row.ts';

/** How long a running request holds its key; after that the same key may take over. */
export const LEASE_MS = 30_000;
/** How long a reply can be replayed. */
export const KEEP_MS = 48 * 3_600_000;
const PURPOSE = 'asked-request.reply';

/** A claimed key, on its way. */
export interface Asking {
  readonly id: string;
  readonly owner: string;
  readonly askingId: string;
  /** When the key was first claimed. */
  readonly askedAt: Date;
  /** The status its success will have. */
  readonly status: number;
  /** The JSON that stands in the table, once there is one. */
  stored?: string;
}
export interface AskedWish {
  /** Who asks: person, session, or the blind index of a guest's mobile. */
  readonly scope: string;
  readonly key: string;
  /** What is asked: method, path and body in one text. */
  readonly request: string;
  readonly status: number;
}
export type Claim = { readonly kind: 'first'; readonly asking: Asking } | { readonly kind: 'replay'; readonly status: number; readonly body: unknown };

/** The table of keys, and the port the use cases see of it. */
export class KeyedRequests extends AskedOnce {
  private readonly running = new AsyncLocalStorage<Asking>();

  constructor(
    private readonly unitOfWork: TypeOrmUnitOfWork,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    super();
  }

  private get manager(): EntityManager {
    return this.unitOfWork.manager();
  }

  askingId(): string | undefined {
    return this.running.getStore()?.askingId;
  }

  askedAt(): Date | undefined {
    return this.running.getStore()?.askedAt;
  }

  /** Runs `work` (and whatever it starts) as this asking. */
  during<T>(asking: Asking, work: () => T): T {
    return this.running.run(asking, work);
  }

  async complete(reply: unknown): Promise<void> {
    const asking = this.running.getStore();
    if (asking !== undefined) await this.store(asking, reply);
  }

  /** Stores the reply and "done"; fails, and with it the unit of work around it, when another try has taken the key over. */
  async store(asking: Asking, reply: unknown): Promise<void> {
    const body = JSON.stringify({ body: reply });
    if (body === asking.stored) return;
    await this.unitOfWork.run(async () => {
      const change = { state: 'done' as const, status: asking.status, reply: this.cipher.seal(body, PURPOSE) };
      const result = await this.manager.update(AskedRequestRow, { id: asking.id, leaseOwner: asking.owner }, change);
      if (result.affected === 0) throw new Refusal('idempotency.running', { retryAfter: 1 });
      this.unitOfWork.afterCommit(() => (asking.stored = body));
    });
  }

  /**
   * Claims the key.
   * @throws Refusal `idempotency.running` while the first try runs, `idempotency.body-differs` when the key stands for another wish
   */
  async claim(wish: AskedWish): Promise<Claim> {
    const id = this.index.of(`${wish.scope}\n${wish.key}`, 'asked-request.key');
    const requestHash = this.index.of(wish.request, 'asked-request.request');
    const asking: Asking = { id, owner: randomId(), askingId: randomId(), askedAt: this.clock.now(), status: wish.status };
    const known = await this.manager.findOneBy(AskedRequestRow, { id });
    if (known === null) return (await this.insert(asking, requestHash)) ? { kind: 'first', asking } : this.claim(wish);
    const now = this.clock.now();
    if (known.expiresAt <= now) {
      await this.unitOfWork.run(() => this.manager.delete(AskedRequestRow, { id, expiresAt: LessThanOrEqual(now) }));
      return this.claim(wish);
    }
    return this.known(known, asking, requestHash);
  }

  private async known(row: AskedRequestRow, asking: Asking, requestHash: string): Promise<Claim> {
    if (row.requestHash !== requestHash) throw new Refusal('idempotency.body-differs');
    if (row.state === 'done') return { kind: 'replay', status: row.status ?? asking.status, body: this.bodyOf(row) };
    const now = this.clock.now();
    const secondsLeft = Math.max(1, Math.ceil((row.leaseUntil.getTime() - now.getTime()) / 1000));
    if (row.leaseUntil > now) throw new Refusal('idempotency.running', { retryAfter: Math.min(secondsLeft, 2) });
    const taken = await this.unitOfWork.run(() =>
      this.manager.update(
        AskedRequestRow,
        { id: row.id, state: 'running', leaseOwner: row.leaseOwner, leaseUntil: LessThanOrEqual(now) },
        { leaseOwner: asking.owner, leaseUntil: new Date(now.getTime() + LEASE_MS) },
      ),
    );
    if (taken.affected !== 1) throw new Refusal('idempotency.running', { retryAfter: 1 });
    this.log.event('asked-once.takeover', { askingId: row.askingId });
    return { kind: 'first', asking: { ...asking, askingId: row.askingId, askedAt: new Date(row.expiresAt.getTime() - KEEP_MS) } };
  }

  private bodyOf(row: AskedRequestRow): unknown {
    const { body } = JSON.parse(this.cipher.open(row.reply ?? '', PURPOSE)) as { body?: unknown };
    return body;
  }

  private async insert(asking: Asking, requestHash: string): Promise<boolean> {
    const now = asking.askedAt.getTime();
    const row: AskedRequestRow = {
      id: asking.id,
      askingId: asking.askingId,
      requestHash,
      state: 'running',
      leaseOwner: asking.owner,
      leaseUntil: new Date(now + LEASE_MS),
      status: null,
      reply: null,
      expiresAt: new Date(now + KEEP_MS),
    };
    try {
      await this.unitOfWork.run(() => this.manager.insert(AskedRequestRow, row));
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** The answer was no, and nothing was written: the key is free for another try, with whatever body. */
  async free(asking: Asking): Promise<void> {
    await this.unitOfWork.run(() => this.manager.delete(AskedRequestRow, { id: asking.id, leaseOwner: asking.owner, state: 'running' }));
  }

  /** It broke, and what was done outside is not known: the same wish may take over at once, under the same asking id. */
  async letGo(asking: Asking): Promise<void> {
    await this.unitOfWork.run(() =>
      this.manager.update(AskedRequestRow, { id: asking.id, leaseOwner: asking.owner, state: 'running' }, { leaseUntil: new Date(0) }),
    );
  }

  /** Removes keys whose time is over. */
  async removeExpired(): Promise<number> {
    const now = this.clock.now();
    const result = await this.unitOfWork.run(() => this.manager.delete(AskedRequestRow, { expiresAt: LessThan(now) }));
    return result.affected ?? 0;
  }
}
