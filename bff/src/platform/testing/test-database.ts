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

/** A fresh, migrated database that belongs to the caller alone. */
export async function testDatabase(engine: TestEngine, rows: Rows, migrations: Migrations): Promise<TestDatabase> {
  const place = engine === 'sqlite' ? sqlitePlace() : await mariadbPlace();
  const connections = await openConnections(place.target, rows, migrations);
  await connections.writer.runMigrations({ transaction: 'each' });
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
      await place.remove();
    },
  };
}

interface Place {
  readonly target: DatabaseTarget;
  remove(): Promise<void>;
}

function sqlitePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'anju-bff-'));
  return {
    target: { engine: 'sqlite', path: join(folder, 'bff_test.sqlite') },
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
    remove: () => dropDatabase(server, url.pathname.slice(1)),
  };
}
