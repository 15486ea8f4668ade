/** A private MariaDB for one run: own temporary data directory, own free port (never 3306), gone when the run ends. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aptInstall, find } from './apt.mjs';
import { Stop } from './report.mjs';
import { run } from './run.mjs';

/** The programs, installed when they are missing. */
export async function ensureMariaDb() {
  const programs = () => ({ server: find('mariadbd'), install: find('mariadb-install-db'), client: find('mariadb') });
  if (!programs().server || !programs().install || !programs().client) await aptInstall(['mariadb-server', 'mariadb-client'], 'MariaDB (for the database suites)');
  return programs();
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => (port === 3306 ? freePort().then(resolve, reject) : resolve(port)));
    });
  });
}

async function waitUntilUp(client, socket, server) {
  for (let tries = 0; tries < 150; tries += 1) {
    const { code } = await run(client, ['--no-defaults', `--socket=${socket}`, '--user=root', '-e', 'select 1']);
    if (code === 0) return;
    if (server.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Stop('The private MariaDB did not start.', 'mariadbd --version   shows whether it runs at all');
}

/**
 * A fresh data directory and the command that serves it, again and again after a crash too: `{program, args, client, socket, url, folder}`.
 * `url` names the database `anju_test`, beside which a suite makes its own, ending in `_test`.
 */
export async function layOutMariaDb() {
  const { server, install, client } = await ensureMariaDb();
  const folder = mkdtempSync(join(tmpdir(), 'anju-db-'));
  const user = process.getuid?.() === 0 ? ['--user=root'] : [];
  const made = await run(install, ['--no-defaults', '--auth-root-authentication-method=normal', '--skip-test-db', `--datadir=${folder}/d`, ...user]);
  if (made.code !== 0) throw new Stop(`The private MariaDB could not be set up:\n${made.output.trim().split('\n').slice(-5).join('\n')}`);
  const port = await freePort();
  const socket = `${folder}/s`;
  // Run by the server at each start, before it takes connections.
  writeFileSync(`${folder}/init.sql`, "create user if not exists 'anju'@'127.0.0.1' identified by 'anju';\ngrant all on *.* to 'anju'@'127.0.0.1';\ncreate database if not exists anju_test;\n");
  const args = ['--no-defaults', `--datadir=${folder}/d`, `--socket=${socket}`, `--port=${port}`, `--init-file=${folder}/init.sql`, '--bind-address=127.0.0.1', '--innodb-flush-log-at-trx-commit=1', '--character-set-server=utf8mb4', '--collation-server=utf8mb4_bin', ...user];
  return { program: server, args, client, socket, folder, url: `mariadb://anju:anju@127.0.0.1:${port}/anju_test` };
}

/** Starts one and returns `{url, stop}`. No suite that shares it outlives a loss of power, so that a commit need not wait for the disk; what kills servers (chaos) lays out its own. */
export async function startMariaDb() {
  const { program, args, client, socket, folder, url } = await layOutMariaDb();
  const child = spawn(program, [...args, '--innodb-flush-log-at-trx-commit=2'], { stdio: 'ignore' });
  const stop = () =>
    new Promise((resolve) => {
      if (child.exitCode !== null) return resolve();
      child.once('close', resolve);
      child.kill('SIGTERM');
    }).then(() => rmSync(folder, { recursive: true, force: true }));
  process.once('exit', () => child.kill('SIGKILL'));
  await waitUntilUp(client, socket, child);
  return { url, stop };
}
