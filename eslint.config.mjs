import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noDirectTime = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is handed in: use the Clock.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Time is handed in: use the Clock.' },
];
const noFloatMoney = [
  { selector: "CallExpression[callee.name='parseFloat']", message: 'Money enters through fenFromYuanText, rates through rateFromPercentText.' },
  { selector: "CallExpression[callee.property.name='toFixed']", message: 'Money leaves through formatYuan.' },
];
const noDefaultExport = { selector: 'ExportDefaultDeclaration', message: 'Named exports only, except where Taro demands a default.' };
const noWebView = { selector: "ImportSpecifier[imported.name='WebView']", message: 'No web-view in any journey of the person.' };

export default tseslint.config(
  { ignores: ['**/node_modules/', '**/dist/', '**/.anju/', '**/coverage/', '**/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false, properties: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: false }],
      eqeqeq: 'error',
    },
  },
  { files: ['shared/src/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...noDirectTime, ...noFloatMoney, noDefaultExport] } },
  { files: ['bff/src/**/*.ts'], ignores: ['**/clock*.ts'], rules: { 'no-restricted-syntax': ['error', ...noDirectTime, ...noFloatMoney, noDefaultExport] } },
  {
    files: ['miniapp/src/**/*.{ts,tsx}'],
    ignores: ['**/clock*.ts'],
    plugins: { 'react-hooks': hooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error', 'no-restricted-syntax': ['error', ...noDirectTime, ...noFloatMoney, noWebView] },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.suite.ts', 'tests/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'no-restricted-syntax': 'off' },
  },
  { files: ['bff/src/**/*.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off', '@typescript-eslint/no-extraneous-class': 'off' } },
);
