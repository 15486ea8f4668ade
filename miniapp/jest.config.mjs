const swc = {
  jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
  module: { type: 'commonjs' },
};

/** Pure logic in plain Node; screens are proven in Chromium and on the compiled weapp bundle by the suites of `tests`. */
export default {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/../tests/clock/shift.cjs'],
  testEnvironmentOptions: { customExportConditions: ['anju-source', 'node', 'node-addons', 'require', 'default'] },
  testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/src/**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', swc] },
};
