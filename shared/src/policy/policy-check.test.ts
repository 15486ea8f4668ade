import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

// Runs what `npm run policy:check` runs, on a copy in which faults are planted.
const repository = path.resolve(__dirname, '../../..');
const script = path.join(repository, 'shared/scripts/check-policies.mjs');

interface Told {
  readonly code: number | null;
  readonly out: string;
  readonly faults: string;
}
function check(...folder: readonly string[]): Told {
  const run = spawnSync(process.execPath, ['--import', 'tsx', '--conditions', 'anju-source', script, ...folder], { cwd: repository, encoding: 'utf8' });
  return { code: run.status, out: run.stdout, faults: run.stderr };
}

describe('policy:check', () => {
  let folder = '';
  const packs = (...parts: readonly string[]): string => path.join(folder, 'policy/packs', ...parts);
  function rewrite(file: string, from: string, to: string): void {
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
  }

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'anju-packs-'));
    for (const part of ['policy', 'calendar', 'money']) cpSync(path.join(repository, 'shared/src', part), path.join(folder, part), { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('passes the packs as they are, and counts what each knows', () => {
    const told = check();
    expect([told.code, told.faults]).toEqual([0, '']);
    expect(told.out).toMatch(/national +\d+ figures +\d+ sources/);
    expect(told.out).toMatch(/wuhan +\d+ figures +\d+ sources +\d+ unknown +0 expired +2 conflicts/);
    expect(told.out).toMatch(/jiamusi +1 figures +1 sources +9 unknown +0 expired +0 conflicts/);
    expect(told.out).toContain('All 15 packs hold together.');
  }, 60_000);

  it('names file and figure of every planted fault', () => {
    rewrite(packs('wuhan/pack.ts'), "validFrom: '2025-10-01' }", "validFrom: '2025-10-01', validTo: '2025-09-30' }");
    rewrite(packs('luan/pack.ts'), 'amountFen: 217_000', 'amountFen: 217_000.5');
    rewrite(packs('taizhou/pack.ts'), "centre: 'taizhou'", "centre: 'taichow'");
    rewrite(packs('putian/pack.ts'), 'export const pack', 'export const pakc');
    rewrite(packs('nanping/pack.ts'), 'loan: {', 'loan: {{');
    rewrite(packs('fuzhou/index.ts'), 'pack as fuzhou', 'pack as fujian');
    rewrite(packs('national/regulation.ts'), "validFrom: '2026-09-20' }", "validFrom: '2026-09-19' }");
    mkdirSync(packs('sanming'));
    writeFileSync(packs('sanming/pack.ts'), readFileSync(packs('bozhou/pack.ts'), 'utf8').replaceAll('bozhou', 'sanming'));
    const told = check(folder);
    expect(told.code).toBe(1);
    for (const line of [
      'wuhan/pack.ts loan.cap[0].validTo is no later day',
      'luan/pack.ts contribution.baseLower[0].value[1].amountFen is no whole number from 0',
      'taizhou/pack.ts centre is not the name of its folder, taizhou',
      'putian/pack.ts exports no pack',
      'nanping/pack.ts cannot be loaded: ',
      'fuzhou/index.ts does not export the pack as fuzhou',
      'national loanDecisionDays[1].validFrom overlaps the figure before',
      'sanming/index.ts does not export the pack as sanming',
      'registry.generated.ts is not what the folders give',
    ]) {
      expect(told.faults).toContain(`packs/${line}`);
    }
    expect(told.faults).not.toContain('xiamen');
  }, 60_000);
});
