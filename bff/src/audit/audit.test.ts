import { testEngines } from '../platform/testing/index.ts';
import type { BusinessWorld } from '../withdrawal/testing/business-world.ts';
import { businessWorld } from '../withdrawal/testing/business-world.ts';
import { Audit, VerifyAudit } from './index.ts';
import { RecordedLog } from '../sms/testing/recorded-log.fixture.ts';
import { WatchAudit } from './use-cases/watch-audit.ts';

const fact = { personId: '11111111-1111-4111-8111-111111111111', action: 'withdrawal.submitted', outcome: 'done' } as const;

describe.each(testEngines())('the audit log (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
  });
  afterEach(() => world.close());
  const record = (subject: string): Promise<void> => world.module.get(Audit).record({ ...fact, subject });
  const verify = () => world.module.get(VerifyAudit).execute();
  const tamper = (sql: string): Promise<void> => world.db.unitOfWork.run(async () => void (await world.db.database.manager().query(sql)));

  it('holds when it is empty and after every entry', async () => {
    expect(await verify()).toEqual({ holds: true, entries: 0 });
    for (const subject of ['a', 'b', 'c']) await record(subject);
    expect(await verify()).toEqual({ holds: true, entries: 3 });
  });

  it('stays one chain when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => record(String(n))));
    expect(await verify()).toEqual({ holds: true, entries: 20 });
  });

  it('leaves nothing of a unit of work that failed', async () => {
    await record('a');
    await world.db.unitOfWork
      .run(async () => {
        await record('b');
        throw new Error('undone');
      })
      .catch(() => undefined);
    await record('c');
    expect(await verify()).toEqual({ holds: true, entries: 2 });
  });

  it('raises the alarm when the chain does not hold, and only then', async () => {
    const log = new RecordedLog();
    const watch = new WatchAudit(world.module.get(VerifyAudit), log);
    await record('a');
    await watch.execute();
    expect(log.events).toEqual([]);
    await tamper("UPDATE audit_entry SET outcome = 'refused' WHERE sequence = 1");
    await watch.execute();
    expect(log.events).toEqual([['audit.broken', { brokenAt: 1 }]]);
  });

  it.each([
    ['an entry that was changed', "UPDATE audit_entry SET outcome = 'refused' WHERE sequence = 2", 2],
    ['an entry that was taken out', 'DELETE FROM audit_entry WHERE sequence = 2', 3],
    ['an end that was cut off', 'DELETE FROM audit_entry WHERE sequence = 3', 3],
    ['a moment that was moved', 'UPDATE audit_entry SET at = at - 1 WHERE sequence = 1', 1],
  ])('shows %s', async (_what, sql, brokenAt) => {
    for (const subject of ['a', 'b', 'c']) await record(subject);
    await tamper(sql);
    expect(await verify()).toEqual({ holds: false, brokenAt });
  });
});
