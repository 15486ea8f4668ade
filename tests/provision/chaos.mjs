/** `npm run chaos -- --rounds 300 [--seed N]`: installs and builds what is missing, lays out a private MariaDB, and lets the chaos in. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { install, root } from './install.mjs';
import { fail } from './report.mjs';

async function main() {
  await install();
  const [{ build }, { layOutMariaDb }] = await Promise.all([import('./run.mjs'), import('./mariadb.mjs')]);
  await build('@anju/bff');
  const { program, args, url, folder } = await layOutMariaDb();
  const env = { ...process.env, ANJU_CHAOS_DATABASE: JSON.stringify({ program, args, url }) };
  const chaos = spawn(process.execPath, ['--import', 'tsx', '--conditions', 'anju-source', `${root}tests/chaos/chaos.ts`, ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' });
  // The terminal sends SIGINT to both: the child ends its programs, this process cleans up behind it.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => chaos.kill(signal));
  chaos.on('close', (code) => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(code ?? 1);
  });
}

main().catch(fail);
