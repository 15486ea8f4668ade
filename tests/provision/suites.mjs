/** Runs a Jest suite as a process and counts it test by test; a skipped test counts as failed. Tests of published figures are counted apart. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { root } from './install.mjs';
import { bin, run } from './run.mjs';

const reports = `${root}.anju/test/`;

/** What the end-to-end suites need of this machine, as environment. */
export const machine = ({ mariadb, chromium }) => ({ ANJU_TEST_MARIADB_URL: mariadb, ANJU_REQUIRE_MARIADB: '1', ANJU_CHROMIUM: chromium });

/** Tests that hold a figure somebody has published, by the beginning of their title. */
const publishedOf = (result) =>
  result.testResults.flatMap((suite) => suite.assertionResults).filter(({ title, status }) => status === 'passed' && title.startsWith('published:')).length;

export async function runJest(name, config, { paths = [], workers = 2, env = {} } = {}) {
  mkdirSync(reports, { recursive: true });
  const report = `${reports}${name.replace(/\W+/g, '-')}.json`;
  rmSync(report, { force: true });
  const args = [bin('jest'), '-c', config, '--json', `--outputFile=${report}`, `--maxWorkers=${workers}`, '--forceExit', ...paths];
  const { output } = await run(process.execPath, args, { env: { CI: 'true', ...env } });
  if (!existsSync(report)) return { passed: 0, failed: 1, output };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const broken = result.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0).length;
  const failed = result.numFailedTests + result.numPendingTests + result.numTodoTests + broken;
  return { passed: result.numPassedTests, failed: failed + (result.numTotalTests === 0 ? 1 : 0), published: publishedOf(result), output };
}
