import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { allPacks } from '@anju/shared/policy/packs';
import { root } from '../../stack/process.ts';

const ORIGIN = 'http://h5.anju.test';
const H5 = `${root}miniapp/dist/h5`;
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png' };

/** What the BFF answers to somebody who has not signed in, about rules: the list of centres and their packs. */
function rulesAt(path: string): unknown {
  if (path === '/api/v1/centres') return { items: allPacks.map(({ centre, city, name, version, checkedOn }) => ({ centre, city, name, version, checkedOn })) };
  const pack = allPacks.find(({ centre }) => path === `/api/v1/policies/${centre}`);
  return pack === undefined ? null : { centre: pack.centre, version: pack.version, pack };
}

export interface GuestLook {
  readonly theme: 'light' | 'elder';
  readonly width: number;
  readonly height: number;
}

/** A guest's phone with the built H5 and nothing behind it but the rules of the centres: no core, no session. */
export class GuestPhone {
  readonly errors: string[] = [];
  /** false: no network for what is asked; pages still open anew, as from a cache. */
  online = true;
  /** true: nothing at all comes any more, no page and no file. */
  cutOff = false;
  readonly #context: BrowserContext;
  readonly page: Page;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  static async open(browser: Browser, { theme, width, height }: GuestLook, scale = 1): Promise<GuestPhone> {
    if (!existsSync(`${H5}/index.html`)) throw new Error('the H5 is not built: npm run build:h5');
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
    const phone = new GuestPhone(context, await context.newPage());
    await context.route(`${ORIGIN}/**`, async (route) => {
      const { pathname } = new URL(route.request().url());
      if (phone.cutOff) return route.abort('internetdisconnected');
      if (pathname.startsWith('/api/')) {
        const body = phone.online ? rulesAt(pathname) : undefined;
        if (body === undefined) return route.abort('internetdisconnected');
        return body === null ? route.fulfill({ status: 404, json: { code: 'request.not-found', status: 404 } }) : route.fulfill({ json: body });
      }
      const file = join(H5, pathname === '/' ? 'index.html' : pathname);
      return existsSync(file) ? route.fulfill({ body: readFileSync(file), contentType: TYPES[extname(file)] ?? 'application/octet-stream' }) : route.fulfill({ status: 404 });
    });
    await phone.page.goto(`${ORIGIN}/favicon.svg`);
    await phone.page.evaluate((kept) => localStorage.setItem('anju:theme', kept), theme);
    return phone;
  }

  /** Opens a page anew, as after a restart; what the device keeps stays. */
  async visit(path: string): Promise<void> {
    await this.page.goto(`${ORIGIN}/favicon.svg`);
    await this.page.goto(`${ORIGIN}/#${path}`);
    await this.page.locator('.a-screen__main').first().waitFor();
  }

  async fill(label: string, value: string): Promise<void> {
    await this.page.locator(`input[aria-label="${label}"]`).filter({ visible: true }).last().fill(value);
  }

  async tap(words: string | RegExp): Promise<void> {
    await this.page.getByText(words, typeof words === 'string' ? { exact: true } : {}).filter({ visible: true }).first().click();
  }

  /** Keeps something on the device, as an earlier visit did. */
  async keep(name: string, value: unknown): Promise<void> {
    await this.page.evaluate(([key, text]) => localStorage.setItem(`anju:${key}`, text), [name, JSON.stringify(value)] as const);
  }

  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
