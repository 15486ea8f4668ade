import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Table } from 'typeorm';
import type { TestDatabase } from '../testing/index.ts';
import { testDatabase, testEngines } from '../testing/index.ts';
import { fenColumn, instantColumn } from './columns.ts';
import { isDuplicateKey } from './duplicate-key.ts';

@Entity('purse')
class PurseRow {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;
  @Column(fenColumn({ name: 'amount_fen' }))
  amountFen!: number;
  @Column(instantColumn({ name: 'at', nullable: true }))
  at!: Date | null;
}

class CreatePurse1790000000001 implements MigrationInterface {
  readonly name = 'CreatePurse1790000000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'purse',
        columns: [
          { name: 'id', type: 'varchar', length: '36', isPrimary: true },
          { name: 'amount_fen', type: 'bigint' },
          { name: 'at', type: 'bigint', isNullable: true },
        ],
      }),
    );
  }
  async down(): Promise<void> {}
}

describe.each(testEngines())('unit of work on %s', (engine) => {
  let db: TestDatabase;
  const purses = () => db.database.manager().getRepository(PurseRow);
  const put = (id: string, amountFen = 1) => db.unitOfWork.run(() => purses().insert({ id, amountFen, at: null }));

  beforeAll(async () => {
    db = await testDatabase(engine, [PurseRow], [CreatePurse1790000000001]);
  });
  beforeEach(() => db.empty('purse'));
  afterAll(() => db.close());

  test('amounts and instants come back as what they went in as', async () => {
    const at = new Date('2026-11-21T01:30:15.123Z');
    await db.unitOfWork.run(() => purses().insert({ id: 'a', amountFen: 9_007_199_254_740_991, at }));
    expect(await purses().findOneBy({ id: 'a' })).toEqual({ id: 'a', amountFen: 9_007_199_254_740_991, at });
  });

  test('an amount that a double cannot hold is an error, not another amount', async () => {
    await db.unitOfWork.run(() => db.database.manager().query(`INSERT INTO purse (id, amount_fen) VALUES ('b', 9007199254740993)`));
    await expect(purses().findOneBy({ id: 'b' })).rejects.toThrow(RangeError);
  });

  test('what fails leaves nothing behind', async () => {
    const work = db.unitOfWork.run(async () => {
      await purses().insert({ id: 'c', amountFen: 1, at: null });
      throw new Error('second thoughts');
    });
    await expect(work).rejects.toThrow('second thoughts');
    expect(await purses().count()).toBe(0);
  });

  test('an inner unit of work joins the outer one and falls with it', async () => {
    const work = db.unitOfWork.run(async () => {
      await put('d');
      throw new Error('outer');
    });
    await expect(work).rejects.toThrow('outer');
    expect(await purses().count()).toBe(0);
  });

  test('a reader outside sees nothing of a transaction that has not committed', async () => {
    let seen = -1;
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const writing = db.unitOfWork.run(async () => {
      await purses().insert({ id: 'e', amountFen: 1, at: null });
      await gate;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    seen = await purses().count();
    release();
    await writing;
    expect(seen).toBe(0);
    expect(await purses().count()).toBe(1);
  });

  test('twenty units of work at once do not mix', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        db.unitOfWork.run(async () => {
          await purses().insert({ id: `f${n}`, amountFen: n, at: null });
          await new Promise((resolve) => setTimeout(resolve, 1));
          if (n % 2 === 1) throw new Error('odd');
        }),
      ),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(10);
    expect(await purses().count()).toBe(10);
  });

  test('a second row with the same key is told from other errors', async () => {
    await put('g');
    const error: unknown = await put('g').catch((caught: unknown) => caught);
    expect(isDuplicateKey(error)).toBe(true);
    expect(isDuplicateKey(new Error('else'))).toBe(false);
  });

  test('a deadlock runs the work again, and no more than three times', async () => {
    let runs = 0;
    const deadlock = Object.assign(new Error('deadlock'), { driverError: { errno: 1213 } });
    const done = await db.unitOfWork.run(async () => {
      runs += 1;
      if (runs < 3) throw deadlock;
      return 'done';
    });
    expect([done, runs]).toEqual(['done', 3]);
    runs = 0;
    await expect(
      db.unitOfWork.run(async () => {
        runs += 1;
        throw deadlock;
      }),
    ).rejects.toBe(deadlock);
    expect(runs).toBe(3);
  });

  test('what waits for the commit hears nothing of a rollback', async () => {
    const heard: string[] = [];
    await db.unitOfWork.run(async () => db.unitOfWork.afterCommit(() => heard.push('committed')));
    await db.unitOfWork
      .run(async () => {
        db.unitOfWork.afterCommit(() => heard.push('rolled back'));
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(heard).toEqual(['committed']);
  });
});

test('on SQLite a write outside a unit of work is refused', async () => {
  const db = await testDatabase('sqlite', [PurseRow], [CreatePurse1790000000001]);
  await expect(db.database.manager().getRepository(PurseRow).insert({ id: 'h', amountFen: 1, at: null })).rejects.toThrow(/readonly/);
  await db.close();
});
