import type { Slot } from '@anju/shared/contract';
import type { Browser } from 'playwright-core';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import { overflowing } from '../screens/cells.ts';
import { clockText, dayWords } from '../screens/spoken.ts';
import { keptSession } from '../screens/stage.ts';
import { lastPlace, verifiedOnH5 } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(180_000);

describe.each(['light', 'elder'])('from a guide to a time at the counter, and back, in %s', (theme) => {
  let world: World;
  let browser: Browser;
  let phone: Phone;
  let slot: Slot;
  let place: string;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ door: true }), openBrowser()]);
    phone = await verifiedOnH5(world.bffUrl, world.control, await world.control.person('home-buyer'));
    ({ slot, place } = await lastPlace(phone));
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  async function opened(): Promise<H5App> {
    const app = new H5App({ browser, doorUrl: world.doorUrl, control: world.control, width: 360, height: 780 });
    await app.open();
    const session = JSON.stringify(await keptSession(phone));
    await app.page.evaluate(
      ([kept, look]) => {
        localStorage.setItem('anju:session', kept);
        localStorage.setItem('anju:theme', look);
      },
      [session, theme] as const,
    );
    await app.open();
    return app;
  }
  async function booked(app: H5App): Promise<void> {
    await app.tap(place);
    await app.sees('请选时间');
    await app.tap(clockText(slot.startsAt));
    await app.tap(/^确认预约 .*\d\d:\d\d/);
    await app.sees('约好了');
  }
  const states = async (): Promise<readonly string[]> => (await world.control.journal('home-buyer')).bookings.map(({ ywlx, state }) => `${ywlx} ${state}`);

  it('books, shows what to bring, gives the time back, and books the same time again', async () => {
    const app = await opened();
    try {
      await app.visit('/features/catalogue/pages/guide/index?item=death');
      await app.tap(/^预约到柜台$/);
      await app.sees('到哪里办');
      await app.sees('死亡证明');
      await booked(app);
      for (const words of [`${dayWords(slot.startsAt)} ${clockText(slot.startsAt)}`, place, '继承提取', '死亡证明']) await app.sees(words);
      expect(await overflowing(app.page)).toEqual([]);
      expect(await states()).toEqual(['DEATH valid']);

      await app.tap(/^取消预约$/);
      await app.tap('确定取消预约');
      await app.sees('到哪里办');
      expect(await states()).toEqual(['DEATH cancelled']);

      await booked(app);
      expect(await states()).toEqual(['DEATH cancelled', 'DEATH valid']);
      // Opened anew it stands there, with the way to give it back.
      await app.open();
      await app.visit('/features/loan-case/pages/booking/index?route=death');
      await app.sees('约好了');
      await app.sees('取消预约');
      expect(app.errors).toEqual([]);
    } finally {
      await app.close();
    }
  });
});
