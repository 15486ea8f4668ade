import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite3 from 'better-sqlite3';
import type { DataSourceOptions } from 'typeorm';
import { DataSource } from 'typeorm';
import type { DatabaseTarget } from '../../config.ts';

/** Entity classes. */
export type Rows = readonly (new () => object)[];
export type Migrations = readonly (new () => object)[];

/**
 * Where reads and writes go. SQLite has one connection a data source, so that a statement outside a transaction would fall into
 * whichever transaction is open: reads outside a unit of work therefore have their own connection, and it refuses to write.
 * On MySQL and MariaDB both are the same pool.
 */
export interface Connections {
  readonly writer: DataSource;
  readonly reader: DataSource;
}

function sqliteOptions(path: string, rows: Rows, migrations: Migrations, readOnly: boolean): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    name: readOnly ? 'reader' : 'writer',
    database: path,
    entities: [...rows],
    migrations: [...migrations] as never,
    synchronize: false,
    logging: false,
    timeout: 3000,
    prepareDatabase: (connection: BetterSqlite3.Database) => {
      connection.pragma('journal_mode = WAL');
      connection.pragma('synchronous = FULL');
      connection.pragma('foreign_keys = ON');
      if (readOnly) connection.pragma('query_only = ON');
    },
  } as DataSourceOptions;
}

function mysqlOptions(target: Extract<DatabaseTarget, { url: string }>, rows: Rows, migrations: Migrations): DataSourceOptions {
  return {
    type: target.engine,
    url: target.url,
    entities: [...rows],
    migrations: [...migrations] as never,
    synchronize: false,
    logging: false,
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    poolSize: 10,
    connectTimeout: 5000,
  } as DataSourceOptions;
}

/** Opens the database of `DATABASE_URL`; does not migrate. */
export async function openConnections(target: DatabaseTarget, rows: Rows, migrations: Migrations): Promise<Connections> {
  if (target.engine !== 'sqlite') {
    const pool = await new DataSource(mysqlOptions(target, rows, migrations)).initialize();
    return { writer: pool, reader: pool };
  }
  mkdirSync(dirname(target.path), { recursive: true });
  const writer = await new DataSource(sqliteOptions(target.path, rows, migrations, false)).initialize();
  const reader = await new DataSource(sqliteOptions(target.path, rows, [], true)).initialize();
  return { writer, reader };
}

export async function closeConnections(connections: Connections): Promise<void> {
  if (connections.reader !== connections.writer && connections.reader.isInitialized) await connections.reader.destroy();
  if (connections.writer.isInitialized) await connections.writer.destroy();
}
