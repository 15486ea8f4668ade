/**
 * `npm run size`: what the phone has to carry, printed and held. weapp: main package at most 1 MB, all packages at most 2 MB.
 * H5: what a guest's first look at home loads, at most 250 KB compressed, measured in Chromium.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import statics from '@fastify/static';
import fastify from 'fastify';
import { openBrowser } from '../e2e/drivers/h5-app.ts';
import { root } from '../stack/process.ts';

const KB = 1024;
interface Line {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

/** Bytes of the main package and of everything, licence notes and source maps left out as the upload leaves them. */
function weappLines(): readonly Line[] {
  const folder = `${root}miniapp/dist/weapp`;
  const { subPackages = [] } = JSON.parse(readFileSync(`${folder}/app.json`, 'utf8')) as { subPackages?: readonly { root: string }[] };
  const files = filesBelow(folder).filter((file) => !/LICENSE\.txt$|\.map$/.test(file));
  const weigh = (chosen: readonly string[]) => chosen.reduce((sum, file) => sum + statSync(file).size, 0);
  const isSub = (file: string) => subPackages.some((sub) => file.startsWith(join(folder, sub.root)));
  return [
    { what: 'weapp main package', bytes: weigh(files.filter((file) => !isSub(file))), limit: 1024 * KB },
    { what: 'weapp all packages', bytes: weigh(files), limit: 2048 * KB },
    ...subPackages.map((sub) => ({ what: `  ${sub.root}`, bytes: weigh(files.filter((file) => file.startsWith(join(folder, sub.root)))), limit: 2048 * KB })),
  ];
}

async function h5Line(): Promise<Line> {
  const server = fastify();
  await server.register(statics, { root: `${root}miniapp/dist/h5` });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  const browser = await openBrowser();
  let bytes = 0;
  try {
    const page = await browser.newPage();
    page.on('response', (response) => {
      if (!response.url().startsWith(url) || !response.ok() || response.url().includes('/api/')) return;
      void response.body().then((body) => {
        bytes += gzipSync(body, { level: 6 }).length;
      }, () => undefined);
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForTimeout(500);
  } finally {
    await browser.close();
    await server.close();
  }
  return { what: 'H5 first load, gzip', bytes, limit: 250 * KB };
}

const lines = [...weappLines(), await h5Line()];
for (const { what, bytes, limit } of lines) {
  console.log(`${what.padEnd(32)} ${(bytes / KB).toFixed(1).padStart(8)} KB   of ${limit / KB} KB ${bytes > limit ? '  TOO LARGE' : ''}`);
}
if (lines.some(({ bytes, limit }) => bytes > limit || bytes === 0)) process.exit(1);
