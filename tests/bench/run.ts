/**
 * Bundles the bench as the phone's code is bundled and runs it: straight from tsx each closure would carry its name with it, which costs
 * the engine several times what it does and no phone ever pays.
 */
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';
import { root } from '../stack/process.ts';

const outfile = `${root}.anju/bench/rules.mjs`;
await build({ entryPoints: [`${root}tests/bench/rules.bench.ts`], bundle: true, platform: 'node', format: 'esm', target: 'node20', conditions: ['anju-source'], outfile });
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
process.exit(status ?? 1);
