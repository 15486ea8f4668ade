import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fenFromYuanText } from '@anju/shared/money';
import type { Browser } from 'playwright-core';
import { root } from '../../stack/process.ts';
import { behaved } from '../drivers/behaved.ts';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import { WeappApp } from '../drivers/weapp/weapp-app.ts';
import { until } from '../drivers/fund-app.ts';
import type { FundApp } from '../drivers/fund-app.ts';
import { becomesKnown, guestReckons, homeByOneCall, readsInbox, readsTimeline, withdrawsForPurchase, withdrawsWhatIsOffered } from '../screens/main-job.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(180_000);

const PIXEL = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const PAIRS = [['h5', 'sqlite'], ['weapp', 'mariadb']] as const;
const CROSS = [...PAIRS, ['h5', 'mariadb'], ['weapp', 'sqlite']] as const;

describe.each(process.env['ANJU_FULL_CROSS'] === '1' ? CROSS : PAIRS)('the main job on the screen of %s with %s', (channel, engine) => {
  let world: World;
  let browser: Browser | undefined;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'anju-voucher-'));
    writeFileSync(join(folder, 'voucher.png'), PIXEL);
    [world, browser] = await Promise.all([openWorld({ engine, door: true }), channel === 'h5' ? openBrowser() : undefined]);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    await world?.close();
  });

  const phone = (): H5App | WeappApp =>
    browser ? new H5App({ browser, doorUrl: world.doorUrl, control: world.control }) : new WeappApp({ folder: `${root}miniapp/dist/weapp`, control: world.control, apiUrl: world.bffUrl });

  /** One message about a case: in WeChat by subscription, else by SMS; never both. */
  async function toldOnce(app: FundApp, person: { key: string; mobile: string }): Promise<void> {
    const { control } = world;
    const aboutCase = async () => (await control.sms(person.mobile)).filter((message) => message.params.length === 3);
    const expected = app.channel === 'weapp' ? { wechat: 1, sms: 0 } : { wechat: 0, sms: 1 };
    const counted = async () => ({ wechat: (await control.wechatMessages(person.key)).length, sms: (await aboutCase()).length });
    await until(async () => ((await counted()).wechat + (await counted()).sms > 0 ? true : undefined), () => 'nobody was told');
    await expect(counted()).resolves.toEqual(expected);
  }

  it('leads a guest from the calculator to the money, and tells each stage once', async () => {
    const person = await world.control.person('loan-in-order');
    const app = phone();
    try {
      await guestReckons(app);
      await becomesKnown(app, person);
      await homeByOneCall(app);
      const asked = await withdrawsWhatIsOffered(app);
      await readsTimeline(app, asked);
      await readsInbox(app);
      const journal = await world.control.journal(person.key);
      expect(journal.balanced).toBe(true);
      expect(journal.payments).toHaveLength(1);
      expect(journal.payments[0]?.amount).toBe(fenFromYuanText(asked.amount.replace(/,/g, '')));
      await expect(world.control.cardTails(person.key)).resolves.toContain(journal.payments[0]?.cardTail);
      await toldOnce(app, person);
      behaved(app);
    } finally {
      await app.close();
    }
  });

  it('asks a buyer for one number and one paper, and pays at once when the register confirms the home', async () => {
    const person = await world.control.person('buyer-local');
    const app = phone();
    try {
      await app.open();
      await becomesKnown(app, person);
      await withdrawsForPurchase(app, person, join(folder, 'voucher.png'));
      const journal = await world.control.journal(person.key);
      expect(journal.balanced).toBe(true);
      expect(journal.payments).toHaveLength(1);
      behaved(app);
    } finally {
      await app.close();
    }
  });
});
