/**
 * `npm run test:long`: the long forms of the proofs. Every suite on each of ten awkward dates, the main job on the full cross of phone and
 * database, each property 10,000 times, 300 rounds of chaos, mutation testing. Resumable: a part that passed is not run again while the commit, or
 * for a property suite every source it loads, is the same. Dated figures go to tests/results/*.json. `npm run test:long -- bff cross properties
 * chaos mutation` runs only the named ones.
 */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { install, root } from './install.mjs';

const DATES = {
  '29 February': '2028-02-29T10:00:00+08:00',
  '30 June, the day interest is settled': '2026-06-30T23:50:00+08:00',
  '1 July, the first day of the fund year': '2026-07-01T00:10:00+08:00',
  '31 December': '2026-12-31T23:30:00+08:00',
  '1 January, when loan rates change': '2027-01-01T00:05:00+08:00',
  'National Day': '2026-10-01T09:00:00+08:00',
  'a make-up Saturday': '2026-10-10T09:00:00+08:00',
  'the eve of Spring Festival': '2026-02-16T17:29:00+08:00',
  'a year whose holidays are not published': '2029-05-01T09:00:00+08:00',
  'the 31st of a month before a short one': '2027-01-31T12:00:00+08:00',
};
const SUITES = [
  ['shared', 'shared/jest.config.mjs', []],
  ['bff', 'bff/jest.config.mjs', []],
  ['stand-ins', 'tests/jest.config.mjs', ['tests/sandbox']],
  ['flows', 'tests/jest.config.mjs', ['tests/e2e/flows/(main-job.api|purchase|core-down)']],
];
const PROPERTY_RUNS = '10000';
const CHAOS_ROUNDS = '300';
/** The suites of shared that try properties. */
const propertySuites = () =>
  readdirSync(`${root}shared/src`, { recursive: true })
    .filter((file) => file.endsWith('.test.ts') && readFileSync(`${root}shared/src/${file}`, 'utf8').includes("'fast-check'"))
    .sort();

const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.includes(name);
const folder = `${root}tests/results/`;
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();

/** Digest of a suite of shared and every source it loads. */
async function sourcesOf(suite) {
  const { build } = await import('esbuild');
  const { metafile } = await build({ entryPoints: [`${root}shared/src/${suite}`], absWorkingDir: root, bundle: true, write: false, metafile: true, platform: 'node', packages: 'external', outdir: 'out' });
  const hash = createHash('sha256');
  for (const file of Object.keys(metafile.inputs).sort()) hash.update(file).update(readFileSync(root + file));
  return hash.digest('hex').slice(0, 16);
}

/** Runs a part unless it passed with the same `sources` (the whole commit when nothing narrower is told), and keeps what came of it. */
async function part(file, name, work, sources = commit) {
  const read = () => (existsSync(folder + file) ? JSON.parse(readFileSync(folder + file, 'utf8')) : { parts: {} });
  const known = read().parts[name];
  if (known?.failed === 0 && known.sources === sources) return known;
  const started = performance.now();
  const { passed, failed, output, figures = {} } = await work();
  if (failed > 0) console.log(output.trim().split('\n').slice(-60).join('\n'));
  const result = { passed, failed, seconds: Math.round((performance.now() - started) / 1000), on: new Date().toISOString().slice(0, 10), commit, sources, ...figures };
  mkdirSync(folder, { recursive: true });
  writeFileSync(folder + file, `${JSON.stringify({ parts: { ...read().parts, [name]: result } }, null, 2)}\n`);
  console.log(`  ${name}: ${passed} passed, ${failed} failed`);
  return result;
}

/** The suites on the awkward dates and the full cross: they need what `npm test` needs. */
async function onTheStack(runJest, machine) {
  const suites = SUITES.filter(([suite]) => wanted(suite));
  if (suites.length === 0 && !wanted('cross')) return [];
  const [{ build }, { ensureChromium }, { startMariaDb }] = await Promise.all([import('./run.mjs'), import('./chromium.mjs'), import('./mariadb.mjs')]);
  await build();
  const database = await startMariaDb();
  const env = machine({ mariadb: database.url, chromium: await ensureChromium() });
  const results = [];
  for (const [suite, config, paths] of suites) {
    for (const [name, now] of Object.entries(DATES)) {
      const on = { ...env, ANJU_TEST_NOW: now };
      results.push(await part('awkward-dates.json', `${suite} · ${name}`, () => runJest(`long ${suite}`, config, { paths, workers: suite === 'flows' ? 1 : 2, env: on })));
    }
  }
  if (wanted('cross')) results.push(await part('full-cross.json', 'main job, H5 and weapp by SQLite and MariaDB', () => runJest('long cross', 'tests/jest.config.mjs', { paths: ['tests/e2e/flows/main-job'], workers: 1, env: { ...env, ANJU_FULL_CROSS: '1' } })));
  await database.stop();
  return results;
}

/** Each property 10,000 times, two suites at a time. */
async function properties(runJest) {
  if (!wanted('properties')) return [];
  const env = { ANJU_PROPERTY_RUNS: PROPERTY_RUNS };
  const [results, waiting] = [[], propertySuites()];
  const worker = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const suite = file;
      const work = () => runJest(`long ${suite}`, 'shared/jest.config.mjs', { paths: [`shared/src/${suite}`], workers: 1, env });
      results.push(await part('properties.json', `${suite} · ${PROPERTY_RUNS} runs each`, work, await sourcesOf(suite)));
    }
  };
  await Promise.all([worker(), worker()]);
  const late = () => runJest('long late', 'tests/jest.config.mjs', { paths: ['tests/contract/late-refusals'], workers: 1, env });
  return [...results, await part('properties.json', `late refusals · ${PROPERTY_RUNS} people`, late)];
}

/** Rounds of chaos, judged as one; what they came to is kept. */
async function chaos() {
  const [{ run }, file] = [await import('./run.mjs'), `${root}.anju/test/chaos.json`];
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const { code, output } = await run(process.execPath, ['tests/provision/chaos.mjs', '--rounds', CHAOS_ROUNDS, '--figures', file], { show: true });
  const figures = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output, figures };
}

async function main() {
  await install();
  const { machine, runJest } = await import('./suites.mjs');
  const results = [...(await onTheStack(runJest, machine)), ...(await properties(runJest))];
  if (wanted('chaos')) results.push(await part('chaos.json', `${CHAOS_ROUNDS} rounds`, chaos));
  if (wanted('mutation')) {
    const { mutation } = await import('./mutation.mjs');
    const enough = await mutation();
    results.push({ passed: enough ? 1 : 0, failed: enough ? 0 : 1 });
  }
  const sum = (key) => results.reduce((total, it) => total + it[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exit(sum('failed') === 0 ? 0 : 1);
}

main().catch((error) => {
  console.error(error);
  console.log('\n0 passed, 1 failed');
  process.exit(1);
});
