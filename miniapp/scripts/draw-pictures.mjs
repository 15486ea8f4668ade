/**
 * Draws the PNG files that WeChat asks for, from our own SVG: tab icons (81×81, under 40 KB) and the share picture (500×400).
 * Run by hand when a drawing changes: `node miniapp/scripts/draw-pictures.mjs`. CHROMIUM names the browser.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const assets = new URL('../src/assets/', import.meta.url);
const icons = await readFile(new URL('../src/ui/style/icons.scss', import.meta.url), 'utf8');
const COLOURS = { off: '#66766f', on: '#0b6e5b' };
const TABS = ['home', 'services', 'progress', 'me'];

const pathOf = (name) => {
  const found = new RegExp(`\\n  ${name}: '([^']+)'`).exec(icons);
  if (found === null) throw new Error(`no icon named ${name} in icons.scss`);
  return found[1];
};
const tabSvg = (name, state) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="81" height="81" fill="${state === 'on' ? '#0b6e5b22' : 'none'}" stroke="${COLOURS[state]}" stroke-width="${state === 'on' ? 1.9 : 1.7}" stroke-linecap="round" stroke-linejoin="round"><path d="${pathOf(name)}"/></svg>`;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const page = await browser.newPage();
async function draw(svg, width, height, file) {
  await page.setViewportSize({ width, height });
  await page.setContent(`<style>body{margin:0;background:transparent}svg{display:block;width:${width}px;height:${height}px}</style>${svg}`);
  await writeFile(new URL(file, assets), await page.screenshot({ omitBackground: true }));
}
for (const name of TABS) for (const state of ['off', 'on']) await draw(tabSvg(name, state), 81, 81, `tab/${name}-${state}.png`);
await draw(await readFile(new URL('share.svg', assets), 'utf8'), 500, 400, 'share.png');
await browser.close();
