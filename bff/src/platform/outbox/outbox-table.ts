import { In, LessThan, LessThanOrEqual } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock.ts';
import { isDuplicateKey } from '../database/duplicate-key.ts';
import type { TypeOrmUnitOfWork } from '../database/typeorm-unit-of-work.ts';
import { randomId } from '../security/random-token.ts';
import type { Delivery, OutboxMessage } from './outbox.ts';
import { OutboxMessageRow } from './outbox-message.row.ts';

/** How long a claim holds; a relay that died gives its rows back after this. */
export const LEASE_MS = 30_000;

/** A message this process may deliver until its lease ends. */
export interface Claimed {
  readonly claim: string;
  readonly row: OutboxMessageRow;
}

/** 1 s, 2 s, 4 s … 60 s. */
export const backoffMs = (attempt: number): number => Math.min(60_000, 1000 * 2 ** Math.min(attempt - 1, 6));

/** The table of the outbox: recording, claiming by lease, settling. Portable: select ids, conditional update, read back by owner. */
export class OutboxTable {
  constructor(
    private readonly unitOfWork: TypeOrmUnitOfWork,
    private readonly clock: Clock,
  ) {}

  private get manager(): EntityManager {
    return this.unitOfWork.manager();
  }

  async record(message: OutboxMessage): Promise<string> {
    const known = await this.idOf(message);
    if (known !== undefined) return known;
    const now = this.clock.now();
    const id = randomId();
    const row: OutboxMessageRow = {
      id,
      topic: message.topic,
      messageKey: message.key,
      payload: JSON.stringify(message.payload),
      state: 'waiting',
      attempts: 0,
      dueAt: new Date(now.getTime() + (message.delayMs ?? 0)),
      leaseOwner: null,
      leaseUntil: new Date(0),
      recordedAt: now,
      settledAt: null,
      reason: null,
    };
    try {
      await this.manager.insert(OutboxMessageRow, row);
      return id;
    } catch (error) {
      const other = isDuplicateKey(error) ? await this.idOf(message) : undefined;
      if (other === undefined) throw error;
      return other;
    }
  }

  private async idOf(message: OutboxMessage): Promise<string | undefined> {
    const row = await this.manager.findOne(OutboxMessageRow, { where: { topic: message.topic, messageKey: message.key }, select: { id: true } });
    return row?.id;
  }

  /** Claims up to `limit` messages that are due. */
  async claimDue(topics: readonly string[], limit: number): Promise<readonly Claimed[]> {
    if (topics.length === 0 || limit <= 0) return [];
    const now = this.clock.now();
    const due = await this.manager.find(OutboxMessageRow, {
      where: { state: 'waiting', topic: In([...topics]), dueAt: LessThanOrEqual(now), leaseUntil: LessThanOrEqual(now) },
      select: { id: true },
      order: { dueAt: 'ASC' },
      take: limit,
    });
    return this.claim(due.map((row) => row.id));
  }

  /** Claims one message, due or not; none when it is settled or somebody else holds it. */
  async claimOne(id: string): Promise<Claimed | undefined> {
    return (await this.claim([id]))[0];
  }

  private async claim(ids: readonly string[]): Promise<readonly Claimed[]> {
    if (ids.length === 0) return [];
    const now = this.clock.now();
    const claim = randomId();
    await this.unitOfWork.run(() =>
      this.manager.update(
        OutboxMessageRow,
        { id: In([...ids]), state: 'waiting', leaseUntil: LessThanOrEqual(now) },
        { leaseOwner: claim, leaseUntil: new Date(now.getTime() + LEASE_MS), attempts: () => 'attempts + 1' },
      ),
    );
    const rows = await this.manager.findBy(OutboxMessageRow, { leaseOwner: claim });
    return rows.map((row) => ({ claim, row }));
  }

  /** Writes down how a try ended; does nothing when the lease has passed to another. */
  async settle({ claim, row }: Claimed, delivery: Delivery): Promise<void> {
    const now = this.clock.now();
    const free = { leaseOwner: null, leaseUntil: new Date(0) };
    const change =
      delivery.kind === 'later'
        ? { ...free, dueAt: new Date(now.getTime() + (delivery.afterMs ?? backoffMs(row.attempts))) }
        : { ...free, state: delivery.kind, settledAt: now, reason: delivery.kind === 'dead' ? delivery.reason.slice(0, 255) : null };
    await this.unitOfWork.run(() => this.manager.update(OutboxMessageRow, { id: row.id, leaseOwner: claim }, change));
  }

  async isDone(id: string): Promise<boolean> {
    return (await this.manager.countBy(OutboxMessageRow, { id, state: 'done' })) > 0;
  }

  /** How many wait and how many are dead. */
  async depth(): Promise<{ readonly waiting: number; readonly dead: number }> {
    const [waiting, dead] = await Promise.all([
      this.manager.countBy(OutboxMessageRow, { state: 'waiting' }),
      this.manager.countBy(OutboxMessageRow, { state: 'dead' }),
    ]);
    return { waiting, dead };
  }

  /** Removes delivered messages settled before `moment`; dead ones stay until a person has looked. */
  async removeDoneBefore(moment: Date): Promise<number> {
    const result = await this.unitOfWork.run(() => this.manager.delete(OutboxMessageRow, { state: 'done', settledAt: LessThan(moment) }));
    return result.affected ?? 0;
  }
}
