import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseTarget } from '../../config.ts';
import type { Connections, Migrations, Rows } from '../database/data-source.ts';
import { closeConnections, openConnections } from '../database/data-source.ts';
import { TypeOrmUnitOfWork } from '../database/typeorm-unit-of-work.ts';
import { createDatabase, dropDatabase } from './mariadb-database.ts';

export type TestEngine = 'sqlite' | 'mariadb';

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

function mariadbUrl(): string | undefined {
  const url = process.env['ANJU_TEST_MARIADB_URL'];
  return url === undefined || url === '' ? undefined : url;
}

/** Databases of this test file that were closed, by engine and migrations: to make the tables anew takes many times as long as to empty them. */
const idle = new Map<string, Place[]>();
let isOver = false;
afterAll(async () => {
  isOver = true;
  for (const place of [...idle.values()].flat()) await place.remove();
});

/** An empty, migrated database that belongs to the caller alone. */
export async function testDatabase(engine: TestEngine, rows: Rows, migrations: Migrations): Promise<TestDatabase> {
  const names = migrations.map((one) => one.name);
  const kept = idle.get([engine, ...names].join()) ?? [];
  idle.set([engine, ...names].join(), kept);
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
type Row = Readonly<Record<string, unknown>>;

async function made(engine: TestEngine, rows: Rows, migrations: Migrations): Promise<Opened> {
  const place = engine === 'sqlite' ? sqlitePlace() : await mariadbPlace();
  const connections = await openConnections(place.target, rows, migrations);
  await connections.writer.runMigrations({ transaction: 'each' });
  for (const table of await tablesOf(connections)) place.laidDown.set(table, (await connections.writer.query(`SELECT * FROM ${table}`)) as Row[]);
  return { place, connections };
}

async function tablesOf({ writer }: Connections): Promise<readonly string[]> {
  const sqlite = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  const mariadb = 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()';
  return ((await writer.query(writer.options.type === 'better-sqlite3' ? sqlite : mariadb)) as { readonly name: string }[]).map(({ name }) => name).sort();
}

/** One that was used before, with the rows alone that its migrations laid down; undefined, and removed, when a test has changed its tables. */
async function emptied(place: Place | undefined, rows: Rows, migrations: Migrations): Promise<Opened | undefined> {
  if (place === undefined) return undefined;
  const { laidDown } = place;
  const connections = await openConnections(place.target, rows, migrations);
  const tables = await tablesOf(connections);
  const ran = laidDown.has('migrations') && tables.includes('migrations') ? ((await connections.writer.query('SELECT * FROM migrations')) as Row[]) : [];
  if (tables.join() !== [...laidDown.keys()].join() || ran.length !== (laidDown.get('migrations') ?? []).length) {
    await closeConnections(connections);
    await place.remove();
    return undefined;
  }
  await connections.writer.transaction(async (manager) => {
    for (const [table, kept] of laidDown) {
      if (table === 'migrations') continue;
      await manager.query(`DELETE FROM ${table}`);
      for (const row of kept) await manager.query(`INSERT INTO ${table} (${Object.keys(row).join()}) VALUES (${Object.keys(row).map(() => '?').join()})`, Object.values(row));
    }
  });
  return { place, connections };
}

interface Place {
  readonly target: DatabaseTarget;
  /** Its tables in their order, with the rows that the migrations wrote. */
  readonly laidDown: Map<string, readonly Row[]>;
  remove(): Promise<void>;
}

function sqlitePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'anju-bff-'));
  return {
    target: { engine: 'sqlite', path: join(folder, 'bff_test.sqlite') },
    laidDown: new Map(),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function mariadbPlace(): Promise<Place> {
  const server = mariadbUrl();
  if (server === undefined) throw new Error('ANJU_TEST_MARIADB_URL is not set; start MariaDB for tests with: npm test');
  const url = new URL(server);
  if (!url.pathname.endsWith('_test')) throw new Error('ANJU_TEST_MARIADB_URL must name a database that ends in _test, because it is emptied');
  const base = url.pathname.slice(1, -'_test'.length);
  url.pathname = `/${base}_${randomBytes(5).toString('hex')}_test`;
  await createDatabase(server, url.pathname.slice(1));
  return {
    target: { engine: 'mariadb', url: url.href },
    laidDown: new Map(),
    remove: () => dropDatabase(server, url.pathname.slice(1)),
  };
}
