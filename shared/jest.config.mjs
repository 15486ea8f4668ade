export default {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/../tests/clock/shift.cjs', '<rootDir>/scripts/property-runs.cjs'],
  testMatch: ['<rootDir>/src/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } }] },
};
