import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A SQLite database in write-ahead mode: what was committed survives the process being killed. */
export type Store = Database.Database;

/** Opens `<stateDir>/<name>.sqlite` (or memory with `:memory:`) and brings the schema up; the schema must be repeatable. */
export function openStore(stateDir: string, name: string, schema: string): Store {
  if (stateDir !== ':memory:') mkdirSync(stateDir, { recursive: true });
  const store = new Database(stateDir === ':memory:' ? ':memory:' : join(stateDir, `${name}.sqlite`));
  store.pragma('journal_mode = WAL');
  store.pragma('synchronous = NORMAL');
  store.pragma('foreign_keys = ON');
  store.pragma('busy_timeout = 3000');
  store.exec(schema);
  return store;
}
