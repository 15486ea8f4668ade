import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { root } from '../stack/process.ts';

interface Piece {
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

/** What a line of module code beside the script says, as data. */
function say<T>(code: string): T {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `import * as it from './tests/provision/mutation.mjs'; console.log(JSON.stringify(${code}))`], { cwd: root, encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

describe('mutation testing', () => {
  const pieces = say<readonly Piece[]>('it.pieces()');

  it('leaves no file of money, calendar and loan out but those that hold no code', () => {
    const code = ['money', 'calendar', 'loan'].flatMap((folder) =>
      readdirSync(`${root}shared/src/${folder}`).filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file)).map((file) => `src/${folder}/${file}`),
    );
    const mutated = pieces.flatMap((piece) => piece.files);
    expect(code.filter((file) => !mutated.includes(file)).sort()).toEqual(['src/calendar/holidays.generated.ts', 'src/calendar/index.ts', 'src/loan/index.ts', 'src/money/index.ts']);
    expect(new Set(mutated).size).toBe(mutated.length);
  });

  it('judges each piece by suites that are there', () => {
    expect(pieces.every((piece) => piece.files.length > 0 && piece.tests.length > 0)).toBe(true);
  });

  it('counts what was left out as not killed in the raw score, and what a suite never reached in both', () => {
    const mutants = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored', 'CompileError'].map((status) => ({ status }));
    const counts = say<{ killed: number; survived: number; sentences: number }>(`it.countsOf({ files: { one: { mutants: ${JSON.stringify(mutants)} } } })`);
    expect(counts).toEqual({ killed: 3, survived: 2, sentences: 1 });
    expect(say(`it.scoreOf(${JSON.stringify(counts)})`)).toEqual({ score: 60, raw: 50 });
    expect(say('it.scoreOf({ killed: 0, survived: 0, sentences: 0 })')).toEqual({ score: 0, raw: 0 });
  });
});
