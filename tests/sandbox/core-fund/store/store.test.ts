import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { customerNumber } from '../generation/generate.ts';
import { World } from '../testing/world.ts';

describe('the store of an earlier form', () => {
  let stateDir: string;
  beforeEach(() => {
    stateDir = mkdtempSync(join(tmpdir(), 'anju-core-store-'));
  });
  afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

  it('is begun anew: the same customers, numbers that go on, books that are right', async () => {
    const first = await World.start({ stateDir });
    await first.call('TQ1002', await first.application('loan-in-order'));
    await first.close();
    const file = new Database(join(stateDir, 'core.sqlite'));
    file.pragma('foreign_keys = OFF');
    file.exec(`ALTER TABLE fund_case RENAME TO withdrawal_case; ALTER TABLE loan DROP COLUMN home_order; DROP TABLE booking; DELETE FROM person WHERE key = 'home-buyer'`);
    file.pragma('user_version = 0');
    file.close();
    const next = await World.start({ stateDir });
    expect((await next.overview('home-buyer')).DKCS).toBe('0');
    expect((await next.control('GET', '/cases')).body['cases']).toEqual([]);
    const again = await next.call('TQ1002', await next.application('loan-in-order'));
    expect(again.body['YWLSH']).toMatch(/00000002$/);
    expect((await next.call('SJ1001', { SJH: '5', TS: 10 })).body['SJ']).toMatchObject([{ SJH: '6', KHBH: customerNumber('loan-in-order') }, {}, {}, {}, {}]);
    expect((await next.journal('')).balanced).toBe(true);
    await next.close();
  });

  it('of this form is gone on with', async () => {
    const first = await World.start({ stateDir });
    await first.call('DK1003', await first.prepayment('loan-in-order'));
    const before = await first.overview('loan-in-order');
    await first.close();
    const next = await World.start({ stateDir });
    expect(await next.overview('loan-in-order')).toEqual(before);
    await next.close();
  });
});
