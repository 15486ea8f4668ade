import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';
import { root } from '../../stack/process.ts';
import { Bundle } from '../drivers/weapp/bundle.ts';
import { WeappApp } from '../drivers/weapp/weapp-app.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(60_000);

const FOLDER = `${root}miniapp/dist/weapp`;
/** glass-easel's levels: note, warn, error, fatal. */
const WARN = 2;

interface AppJson {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar: { readonly list: readonly { readonly iconPath: string; readonly selectedIconPath: string }[] };
}
const NOTHING = () => undefined;
const bundle = new Bundle(FOLDER, { wx: {}, App: NOTHING, Page: NOTHING, Component: NOTHING, Behavior: (config) => config, getApp: NOTHING, getCurrentPages: () => [] });
const filesEnding = (ending: string): string[] => readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));

describe('the compiled weapp bundle', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    await world?.close();
  });

  it('opens on the home page for a guest, who is met by no wall', async () => {
    const app = new WeappApp({ folder: FOLDER, control: world.control, apiUrl: world.bffUrl });
    await app.open();
    await app.sees('算算能贷多少');
    await app.sees('登录后查看余额和可提取金额');
    await app.close();
  });

  it('has every page and picture that app.json lists', () => {
    const app = bundle.json<AppJson>('app.json');
    const pages = [...app.pages, ...app.subPackages.flatMap((sub) => sub.pages.map((page) => `${sub.root}/${page}`))];
    expect(pages.length).toBeGreaterThan(15);
    for (const page of pages) for (const ending of ['.js', '.json', '.wxml']) expect(bundle.text(page + ending)).not.toBe('');
    const pictures = app.tabBar.list.flatMap((tab) => [tab.iconPath, tab.selectedIconPath]);
    for (const picture of pictures) expect(readdirSync(join(FOLDER, picture, '..'))).toContain(picture.split('/').at(-1));
  });

  it('has templates that WeChat’s own compiler takes without a warning', () => {
    const group = new TmplGroup();
    for (const file of filesEnding('.wxs')) group.addScript(file.replace(/\.wxs$/, ''), bundle.text(file));
    const templates = filesEnding('.wxml');
    expect(templates.length).toBeGreaterThan(15);
    const found = templates.flatMap((file) => (group.addTmpl(file.replace(/\.wxml$/, ''), bundle.text(file)) as readonly { level: number; message: string }[]).filter((it) => it.level >= WARN).map((it) => `${file}: ${it.message}`));
    expect(found).toEqual([]);
    // The compiler does see a broken one.
    expect(group.addTmpl('broken', '<view class="{{a">')).not.toEqual([]);
    group.free();
  });

  it('asks WeChat for no permission in advance', () => {
    expect(bundle.text('app.json')).not.toMatch(/requiredPrivateInfos|"permission"/);
  });
});
