import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseTarget } from '../../config.ts';
import { createDatabase, dropDatabase } from './mariadb-database.ts';

export type TestEngine = 'sqlite' | 'mariadb';
export type Row = Readonly<Record<string, unknown>>;

/** Where a test database lies. */
export interface Place {
  readonly engine: TestEngine;
  /** The folder of the file, or the name of the database on the server. */
  readonly name: string;
  readonly target: DatabaseTarget;
  /** Its tables in their order, with the rows that the migrations wrote. */
  readonly laidDown: Map<string, readonly Row[]>;
  /** What its columns and indexes were when it was made. */
  shape: string;
  /** It comes from another test file and was not looked at yet. */
  handedOn?: boolean;
  remove(): Promise<void>;
}

/** The folder of this Jest run, when it has one. */
export function runFolder(): string | undefined {
  const folder = process.env['ANJU_TEST_RUN'];
  return folder === undefined || folder === '' ? undefined : folder;
}

export function mariadbUrl(): string | undefined {
  const url = process.env['ANJU_TEST_MARIADB_URL'];
  return url === undefined || url === '' ? undefined : url;
}

/** An empty file, or the one in a folder that was handed on. */
export function sqlitePlace(name = mkdtempSync(join(runFolder() ?? tmpdir(), 'anju-bff-'))): Place {
  return {
    engine: 'sqlite',
    name,
    target: { engine: 'sqlite', path: join(name, 'bff_test.sqlite') },
    laidDown: new Map(),
    shape: '',
    remove: async () => rmSync(name, { recursive: true, force: true }),
  };
}

/** An empty database on the server, noted in the run's folder so that it is dropped in any case. */
export async function mariadbPlace(): Promise<Place> {
  const place = mariadbPlaceOf(`${urlOfServer().pathname.slice(1, -'_test'.length)}_${randomBytes(5).toString('hex')}_test`);
  const folder = runFolder();
  if (folder !== undefined) writeFileSync(join(folder, `${place.name}.made`), '');
  await createDatabase(urlOfServer().href, place.name);
  return place;
}

/** One that lies on the server already. */
export function mariadbPlaceOf(name: string): Place {
  const url = urlOfServer();
  url.pathname = `/${name}`;
  return { engine: 'mariadb', name, target: { engine: 'mariadb', url: url.href }, laidDown: new Map(), shape: '', remove: () => dropDatabase(urlOfServer().href, name) };
}

function urlOfServer(): URL {
  const server = mariadbUrl();
  if (server === undefined) throw new Error('ANJU_TEST_MARIADB_URL is not set; start MariaDB for tests with: npm test');
  const url = new URL(server);
  if (!url.pathname.endsWith('_test')) throw new Error('ANJU_TEST_MARIADB_URL must name a database that ends in _test, because it is emptied');
  return url;
}
