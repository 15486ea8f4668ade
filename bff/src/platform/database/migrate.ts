import BetterSqlite3 from 'better-sqlite3';
import type { DatabaseTarget } from '../../config.ts';
import type { Connections } from './data-source.ts';

const LOCK = 'anju-bff-migrations';
const WAIT_SECONDS = 60;

/**
 * Runs the migrations that have not run, one instance at a time; the others wait, and find nothing to do. Before the first request.
 * @returns how many ran
 */
export async function migrate(connections: Connections, target: DatabaseTarget): Promise<number> {
  const run = async (): Promise<number> => (await connections.writer.runMigrations({ transaction: 'each' })).length;
  return target.engine === 'sqlite' ? underFileLock(`${target.path}.migrating`, run) : underServerLock(connections, new URL(target.url).pathname.slice(1), run);
}

/** A second SQLite file that one process at a time holds; the operating system frees it when the process dies. */
async function underFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const lock = new BetterSqlite3(path, { timeout: WAIT_SECONDS * 1000 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return await work();
  } finally {
    lock.close();
  }
}

async function underServerLock<T>({ writer }: Connections, database: string, work: () => Promise<T>): Promise<T> {
  const runner = writer.createQueryRunner();
  try {
    const name = `${LOCK}-${database}`.slice(0, 64);
    const [row] = (await runner.query('SELECT GET_LOCK(?, ?) AS held', [name, WAIT_SECONDS])) as { held: unknown }[];
    if (Number(row?.held) !== 1) throw new Error('another instance has held the migration lock for a minute');
    try {
      return await work();
    } finally {
      await runner.query('SELECT RELEASE_LOCK(?)', [name]);
    }
  } finally {
    await runner.release();
  }
}
