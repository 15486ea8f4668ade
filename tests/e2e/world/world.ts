import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { makeKeys } from '../../stack/keys.ts';
import { openFrontDoor } from '../../stack/front-door.ts';
import { at, freePort, freePorts, Stack } from '../../stack/stack.ts';
import { Control } from './control.ts';
import { scanForPeople, secretsOf } from './people-scan.ts';

export interface WorldOptions {
  readonly engine?: 'sqlite' | 'mariadb';
  /** All clocks begin here. */
  readonly now?: string;
  /** Opens the front door, for a browser. */
  readonly door?: boolean;
  readonly bff?: Readonly<Record<string, string>>;
}

/** A stack of its own for one test file: fresh state, free ports, control over each stand-in. */
export interface World {
  readonly stack: Stack;
  readonly control: Control;
  readonly bffUrl: string;
  readonly doorUrl: string;
  /** Ends everything; fails when a person's papers stand in clear in the database, a log, a URL or a reply. */
  close(): Promise<void>;
}

async function mariaDatabase(): Promise<string> {
  const server = process.env['ANJU_TEST_MARIADB_URL'];
  if (!server) throw new Error('This suite needs MariaDB: run it by `npm test`, which starts a private one, or set ANJU_TEST_MARIADB_URL.');
  const name = `anju_${process.pid}_${Math.random().toString(36).slice(2, 8)}_test`;
  const connection = await createConnection(server.replace(/^mariadb:/, 'mysql:'));
  await connection.query(`create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  await connection.end();
  return new URL(`/${name}`, server).href;
}

export async function openWorld({ engine = 'sqlite', now = process.env['ANJU_TEST_NOW'], door = false, bff = {} }: WorldOptions = {}): Promise<World> {
  const stateDir = mkdtempSync(join(tmpdir(), 'anju-world-'));
  const doorPort = await freePort();
  const stack = new Stack({
    stateDir,
    keys: makeKeys(),
    ports: await freePorts(),
    databaseUrl: engine === 'sqlite' ? `sqlite:${stateDir}/anju.sqlite` : await mariaDatabase(),
    doorUrl: at(doorPort),
    ...(now === undefined ? {} : { now }),
    bff: { LOG_LEVEL: 'info', ...bff },
  });
  try {
    await stack.start();
  } catch (error) {
    await stack.close();
    throw error;
  }
  const entrance = door ? await openFrontDoor({ port: doorPort, urls: stack.urls }) : undefined;
  const control = new Control(stack.urls);
  await control.smsLimits(false);
  await control.clerk('manual');
  const secrets = await secretsOf(control);
  return {
    stack,
    control,
    bffUrl: stack.urls.bff,
    doorUrl: at(doorPort),
    close: async () => {
      await entrance?.close();
      await stack.close();
      const found = await scanForPeople(stack, secrets);
      rmSync(stateDir, { recursive: true, force: true });
      if (found.length > 0) throw new Error(`personal data in clear:\n${found.join('\n')}`);
    },
  };
}
