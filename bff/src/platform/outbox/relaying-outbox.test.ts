import { Log, SilentLog } from '../logging/log.ts';
import { CreatePlatform1780000000001 } from '../database/migrations/0001-create-platform.ts';
import { platformRows } from '../platform.rows.ts';
import type { TestDatabase } from '../testing/index.ts';
import { fixedClock, testDatabase, testEngines } from '../testing/index.ts';
import type { Delivery } from './outbox.ts';
import { OutboxMessageRow } from './outbox-message.row.ts';
import { backoffMs } from './outbox-table.ts';
import { RelayingOutbox } from './relaying-outbox.ts';

class HeardLog extends Log {
  readonly events: string[] = [];
  event(name: string): void {
    this.events.push(name);
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(testEngines())('the outbox on %s', (engine) => {
  let db: TestDatabase;
  let clock = fixedClock();
  const started: RelayingOutbox[] = [];
  const newOutbox = (pollMs = 10) => {
    const outbox = new RelayingOutbox(db.unitOfWork, clock, new SilentLog(), { pollMs });
    started.push(outbox);
    return outbox;
  };
  const record = (outbox: RelayingOutbox, key = 'k', delayMs?: number) =>
    db.unitOfWork.run(() => outbox.record({ topic: 't', key, payload: { caseId: key }, ...(delayMs === undefined ? {} : { delayMs }) }));
  /** Waits for what must come, however busy the machine. */
  const comes = async (here: () => boolean | Promise<boolean>): Promise<void> => {
    for (let n = 0; n < 500 && !(await here()); n += 1) await pause(20);
    expect(await here()).toBe(true);
  };
  const row = (id: string) => db.database.manager().findOneByOrFail(OutboxMessageRow, { id });

  beforeAll(async () => {
    db = await testDatabase(engine, platformRows, [CreatePlatform1780000000001]);
  });
  beforeEach(async () => {
    clock = fixedClock();
    await db.empty('outbox_message');
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((outbox) => outbox.stop()));
  });
  afterAll(() => db.close());

  test('a message outside a unit of work is refused', async () => {
    await expect(newOutbox().record({ topic: 't', key: 'k', payload: {} })).rejects.toThrow('inside the unit of work');
  });

  test('a message whose unit of work fell was never recorded', async () => {
    const outbox = newOutbox();
    const work = db.unitOfWork.run(async () => {
      await outbox.record({ topic: 't', key: 'k', payload: {} });
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await outbox.table.depth()).toEqual({ waiting: 0, dead: 0 });
  });

  test('the same topic and key twice is one message', async () => {
    const outbox = newOutbox();
    expect(await record(outbox)).toBe(await record(outbox));
    expect(await outbox.table.depth()).toEqual({ waiting: 1, dead: 0 });
  });

  test('a commit wakes the relay, which hands the payload over once', async () => {
    const outbox = newOutbox(60_000);
    const seen: unknown[] = [];
    outbox.handle('t', async (payload) => {
      seen.push(payload);
      return { kind: 'done' };
    });
    outbox.startRelay();
    await pause(20);
    const id = await record(outbox);
    await comes(async () => (await row(id)).state === 'done');
    expect(seen).toEqual([{ caseId: 'k' }]);
  });

  test('three relays share a hundred messages without delivering one twice', async () => {
    const seen: string[] = [];
    const relays = [newOutbox(), newOutbox(), newOutbox()];
    for (const relay of relays) {
      relay.handle('t', async (payload) => {
        await pause(1);
        seen.push(String(payload['caseId']));
        return { kind: 'done' };
      });
    }
    await db.unitOfWork.run(async () => {
      for (let n = 0; n < 100; n += 1) await relays[0]?.record({ topic: 't', key: `k${n}`, payload: { caseId: `k${n}` } });
    });
    for (const relay of relays) relay.startRelay();
    await comes(() => seen.length >= 100);
    await pause(50);
    expect(seen).toHaveLength(100);
    expect(new Set(seen).size).toBe(100);
  });

  test('the request itself delivers within its budget, and joins a delivery that has begun', async () => {
    const outbox = newOutbox(60_000);
    let calls = 0;
    outbox.handle('t', async () => {
      calls += 1;
      await pause(30);
      return { kind: 'done' };
    });
    outbox.startRelay();
    const id = await record(outbox);
    expect(await outbox.tryNow(id, 2000)).toBe(true);
    expect(await outbox.tryNow(id, 2000)).toBe(true);
    expect(calls).toBe(1);
  });

  test('a delivery that outlasts the budget goes on behind the reply', async () => {
    const outbox = newOutbox(60_000);
    outbox.handle('t', async () => {
      await pause(120);
      return { kind: 'done' };
    });
    const id = await record(outbox);
    expect(await outbox.tryNow(id, 30)).toBe(false);
    await comes(async () => (await row(id)).state === 'done');
  });

  test('"later" waits as long as the handler says, else 1, 2, 4 … 60 seconds', async () => {
    const outbox = newOutbox();
    const answers: Delivery[] = [{ kind: 'later', afterMs: 7000 }, { kind: 'later' }];
    outbox.handle('t', async () => answers.shift() ?? { kind: 'done' });
    const id = await record(outbox);
    expect(await outbox.tryNow(id, 1000)).toBe(false);
    expect((await row(id)).dueAt.getTime() - clock.now().getTime()).toBe(7000);
    expect(await outbox.tryNow(id, 1000)).toBe(false);
    expect((await row(id)).dueAt.getTime() - clock.now().getTime()).toBe(2000);
    expect([1, 2, 3, 6, 7, 50].map(backoffMs)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
  });

  test('a message that is not due is left alone until it is', async () => {
    const outbox = newOutbox();
    let calls = 0;
    outbox.handle('t', async () => {
      calls += 1;
      return { kind: 'done' };
    });
    await record(outbox, 'k', 5000);
    outbox.startRelay();
    await pause(50);
    expect(calls).toBe(0);
    clock.advance(5001);
    await comes(() => calls > 0);
    await pause(60);
    expect(calls).toBe(1);
  });

  test('a handler that throws is tried again', async () => {
    const outbox = newOutbox();
    outbox.handle('t', async () => {
      throw new Error('broken');
    });
    const id = await record(outbox);
    expect(await outbox.tryNow(id, 1000)).toBe(false);
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 1, leaseOwner: null });
  });

  test('a handler that throws after an outage of any length is tried again, with an alarm', async () => {
    const log = new HeardLog();
    const outbox = new RelayingOutbox(db.unitOfWork, clock, log, { pollMs: 60_000 });
    outbox.handle('t', async () => {
      throw new Error('the database went away for a moment');
    });
    const id = await record(outbox);
    await db.unitOfWork.run(() => db.database.manager().update(OutboxMessageRow, { id }, { attempts: 600 }));
    expect(await outbox.tryNow(id, 1000)).toBe(false);
    expect(await row(id)).toMatchObject({ state: 'waiting', attempts: 601 });
    expect(log.events).toEqual(['outbox.stuck']);
  });

  test('a dead message is kept with its reason and never tried again', async () => {
    const outbox = newOutbox();
    outbox.handle('t', async () => ({ kind: 'dead', reason: 'the core knows no such case' }));
    const id = await record(outbox);
    expect(await outbox.tryNow(id, 1000)).toBe(false);
    expect(await row(id)).toMatchObject({ state: 'dead', reason: 'the core knows no such case' });
    expect(await outbox.table.claimOne(id)).toBeUndefined();
  });

  test('work of a relay that died is taken over after its lease, and what the dead one says late changes nothing', async () => {
    const outbox = newOutbox();
    const id = await record(outbox);
    const first = await outbox.table.claimOne(id);
    expect(await outbox.table.claimOne(id)).toBeUndefined();
    clock.advance(30_001);
    const second = await outbox.table.claimOne(id);
    expect(second?.row.attempts).toBe(2);
    if (first !== undefined) await outbox.table.settle(first, { kind: 'done' });
    expect((await row(id)).state).toBe('waiting');
    if (second !== undefined) await outbox.table.settle(second, { kind: 'done' });
    expect((await row(id)).state).toBe('done');
  });

  test('stopping waits for the delivery under way', async () => {
    const outbox = newOutbox();
    let begun = false;
    let finished = false;
    outbox.handle('t', async () => {
      begun = true;
      await pause(60);
      finished = true;
      return { kind: 'done' };
    });
    outbox.startRelay();
    await record(outbox);
    await comes(() => begun);
    await outbox.stop();
    expect(finished).toBe(true);
  });
});
