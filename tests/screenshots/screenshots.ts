/**
 * `npm run screenshots`: every page in every state, standard and elder, at 390×844, to miniapp/docs/gallery with a contact sheet;
 * and the six pictures of the README (alone with `-- --readme`). Needs the H5 and the BFF to be built.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { root } from '../stack/process.ts';
import { PICTURE, StateRoom } from '../e2e/screens/cells.ts';
import { cellsOf, PAGES, specOf, STATES } from '../e2e/screens/page-states.ts';
import type { PageKey, StateKey } from '../e2e/screens/page-states.ts';
import { openStage } from '../e2e/screens/stage.ts';
import type { Stage } from '../e2e/screens/stage.ts';
import { contactSheet } from './gallery.page.ts';
import type { Picture } from './gallery.page.ts';
import { smallPng } from './small-png.ts';

const DOCS = `${root}miniapp/docs`;
const GALLERY = `${DOCS}/gallery`;
const MOST_BYTES = 120 * 1024;

/** What the README shows. */
const README: readonly { readonly file: string; readonly page: PageKey; readonly theme: 'light' | 'elder'; readonly unfold?: string }[] = [
  { file: 'home', page: 'home', theme: 'light' },
  // With every closed route and its reason.
  { file: 'routes', page: 'routes', theme: 'light', unfold: '展开' },
  { file: 'confirm', page: 'confirm', theme: 'light' },
  { file: 'case', page: 'case', theme: 'light' },
  { file: 'calculator', page: 'calculator', theme: 'light' },
  { file: 'home-elder', page: 'home', theme: 'elder' },
];

async function takeState(stage: Stage, state: StateKey): Promise<readonly Picture[]> {
  const room = await StateRoom.open(stage, state);
  const pictures: Picture[] = [];
  for (const { page, words } of cellsOf(state)) {
    for (const look of PICTURE) {
      const file = `${state}-${page}-${look.theme}.png`;
      // A picture is taken of whatever stands there: the suite says whether it is right.
      await room.show(page, look, words).catch((error: unknown) => console.error(String(error).split('\n')[0]));
      await room.settled(state === 'loading');
      await room.page.screenshot({ path: `${GALLERY}/${file}` });
      pictures.push({ state, page, title: specOf(page).title, theme: look.theme, file });
    }
  }
  await room.close();
  return pictures;
}

async function takeReadme(stage: Stage): Promise<void> {
  const room = await StateRoom.open(stage, 'value', 2);
  for (const { file, page, theme, unfold } of README) {
    const path = `${DOCS}/${file}.png`;
    await room.show(page, { theme, width: 390, height: 844 }, theme === 'elder' ? /\S/ : (PAGES[page].says.value ?? /\S/));
    if (unfold !== undefined) await room.page.getByText(unfold, { exact: true }).filter({ visible: true }).last().click();
    await room.settled(false);
    const small = await smallPng(room.page, await room.page.screenshot());
    writeFileSync(path, small);
    const bytes = small.length;
    console.log(`  ${file}.png ${Math.round(bytes / 1024)} KB${bytes > MOST_BYTES ? '  over 120 KB' : ''}`);
  }
  await room.close();
}

async function main(): Promise<void> {
  const started = performance.now();
  mkdirSync(GALLERY, { recursive: true });
  const stage = await openStage();
  try {
    await takeReadme(stage);
    if (process.argv.includes('--readme')) return;
    rmSync(GALLERY, { recursive: true, force: true });
    mkdirSync(GALLERY, { recursive: true });
    const pictures: Picture[] = [];
    for (const state of STATES) {
      pictures.push(...(await takeState(stage, state)));
      console.log(`  ${state.padEnd(14)} ${pictures.length} pictures`);
    }
    writeFileSync(`${GALLERY}/index.html`, contactSheet(pictures));
    console.log(`\n  ${pictures.length} pictures in ${((performance.now() - started) / 1000).toFixed(0)} s: miniapp/docs/gallery/index.html`);
  } finally {
    await stage.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
