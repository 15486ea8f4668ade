import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { mariadbPlaceOf, runFolder, sqlitePlace } from './test-places.ts';
import type { Place, Row } from './test-places.ts';

// Databases that the files of one Jest worker hand to each other. Each file has its own memory, so that what is known of one lies in the run's folder.

interface Note {
  readonly engine: Place['engine'];
  readonly name: string;
  readonly laidDown: readonly (readonly [string, readonly Row[]])[];
  readonly shape: string;
}

const isPlain = (value: unknown): boolean => value === null || typeof value === 'string' || typeof value === 'number';

/** The folder of what this worker has of a kind; workers never share one. */
function shelfOf(key: string): string | undefined {
  const folder = runFolder();
  return folder === undefined ? undefined : join(folder, `worker-${process.env['JEST_WORKER_ID'] ?? '1'}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`);
}

/** Leaves a place to the next file; false when there is no run, or its rows cannot be written down. */
export function handOn(key: string, place: Place): boolean {
  const shelf = shelfOf(key);
  if (shelf === undefined || ![...place.laidDown.values()].flat().every((row) => Object.values(row).every(isPlain))) return false;
  const note: Note = { engine: place.engine, name: place.name, laidDown: [...place.laidDown], shape: place.shape };
  mkdirSync(shelf, { recursive: true });
  writeFileSync(join(shelf, `${basename(place.name)}.json`), JSON.stringify(note));
  return true;
}

/** Takes what an earlier file left. */
export function takeOver(key: string): readonly Place[] {
  const shelf = shelfOf(key);
  if (shelf === undefined || !existsSync(shelf)) return [];
  return readdirSync(shelf).map((file) => {
    const { engine, name, laidDown, shape } = JSON.parse(readFileSync(join(shelf, file), 'utf8')) as Note;
    rmSync(join(shelf, file));
    const place = engine === 'sqlite' ? sqlitePlace(name) : mariadbPlaceOf(name);
    for (const [table, rows] of laidDown) place.laidDown.set(table, rows);
    return Object.assign(place, { shape, handedOn: true });
  });
}
