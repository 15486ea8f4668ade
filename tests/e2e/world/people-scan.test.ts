import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from '../../stack/stack.ts';
import { scanForPeople } from './people-scan.ts';

/** A place where a BFF has been, with something lying about. */
function leftBehind(files: Readonly<Record<string, string>>, output = ''): Stack {
  const stateDir = mkdtempSync(join(tmpdir(), 'anju-scan-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(stateDir, name, '..'), { recursive: true });
    writeFileSync(join(stateDir, name), content);
  }
  return { options: { stateDir, databaseUrl: `sqlite:${stateDir}/anju.sqlite` }, bffOutput: () => output } as unknown as Stack;
}
const secrets = [{ what: 'name of somebody', bytes: Buffer.from('欧阳翀') }];

describe('the scan for personal data', () => {
  it.each([
    ['the database', leftBehind({ 'anju.sqlite': 'x欧阳翀x' }), 'anju.sqlite'],
    ['the WAL', leftBehind({ 'anju.sqlite': '', 'anju.sqlite-wal': '…欧阳翀' }), 'anju.sqlite-wal'],
    ['a kept file', leftBehind({ 'anju.sqlite': '', 'files/a/b': '欧阳翀' }), 'files/a/b'],
    ['the log', leftBehind({ 'anju.sqlite': '' }, '{"name":"欧阳翀"}'), 'log of the BFF'],
  ])('finds a name in %s', async (_where, stack, place) => {
    const found = await scanForPeople(stack, secrets);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(place);
  });

  it('finds nothing where nothing is', async () => {
    expect(await scanForPeople(leftBehind({ 'anju.sqlite': '欧阳*' }, '欧*翀'), secrets)).toEqual([]);
  });
});
