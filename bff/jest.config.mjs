/** Nest 12 is published as ES modules; in Jest's CommonJS mode everything loads when those packages are transformed too. */
const swcForSources = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
  module: { type: 'commonjs' },
};
const swcForPackages = { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } };

export default {
  // A busy machine makes a database slow; what hangs is still found.
  testTimeout: 30_000,
  testEnvironment: 'node',
  globalSetup: '<rootDir>/scripts/test-run-begins.cjs',
  globalTeardown: '<rootDir>/scripts/test-run-ends.cjs',
  setupFiles: ['<rootDir>/../tests/clock/shift.cjs'],
  testEnvironmentOptions: { customExportConditions: ['anju-source', 'node', 'node-addons', 'require', 'default'] },
  testMatch: ['<rootDir>/src/**/*.test.ts'],
  moduleNameMapper: { '^file-type$': '<rootDir>/../node_modules/file-type/index.js' },
  transformIgnorePatterns: [
    '/node_modules/(?!(@anju|@nestjs|cookie|content-disposition|file-type|token-types|strtok3|@tokenizer|uint8array-extras|@borewit|fast-check|pure-rand)/)',
  ],
  transform: { '^.+\\.ts$': ['@swc/jest', swcForSources], '^.+\\.m?js$': ['@swc/jest', swcForPackages] },
};
