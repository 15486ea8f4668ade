/** Makes node_modules fit package-lock.json. Uses Node's own modules only, since nothing else is there yet. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stop, fail, step } from './report.mjs';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = `${root}node_modules/.anju-lock`;

/** Stops when this Node cannot run the product. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || major >= 22;
  if (!fits) throw new Stop(`Anju needs Node 20.19 or newer, this is ${version}.`, 'nvm install 20   (or https://nodejs.org)');
}

function wanted() {
  const lock = readFileSync(`${root}package-lock.json`);
  return `${createHash('sha256').update(lock).digest('hex')} ${process.versions.modules} ${process.platform}-${process.arch}`;
}

/** One sentence for what npm printed when it failed. */
export function explainInstall(output) {
  if (/ENOSPC|no space left/i.test(output)) return new Stop('The disk is full.', 'df -h .   shows how full; about 1.5 GB are needed');
  if (/gyp ERR|not found: make|node-gyp/i.test(output))
    return new Stop('The database driver better-sqlite3 has to be compiled here, and no C++ compiler was found.', 'Debian/Ubuntu: apt-get install -y build-essential python3   macOS: xcode-select --install', 'compiler');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|network/i.test(output))
    return new Stop('The package registry cannot be reached.', 'npm ping   shows whether it answers; behind a proxy: npm config set proxy http://host:port');
  if (/EACCES|EPERM/i.test(output)) return new Stop('This folder cannot be written to.', `ls -ld "${root}"   shows who owns it`);
  return new Stop(`npm ci failed:\n${output.trim().split('\n').slice(-15).join('\n')}`, 'npm ci   shows it in full');
}

function npmCi() {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, shell: process.platform === 'win32', stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', () => reject(new Stop('npm was not found.', 'it comes with Node: https://nodejs.org')));
    child.on('close', (code) => (code === 0 ? resolve() : reject(explainInstall(output))));
  });
}

/** Installs the packages unless the stamp says that they are there. */
export async function install() {
  checkNode();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return;
  await step('installing packages (first time: one to three minutes)', npmCi);
  writeFileSync(stamp, wanted());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install().catch(fail);
