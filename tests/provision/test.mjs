/**
 * `npm test`: installs what is missing, builds, and judges everything. The last line is `N passed, N failed`.
 * `npm test -- shared bff` runs only the named steps.
 */
import { performance } from 'node:perf_hooks';
import { install, root } from './install.mjs';
import { Stop, step } from './report.mjs';

/** A step that passes or fails as one. */
const single = (name, work) => ({ name, work: async (context) => ({ ...(await work(context)), passed: undefined }) });

/** The steps in their order; where lists of steps stand in one place, these lists go side by side. */
async function plan() {
  const { bin, build, run } = await import('./run.mjs');
  const { machine, runJest } = await import('./suites.mjs');
  const node = (args, env) => run(process.execPath, args, { env });

  const jest = (name, config, { paths = [], workers = 2, env = () => ({}) } = {}) => ({ name, work: (context) => runJest(name, config, { paths, workers, env: env(context) }) });
  const command = (name, ...args) => single(name, async () => {
    const { code, output } = await node(args);
    return { failed: code === 0 ? 0 : 1, output };
  });

  return [
    single('build', () => build().then(() => ({ failed: 0 }))),
    // The compiler and the linter keep one core busy each.
    [
      ['shared', 'bff', 'miniapp', 'tests'].map((project) => command(`types ${project}`, bin('tsc', 'typescript'), '-p', project, '--noEmit')),
      [command('lint', bin('eslint'), '.', '--max-warnings=0')],
    ],
    jest('import rules', 'tests/jest.config.mjs', { paths: ['tests/architecture'] }),
    jest('shared', 'shared/jest.config.mjs'),
    jest('miniapp', 'miniapp/jest.config.mjs'),
    jest('bff', 'bff/jest.config.mjs', { env: machine }),
    jest('stand-ins', 'tests/jest.config.mjs', { paths: ['tests/sandbox', 'tests/demo', 'tests/provision', 'tests/chaos'], env: machine }),
    jest('contract', 'tests/jest.config.mjs', { paths: ['tests/contract'], env: machine }),
    command('bench', '--import', 'tsx', 'tests/bench/run.ts', '--short'),
    bundleForWeapp(run, bin),
    jest('end to end', 'tests/jest.config.mjs', { paths: ['tests/e2e'], workers: 2, env: machine }),
    command('chaos', 'tests/provision/chaos.mjs', '--rounds', '8'),
    command('size', '--import', 'tsx', '--conditions', 'anju-source', 'tests/size/size.ts'),
  ];
}

const bundleForWeapp = (run, bin) =>
  single('bundle for weapp', async () => {
    const { code, output } = await run(process.execPath, [bin('taro', '@tarojs/cli'), 'build', '--type', 'weapp'], { cwd: `${root}miniapp`, env: { NODE_ENV: 'production' } });
    return { failed: code === 0 ? 0 : 1, output };
  });

/** The packages; and the compiler that one of them needs where no prebuilt driver can be fetched. */
async function installPackages() {
  try {
    await install();
  } catch (error) {
    if (error.missing !== 'compiler') throw error;
    const { aptInstall } = await import('./apt.mjs');
    await aptInstall(['build-essential', 'python3'], 'A C++ compiler (for the embedded database)');
    await install();
  }
}

async function provision() {
  const { ensureChromium } = await import('./chromium.mjs');
  const { startMariaDb } = await import('./mariadb.mjs');
  const chromium = await step('finding Chromium and Chinese fonts', ensureChromium);
  const database = await step('starting a private MariaDB', startMariaDb);
  return { chromium, mariadb: database.url, stop: database.stop };
}

function words({ passed, failed, published = 0 }) {
  if (passed === undefined) return failed === 0 ? 'passed' : 'FAILED';
  return `${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}${published > 0 ? `, ${published} published figures` : ''}`;
}

/** Runs a step, says what came of it and adds it to the total. */
async function judge({ name, work }, context, total) {
  const started = performance.now();
  const result = await work(context).catch((error) => ({ failed: 1, output: error instanceof Stop ? error.message : String(error.stack ?? error) }));
  console.log(`  ${name.padEnd(20)} ${words(result)} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  if (result.failed > 0) console.log(`${(result.output ?? '').trim().split('\n').slice(-80).join('\n')}\n`);
  total.passed += result.passed ?? (result.failed === 0 ? 1 : 0);
  total.failed += result.failed;
}

async function main() {
  console.log('安居公积金 Anju: the whole suite\n');
  await installPackages();
  const only = process.argv.slice(2);
  const isWanted = ({ name }) => only.length === 0 || only.some((wish) => name.startsWith(wish));
  const context = await provision();
  const total = { passed: 0, failed: 0 };
  for (const place of await plan()) {
    const lanes = Array.isArray(place) ? place : [[place]];
    await Promise.all(
      lanes.map(async (steps) => {
        for (const one of steps.filter(isWanted)) await judge(one, context, total);
      }),
    );
    // Nothing after it can be judged without what it builds.
    if (place.name === 'build' && total.failed > 0) break;
  }
  await context.stop();
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed === 0 ? 0 : 1);
}

main().catch((error) => {
  console.error(error instanceof Stop ? `\n${error.message}` : error);
  console.log('\n0 passed, 1 failed');
  process.exit(1);
});
