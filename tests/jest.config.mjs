const swcForSources = { jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } }, module: { type: 'commonjs' } };
const swcForPackages = { jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } }, module: { type: 'commonjs' } };

export default {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/../tests/clock/shift.cjs'],
  testEnvironmentOptions: { customExportConditions: ['anju-source', 'node', 'node-addons', 'require', 'default'] },
  testMatch: ['<rootDir>/**/*.test.ts'],
  transformIgnorePatterns: ['/node_modules/(?!(@anju|fast-check|pure-rand)/)'],
  transform: { '^.+\\.ts$': ['@swc/jest', swcForSources], '^.+\\.m?js$': ['@swc/jest', swcForPackages] },
};
