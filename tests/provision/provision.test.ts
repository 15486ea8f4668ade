import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../stack/process.ts';

/** Runs a line of module code beside the provisioning scripts, as a process of its own. */
function say(code: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' });
  return stdout + stderr;
}
const explained = (output: string): string => say(`import { explainInstall } from './tests/provision/install.mjs'; console.log(explainInstall(${JSON.stringify(output)}).message)`);

function start(env: Record<string, string>) {
  return spawnSync(process.execPath, [`${root}tests/provision/start.mjs`], { cwd: root, encoding: 'utf8', timeout: 60_000, env: { ...process.env, ...env } });
}

describe('what the two commands say when they cannot go on', () => {
  it.each(['18.20.0', '20.18.1', '21.7.0'])('Node %s is named, with the way out', (version) => {
    expect(say(`import { checkNode } from './tests/provision/install.mjs'; try { checkNode('${version}') } catch (error) { console.log(error.message) }`)).toMatch(
      new RegExp(`Anju needs Node 20\\.19 or newer, this is ${version.replaceAll('.', '\\.')}\\.\\n\\s+nvm install`),
    );
  });

  it.each(['20.19.0', '22.1.0', '24.0.0'])('Node %s is fine', (version) => {
    expect(say(`import { checkNode } from './tests/provision/install.mjs'; checkNode('${version}'); console.log('fine')`)).toBe('fine\n');
  });

  it('a missing compiler, a full disk, a folder one may not write and anything else: one sentence each', () => {
    expect(explained('npm error gyp ERR! stack Error: not found: make')).toMatch(/no C\+\+ compiler was found\.\n\s+Debian\/Ubuntu: apt-get install -y build-essential/);
    expect(explained('npm error code ENOSPC\nnpm error nospc ENOSPC: no space left on device, write')).toMatch(/^The disk is full\.\n\s+df -h/);
    expect(explained("npm error code EACCES\nnpm error Error: EACCES: permission denied, mkdir '/x/node_modules'")).toMatch(/cannot be written to/);
    expect(explained('npm error code EUSAGE')).toMatch(/npm ci failed:\nnpm error code EUSAGE/);
  });

  it('no network is met by the real npm and put into one sentence', () => {
    const folder = mkdtempSync(join(tmpdir(), 'anju-offline-'));
    try {
      for (const path of ['package.json', 'package-lock.json', '.npmrc', 'tests/provision', 'tests/package.json', 'shared/package.json', 'bff/package.json', 'miniapp/package.json']) cpSync(join(root, path), join(folder, path), { recursive: true });
      const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/provision/install.mjs'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(folder, 'cache'), npm_config_fetch_retries: '0' },
      });
      expect(status).toBe(1);
      expect(stdout + stderr).toMatch(/The package registry cannot be reached\.\n\s+npm ping/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it('a taken port is named with its variable', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const { status, stderr } = start({ ANJU_BFF_PORT: String(port) });
    await new Promise((resolve) => taken.close(resolve));
    expect(status).toBe(1);
    expect(stderr).toContain(`Port ${port} (ANJU_BFF_PORT) is taken by another program.`);
    expect(stderr).toContain('npm start');
  });

  it('one port for two is refused before anything is built, naming both', () => {
    const { status, stderr } = start({ ANJU_PORT: '3100', ANJU_BFF_PORT: '3100' });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe('ANJU_PORT and ANJU_BFF_PORT are both 3100; each needs a port of its own.\n  ANJU_BFF_PORT=4100 npm start');
  });

  it('a port that no browser opens is refused by name', () => {
    const { status, stderr } = start({ ANJU_BFF_PORT: '6000' });
    expect(status).toBe(1);
    expect(stderr).toContain('ANJU_BFF_PORT=6000 is a port that browsers refuse to open.');
  });

  it.each(['0', '70000', 'http', '3.5'])('a port of "%s" is refused by name', (text) => {
    const { status, stderr } = start({ ANJU_PORT: text });
    expect(status).toBe(1);
    expect(stderr).toContain(`ANJU_PORT must be a port from 1 to 65535, not "${text}".`);
  });
});
