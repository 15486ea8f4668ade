/**
 * What the quota engine with one pack adds to the phone: bundled, brought down to the JavaScript of old phones and minified. Money and
 * calendar are left out: the main package carries them anyway. And where the mini-program keeps it: outside the main package, which has
 * no use for it.
 */
import { readFileSync } from 'node:fs';
import { transform } from '@swc/core';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';
import { root } from '../stack/process.ts';

/** The calculator's answer, its schedules and its checks, and the pack of the phone's own centre. */
const ENGINE = `
  export { buildSchedule, checkEstimateInput, checkScheduleInput, estimate, estimateFor, scheduleSummary, withdrawalEffect } from '@anju/shared/loan';
  export { xiamen } from '@anju/shared/policy/packs/xiamen';
`;

/** Words that are in the engine or in a pack and nowhere else, however a bundler names things. */
const MARKS = ['contribution-flow', 'xiamen/loan-2026'];

const carriedAnyway: Plugin = {
  name: 'carried-anyway',
  setup: ({ onResolve }) => onResolve({ filter: /\/(money|calendar)\/index\.ts$/ }, ({ path }) => ({ path, external: true })),
};

/** Bytes of the minified engine. */
export async function engineBytes(): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: ENGINE, resolveDir: `${root}tests`, loader: 'ts' },
    bundle: true, write: false, format: 'esm', target: 'es2020', charset: 'utf8', conditions: ['anju-source'], plugins: [carriedAnyway],
  });
  const { code } = await transform(outputFiles[0]?.text ?? '', {
    jsc: { target: 'es5', externalHelpers: true, parser: { syntax: 'ecmascript' }, minify: { compress: true, mangle: true } }, minify: true, module: { type: 'es6' },
  });
  return Buffer.byteLength(code);
}

/** Files of a list that carry the engine or a pack. */
export function engineFilesIn(files: readonly string[]): readonly string[] {
  return files.filter((file) => file.endsWith('.js')).filter((file) => {
    const text = readFileSync(file, 'utf8');
    return MARKS.some((mark) => text.includes(mark));
  });
}
