/** Finds or installs a program of the system. Never a system service: only the programs. */
import { existsSync } from 'node:fs';
import { Stop } from './report.mjs';
import { run } from './run.mjs';

const FOLDERS = ['/usr/bin/', '/usr/sbin/', '/usr/local/bin/', '/opt/homebrew/bin/', '/opt/homebrew/opt/mariadb/bin/'];

/** The path of the first of `names` that is there. */
export function find(...names) {
  for (const name of names) for (const folder of FOLDERS) if (existsSync(folder + name)) return folder + name;
  return undefined;
}

let updated;

/** Installs Debian packages when this is root on Debian or Ubuntu, saying so; otherwise stops with the one command that helps. */
export async function aptInstall(packages, why) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) throw new Stop(`${why} is missing.`, existsSync('/usr/bin/apt-get') ? `sudo ${command}` : `install ${packages.join(', ')} with your system's package manager`);
  console.log(`\n  ${why} is missing: ${command}`);
  // A policy that denies every start: a package must not bring up a service of the system.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  updated ??= run('apt-get', ['update', '-qq'], { env });
  await updated;
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  if (code !== 0) throw new Stop(`${why} could not be installed:\n${output.trim().split('\n').slice(-8).join('\n')}`, command);
}
