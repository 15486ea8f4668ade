import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { Stack } from '../../stack/stack.ts';
import type { Control } from './control.ts';
import { repliesSeen } from './phone.ts';

/** What must never stand in clear: document numbers, full names, mobiles, card numbers. */
export interface Secret {
  readonly what: string;
  readonly bytes: Buffer;
}

/** Asked for when a world opens, while the core is surely there. */
export async function secretsOf(control: Control): Promise<readonly Secret[]> {
  const people = await control.people();
  const cards = await Promise.all(people.map((person) => control.cardNumbers(person.key)));
  const secrets = people.flatMap((person, index) => [
    { what: `id of ${person.key}`, bytes: Buffer.from(person.idNumber) },
    { what: `name of ${person.key}`, bytes: Buffer.from(person.name) },
    { what: `mobile of ${person.key}`, bytes: Buffer.from(person.mobile) },
    ...(cards[index] ?? []).map((number) => ({ what: `card of ${person.key}`, bytes: Buffer.from(number) })),
  ]);
  if (secrets.length < 90) throw new Error(`the scan for personal data knows only ${secrets.length} secrets`);
  return secrets;
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** Every row of every table of the BFF's MariaDB, as text. */
async function dump(url: string): Promise<Buffer> {
  const connection = await createConnection({ uri: url.replace(/^mariadb:/, 'mysql:'), supportBigNumbers: true, bigNumberStrings: true });
  const [tables] = await connection.query({ sql: 'show tables', rowsAsArray: true });
  const rows: string[] = [];
  for (const [table] of tables as unknown as [string][]) {
    const [found] = await connection.query(`select * from \`${table}\``);
    rows.push(...(found as Record<string, unknown>[]).map((row) => Object.values(row).map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value))).join('\t')));
  }
  await connection.end();
  return Buffer.from(rows.join('\n'));
}

/** Looks for people in clear in the BFF's database (WAL included), files, logs (which hold its URLs) and every reply a phone has had. */
export async function scanForPeople(stack: Stack, secrets: readonly Secret[]): Promise<readonly string[]> {
  const { stateDir, databaseUrl } = stack.options;
  const places: [string, Buffer][] = [
    ['log of the BFF', Buffer.from(stack.bffOutput())],
    ['replies', Buffer.from(repliesSeen.join('\n'))],
    ...['files', 'archive'].flatMap((folder) => filesBelow(join(stateDir, folder))).map((file): [string, Buffer] => [file, readFileSync(file)]),
    ...readdirSync(stateDir).filter((name) => name.startsWith('anju.sqlite')).map((name): [string, Buffer] => [name, readFileSync(join(stateDir, name))]),
  ];
  if (!databaseUrl.startsWith('sqlite:')) places.push(['MariaDB', await dump(databaseUrl)]);
  return secrets.flatMap(({ what, bytes }) => places.filter(([, content]) => content.includes(bytes)).map(([place]) => `${what} in ${place}`));
}
