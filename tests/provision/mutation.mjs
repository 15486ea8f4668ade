/**
 * `npm run mutation`: mutation testing over money, calendar and loan, in pieces of some minutes. A piece whose code and suites are as they
 * were is not run again, so that a run that was stopped goes on where it was; `npm run mutation -- money calendar` runs only those.
 * Prints the score over mutated code and beside it the raw score, which counts every sentence left out as not killed. Fails below 85 %.
 * The figures go to tests/results/mutation.json. What is mutated and what is not: shared/stryker.config.mjs.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { install, root } from './install.mjs';

export const LEAST_SCORE = 85;

/**
 * Which code is mutated together, and which suites judge it: those beside it, so that a mutant costs as few suites as may be. What other
 * suites would notice besides is not counted. A file of the loan that no piece before names belongs to the last.
 */
const PIECES = [
  { name: 'money', folder: 'money', files: /./, suites: /./ },
  { name: 'calendar', folder: 'calendar', files: /./, suites: /./ },
  { name: 'schedule-input', folder: 'loan', files: /^schedule-input\./, suites: /^schedule-input/ },
  { name: 'schedule', folder: 'loan', files: /^(schedule.*|instalment|press-interest)\./, suites: /^schedule(-published|-input)?\.test/ },
  { name: 'combined', folder: 'loan', files: /^(combined|conversion)\./, suites: /^(combined|conversion)/ },
  { name: 'prepayment', folder: 'loan', files: /^(prepayment|running-loan)\./, suites: /^(prepayment|running-loan)/ },
  { name: 'estimate-input', folder: 'loan', files: /^estimate-(check|input)\./, suites: /^estimate-check/ },
  { name: 'advice', folder: 'loan', files: /^advice/, suites: /^advice/ },
  { name: 'account', folder: 'loan', files: /^limits-(account|ability)\./, suites: /^estimate(-archetypes|-published|-words)\.test/ },
  { name: 'cap', folder: 'loan', files: /^limits-cap\./, suites: /^estimate(-archetypes|-published|-words)\.test/ },
  { name: 'conditions', folder: 'loan', files: /^(limits-(conditions|price)|term)\./, suites: /^estimate(-archetypes|-dated|-words)\.test/ },
  { name: 'limits', folder: 'loan', files: /^(limit.*|loan-case)\./, suites: /^estimate(-archetypes|-dated|-words)\.test/ },
  { name: 'assess', folder: 'loan', files: /^(assess|bare-estimate)\./, suites: /^estimate(-archetypes|-words)\.test/ },
  { name: 'estimate', folder: 'loan', files: /./, suites: /^estimate(-households|-withdrawal|-words)?\.test/ },
];
const LEFT_OUT = /(^index|\.test|\.generated)\.ts$/;

/** Every piece with its files, each file in one piece, and its suites. */
export function pieces() {
  const taken = new Set();
  return PIECES.map(({ name, folder, files, suites }) => {
    const all = readdirSync(`${root}shared/src/${folder}`).filter((file) => file.endsWith('.ts'));
    const code = all.filter((file) => !/\.test\.ts$/.test(file) && !LEFT_OUT.test(file) && !taken.has(`${folder}/${file}`) && files.test(file));
    for (const file of code) taken.add(`${folder}/${file}`);
    const tests = all.filter((file) => file.endsWith('.test.ts') && suites.test(file));
    return { name, files: code.map((file) => `src/${folder}/${file}`), tests: tests.map((file) => `src/${folder}/${file}`) };
  });
}

/** A mutant that only runs slowly on a busy machine must not count as killed by the clock; one that never ends still does. */
const PATIENCE = ['--timeoutMS', '20000', '--timeoutFactor', '3'];

const folder = `${root}.anju/mutation/`;
const results = `${root}tests/results/mutation.json`;
const hashOf = ({ files, tests }) =>
  [...files, ...tests, 'stryker.config.mjs', 'jest.mutation.config.mjs'].reduce((hash, file) => hash.update(file).update(readFileSync(`${root}shared/${file}`)), createHash('sha256')).digest('hex');

/** Mutants of a report by what became of them. */
export function countsOf(report) {
  const counts = { killed: 0, survived: 0, sentences: 0 };
  for (const { status } of Object.values(report.files).flatMap((file) => file.mutants)) {
    if (status === 'Killed' || status === 'Timeout') counts.killed += 1;
    else if (status === 'Survived' || status === 'NoCoverage') counts.survived += 1;
    else if (status === 'Ignored') counts.sentences += 1;
  }
  return counts;
}

/** Per cent of the mutants that were killed; `raw` counts what was left out as not killed. */
export function scoreOf({ killed, survived, sentences }) {
  const percent = (of) => (of === 0 ? 0 : Math.round((killed / of) * 1000) / 10);
  return { score: percent(killed + survived), raw: percent(killed + survived + sentences) };
}

async function runPiece(piece) {
  const { bin, run } = await import('./run.mjs');
  const env = { ANJU_MUTATION_PIECE: piece.name, ANJU_MUTATION_FILES: piece.files.join(','), ANJU_MUTATION_TESTS: piece.tests.join(',') };
  const { code, output } = await run(process.execPath, [bin('stryker', '@stryker-mutator/core'), 'run', 'stryker.config.mjs', ...PATIENCE], { cwd: `${root}shared`, env, show: true });
  if (code !== 0) throw new Error(`Stryker stopped in ${piece.name}:\n${output.trim().split('\n').slice(-30).join('\n')}`);
  return countsOf(JSON.parse(readFileSync(`${folder}report-${piece.name}.json`, 'utf8')));
}

/** A piece's counts, from before when nothing it rests on has changed. */
async function judged(piece) {
  const note = `${folder}piece-${piece.name}.json`;
  const hash = hashOf(piece);
  const known = existsSync(note) ? JSON.parse(readFileSync(note, 'utf8')) : undefined;
  if (known?.hash === hash) return known.counts;
  const started = performance.now();
  const counts = await runPiece(piece);
  console.log(`  ${piece.name}: ${words(counts)} (${Math.round((performance.now() - started) / 1000)} s)`);
  writeFileSync(note, JSON.stringify({ hash, counts }));
  return counts;
}

const words = (counts) => {
  const { score, raw } = scoreOf(counts);
  return `${score.toFixed(1)} % of ${counts.killed + counts.survived} mutants killed; raw, with ${counts.sentences} in sentences, ${raw.toFixed(1)} %`;
};

/** Runs the pieces asked for (all when none is), prints the scores, keeps them; true when the score is high enough. */
export async function mutation(only = []) {
  mkdirSync(folder, { recursive: true });
  const book = {};
  for (const piece of pieces().filter(({ name }) => only.length === 0 || only.includes(name))) book[piece.name] = await judged(piece);
  const total = Object.values(book).reduce((sum, one) => ({ killed: sum.killed + one.killed, survived: sum.survived + one.survived, sentences: sum.sentences + one.sentences }), { killed: 0, survived: 0, sentences: 0 });
  console.log(`mutation score ${words(total)}`);
  const { score, raw } = scoreOf(total);
  if (only.length === 0) {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
    const parts = Object.fromEntries(Object.entries(book).map(([name, counts]) => [name, { ...counts, ...scoreOf(counts) }]));
    writeFileSync(results, `${JSON.stringify({ commit, on: new Date().toISOString().slice(0, 10), score, raw, ...total, parts }, null, 2)}\n`);
  }
  return score >= LEAST_SCORE;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install();
  process.exit((await mutation(process.argv.slice(2))) ? 0 : 1);
}
