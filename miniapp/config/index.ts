import { resolve } from 'node:path';
import { defineConfig } from '@tarojs/cli';

/** The weapp bundle knows one address, put in here; on H5 every call goes to the page's own origin. */
const apiOrigin = process.env['ANJU_API_ORIGIN'] ?? 'https://api.example.org';
const target = process.env['TARO_ENV'] ?? 'h5';
const isShared = (file: string): boolean => /[\\/]shared[\\/]src[\\/]/.test(file);

interface Chain {
  merge(options: unknown): void;
}
/**
 * Sends `@anju/shared/…` to its sources, so that Babel brings them down to what old phones run; and an import of
 * `./storage.ts` to `./storage.weapp.ts` or `./storage.h5.ts` where there is one.
 */
function resolution(chain: Chain): void {
  const extensionAlias = { '.ts': [`.${target}.ts`, '.ts'], '.tsx': [`.${target}.tsx`, '.tsx'] };
  chain.merge({ resolve: { conditionNames: ['anju-source', '...'], extensionAlias } });
}

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'anju',
  date: '2026-11-21',
  // A px in a style sheet is a px on the phone: pxtransform is off, so 15 px text is 15 px on a 360 wide phone too.
  designWidth: 390,
  deviceRatio: { 390: 1 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  plugins: target === 'h5' ? [] : [resolve(__dirname, 'aria.plugin.ts')],
  defineConstants: { ANJU_API_ORIGIN: JSON.stringify(target === 'h5' ? '' : apiOrigin) },
  copy: {
    patterns: target === 'h5' ? [{ from: 'src/assets/favicon.svg', to: 'dist/h5/favicon.svg' }] : [{ from: 'src/assets/share.png', to: 'dist/weapp/assets/share.png' }],
    options: {},
  },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  mini: {
    webpackChain: resolution,
    compile: { include: [isShared] },
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: false } },
  },
  h5: {
    webpackChain: resolution,
    compile: { include: [isShared] },
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true } },
  },
}));
