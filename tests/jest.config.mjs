export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { exportConditions: ['anju-source', 'node', 'node-addons', 'require', 'default'] },
  testMatch: ['<rootDir>/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } }, module: { type: 'commonjs' } }] },
};
