/**
 * What is mutated, and what is not, for `npm run mutation`. Engine code is: every line of money, calendar and loan. Not mutated:
 * - `loan/texts/**` and sentences inside engine code: words for people. A test that repeats a sentence proves only that it was copied;
 *   which sentence is said when, is code and is mutated. The raw score counts them as not killed.
 * - `calendar/holidays.generated.ts`: data, generated from the State Council's notices and checked when it is generated.
 * - `policy/**` (packs, their sources and citations): data, checked by `npm run policy:check` and by the published figures.
 */
const piece = process.env.ANJU_MUTATION_PIECE ?? 'all';
const mutate = (process.env.ANJU_MUTATION_FILES ?? 'src/money/*.ts,src/calendar/*.ts,src/loan/*.ts').split(',');

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  testRunner: 'jest',
  jest: { projectType: 'custom', configFile: 'jest.mutation.config.mjs', enableFindRelatedTests: false },
  plugins: ['@stryker-mutator/jest-runner', './scripts/sentences.ignorer.mjs'],
  ignorers: ['sentences'],
  coverageAnalysis: 'perTest',
  mutate: [...mutate, '!src/**/*.test.ts', '!src/**/index.ts', '!src/loan/texts/**', '!src/calendar/holidays.generated.ts'],
  incremental: true,
  incrementalFile: `../.anju/mutation/incremental-${piece}.json`,
  reporters: ['json', 'progress-append-only'],
  logLevel: 'warn',
  jsonReporter: { fileName: `../.anju/mutation/report-${piece}.json` },
  tempDirName: '../.anju/mutation/sandbox',
  concurrency: 2,
  // swc strips types without checking; a comment at the top of each file would be one more difference.
  disableTypeChecks: false,
  checkers: [],
  thresholds: { high: 95, low: 85, break: null },
};
