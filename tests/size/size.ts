/**
 * `npm run size`: what the phone has to carry, printed and held. weapp: main package at most 1 MB, all packages at most 2 MB.
 * The quota engine with one pack: at most 60 KB minified, and none of it in the main package. H5: what a guest's
 * first look at home loads, at most 250 KB compressed, and one BFF call for a person's home, both measured in Chromium.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { endpoints } from '@anju/shared/contract';
import { openBrowser } from '../e2e/drivers/h5-app.ts';
import { verifiedOnH5 } from '../e2e/world/journeys.ts';
import { openWorld } from '../e2e/world/world.ts';
import type { World } from '../e2e/world/world.ts';
import { root } from '../stack/process.ts';
import { engineBytes, engineFilesIn } from './engine-size.ts';

const KB = 1024;
interface Line {
  readonly what: string;
  readonly bytes: number;
  readonly limit: number;
  readonly unit?: '';
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
  if (!existsSync(`${folder}/app.json`)) {
    console.error('There is no weapp bundle yet.\n  npm run build:weapp');
    process.exit(1);
  }
  const { subPackages = [] } = JSON.parse(readFileSync(`${folder}/app.json`, 'utf8')) as { subPackages?: readonly { root: string }[] };
  const files = filesBelow(folder).filter((file) => !/LICENSE\.txt$|\.map$/.test(file));
  const weigh = (chosen: readonly string[]) => chosen.reduce((sum, file) => sum + statSync(file).size, 0);
  const isSub = (file: string) => subPackages.some((sub) => file.startsWith(join(folder, sub.root)));
  assertEngineOutsideMain(files, isSub);
  return [
    { what: 'weapp main package', bytes: weigh(files.filter((file) => !isSub(file))), limit: 1024 * KB },
    { what: 'weapp all packages', bytes: weigh(files), limit: 2048 * KB },
    ...subPackages.map((sub) => ({ what: `  ${sub.root}`, bytes: weigh(files.filter((file) => file.startsWith(join(folder, sub.root)))), limit: 2048 * KB })),
  ];
}

/** The main package does not need the engine; that the sub-packages carry it shows that it would be seen. */
function assertEngineOutsideMain(files: readonly string[], isSub: (file: string) => boolean): void {
  const inMain = engineFilesIn(files.filter((file) => !isSub(file)));
  const inSubs = engineFilesIn(files.filter(isSub));
  if (inMain.length === 0 && inSubs.length > 0) return;
  console.error(inMain.length > 0 ? `The main package carries the quota engine: ${inMain.join(', ')}` : 'No package carries the quota engine.');
  process.exit(1);
}

/** A verified person's session as the H5 keeps it. */
async function sessionOf(world: World): Promise<string> {
  const phone = await verifiedOnH5(world.bffUrl, world.control, await world.control.person('loan-in-order'));
  const { level, person } = await phone.ask(endpoints.showIdentity);
  return JSON.stringify({ token: phone.token, expiresAt: new Date(Date.now() + 86_400_000).toISOString(), level, person: person ?? null });
}

/** What a guest's first look loads, and how often home asks the BFF: once. */
async function h5Lines(): Promise<readonly Line[]> {
  const [world, browser] = await Promise.all([openWorld({ door: true }), openBrowser()]);
  try {
    const home = `${world.doorUrl}/h5/`;
    const page = await browser.newPage();
    const weights: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.ok() && !new URL(response.url()).pathname.startsWith('/api/')) weights.push(response.body().then((body) => gzipSync(body, { level: 6 }).length, () => 0));
    });
    await page.goto(home, { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(weights)).reduce((sum, one) => sum + one, 0);

    await page.evaluate((kept) => localStorage.setItem('anju:session', kept), await sessionOf(world));
    const calls: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) calls.push(`${request.method()} ${pathname}`);
    });
    await page.reload();
    await page.getByText('账户余额').first().waitFor();
    await page.waitForTimeout(1_500);
    console.log(`home asks the BFF: ${calls.join(', ')}`);
    return [{ what: 'H5 first load, gzip', bytes, limit: 250 * KB }, { what: 'BFF calls of home', bytes: calls.length, limit: 1, unit: '' }];
  } finally {
    await browser.close();
    await world.close();
  }
}

const engine: Line = { what: 'quota engine and one pack, min', bytes: await engineBytes(), limit: 60 * KB };
const lines = [...weappLines(), engine, ...(await h5Lines())];
for (const { what, bytes, limit, unit = 'KB' } of lines) {
  const [is, most] = unit === 'KB' ? [(bytes / KB).toFixed(1), limit / KB] : [String(bytes), limit];
  console.log(`${what.padEnd(32)} ${is.padStart(8)} ${unit} of ${most} ${unit}${bytes > limit ? '  TOO MUCH' : ''}`);
}
if (lines.some(({ bytes, limit }) => bytes > limit || bytes === 0)) process.exit(1);
