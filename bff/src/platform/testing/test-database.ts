import { createHash } from 'node:crypto';
import type { DatabaseTarget } from '../../config.ts';
import type { Connections, Migrations, Rows } from '../database/data-source.ts';
import { closeConnections, openConnections } from '../database/data-source.ts';
import { TypeOrmUnitOfWork } from '../database/typeorm-unit-of-work.ts';
import { handOn, takeOver } from './handed-places.ts';
import { mariadbPlace, mariadbUrl, sqlitePlace } from './test-places.ts';
import type { Place, Row, TestEngine } from './test-places.ts';

export type { TestEngine } from './test-places.ts';

export interface TestDatabase {
  readonly engine: TestEngine;
  readonly target: DatabaseTarget;
  readonly connections: Connections;
  /** Both ports in one object, as in the running BFF. */
  readonly unitOfWork: TypeOrmUnitOfWork;
  readonly database: TypeOrmUnitOfWork;
  /** Deletes every row of the given tables. */
  empty(...tables: string[]): Promise<void>;
  /** Closes, and removes the database. */
  close(): Promise<void>;
}

/**
 * The engines a `describe.each` runs on. MariaDB takes part when ANJU_TEST_MARIADB_URL names a server and a database whose name ends
 * in `_test`; with ANJU_REQUIRE_MARIADB=1 its absence is an error and not a shorter run.
 */
export function testEngines(): readonly TestEngine[] {
  if (mariadbUrl() !== undefined) return ['sqlite', 'mariadb'];
  if (process.env['ANJU_REQUIRE_MARIADB'] === '1') throw new Error('ANJU_TEST_MARIADB_URL is not set, so the suite for MariaDB cannot run; start it with: npm test');
  return ['sqlite'];
}

/** Databases that were closed, by engine and migrations: to make the tables anew takes many times as long as to empty them. */
const idle = new Map<string, Place[]>();
let isOver = false;
afterAll(async () => {
  isOver = true;
  for (const [key, places] of idle) for (const place of places) if (!handOn(key, place)) await place.remove();
});

/** An empty, migrated database that belongs to the caller alone. */
export async function testDatabase(engine: TestEngine, rows: Rows, migrations: Migrations): Promise<TestDatabase> {
  const key = [engine, ...migrations.map((one) => one.name)].join();
  const kept = idle.get(key) ?? [...takeOver(key)];
  idle.set(key, kept);
  const { place, connections } = (await emptied(kept.pop(), rows, migrations)) ?? (await made(engine, rows, migrations));
  // No test outlives a loss of power, so that nothing needs to reach the disk.
  if (engine === 'sqlite') await connections.writer.query('PRAGMA synchronous = OFF');
  const unitOfWork = new TypeOrmUnitOfWork(connections);
  return {
    engine,
    target: place.target,
    connections,
    unitOfWork,
    database: unitOfWork,
    empty: async (...tables) => {
      await unitOfWork.run(async () => {
        for (const table of tables) await unitOfWork.manager().query(`DELETE FROM ${table}`);
      });
    },
    close: async () => {
      await closeConnections(connections);
      if (isOver) await place.remove();
      else kept.push(place);
    },
  };
}

interface Opened {
  readonly place: Place;
  readonly connections: Connections;
}

async function made(engine: TestEngine, rows: Rows, migrations: Migrations): Promise<Opened> {
  const place = engine === 'sqlite' ? sqlitePlace() : await mariadbPlace();
  const connections = await openConnections(place.target, rows, migrations);
  await connections.writer.runMigrations({ transaction: 'each' });
  for (const table of await tablesOf(connections)) place.laidDown.set(table, (await connections.writer.query(`SELECT * FROM ${table}`)) as Row[]);
  place.shape = await shapeOf(connections);
  return { place, connections };
}

/** Every column and index, so that tables which a test has changed are known again. */
async function shapeOf({ writer }: Connections): Promise<string> {
  const sqlite = 'SELECT name, sql FROM sqlite_master ORDER BY type, name';
  const mariadb = `SELECT table_name, column_name, column_type, is_nullable FROM information_schema.columns WHERE table_schema = DATABASE()
    UNION ALL SELECT table_name, index_name, column_name, CONCAT(seq_in_index, '-', non_unique) FROM information_schema.statistics WHERE table_schema = DATABASE()
    ORDER BY 1, 2, 3, 4`;
  return createHash('sha256').update(JSON.stringify(await writer.query(isSqlite(writer) ? sqlite : mariadb))).digest('hex');
}

const isSqlite = (writer: Connections['writer']): boolean => writer.options.type === 'better-sqlite3';

async function tablesOf({ writer }: Connections): Promise<readonly string[]> {
  const sqlite = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  const mariadb = 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  return ((await writer.query(isSqlite(writer) ? sqlite : mariadb)) as { readonly name: string }[]).map(({ name }) => name).sort();
}

/** One that was used before, with the rows alone that its migrations laid down; undefined, and removed, when a test has changed its tables. */
async function emptied(place: Place | undefined, rows: Rows, migrations: Migrations): Promise<Opened | undefined> {
  if (place === undefined) return undefined;
  const { laidDown } = place;
  const connections = await openConnections(place.target, rows, migrations);
  const tables = await tablesOf(connections);
  const ran = laidDown.has('migrations') && tables.includes('migrations') ? ((await connections.writer.query('SELECT * FROM migrations')) as Row[]) : [];
  const same = tables.join() === [...laidDown.keys()].join() && ran.length === (laidDown.get('migrations') ?? []).length;
  if (!same || (place.handedOn === true && (await shapeOf(connections)) !== place.shape)) {
    await closeConnections(connections);
    await place.remove();
    return undefined;
  }
  place.handedOn = false;
  await connections.writer.transaction(async (manager) => {
    for (const [table, kept] of laidDown) {
      if (table === 'migrations') continue;
      await manager.query(`DELETE FROM ${table}`);
      for (const row of kept) await manager.query(`INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row).map(() => '?').join()})`, Object.values(row));
    }
  });
  return { place, connections };
}
