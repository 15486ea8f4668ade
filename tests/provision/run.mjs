/** Running other programs, quietly, with what they said kept for the case that they fail. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { root } from './install.mjs';
import { Stop } from './report.mjs';

const children = new Set();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

/** Resolves to `{code, output}`; never rejects for a failing program. */
export function run(command, args, { cwd = root, env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000);
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code) => {
      children.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** The path of a package's own command, run with this Node. */
export function bin(name, packageName = name) {
  const require = createRequire(`${root}package.json`);
  const manifest = require.resolve(`${packageName}/package.json`);
  const { bin: entry } = require(manifest);
  return manifest.replace(/package\.json$/, '') + (typeof entry === 'string' ? entry : entry[name]);
}

/** Builds what the cache does not hold: shared, the BFF, the H5 bundle; or one package with what it needs. */
export async function build(only) {
  const filter = only === undefined ? [] : [`--filter=${only}`];
  const { code, output } = await run(process.execPath, [bin('turbo'), 'run', 'build', ...filter, '--output-logs=errors-only', '--no-update-notifier']);
  if (code === 0) return;
  if (/ENOSPC/.test(output)) throw new Stop('The disk is full.', 'df -h .   shows how full');
  throw new Stop(`The build failed:\n${output.trim().split('\n').slice(-30).join('\n')}`, 'npx turbo run build   shows it in full');
}
