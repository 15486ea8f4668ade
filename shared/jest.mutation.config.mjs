/** The suites of money, calendar and loan for mutation testing: the same tests, properties tried with one seed, so that a mutant lives or dies each time. */
import base from './jest.config.mjs';

process.env.ANJU_PROPERTY_RUNS ??= '10';
process.env.ANJU_PROPERTY_SEED ??= '20261121';

export default {
  ...base,
  // No other day here: the sandbox has this package alone.
  setupFiles: ['<rootDir>/scripts/property-runs.cjs'],
  testMatch: (process.env.ANJU_MUTATION_TESTS ?? 'src/{money,calendar,loan}/**/*.test.ts').split(',').map((suites) => `<rootDir>/${suites}`),
};
