import type { Slot } from '@anju/shared/contract';
import type { Browser } from 'playwright-core';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import { plain, until } from '../drivers/fund-app.ts';
import { clockText, dayWords } from '../screens/spoken.ts';
import { keptSession } from '../screens/stage.ts';
import { lastPlace, waitingForSigning } from '../world/journeys.ts';
import type { Waiting } from '../world/journeys.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(180_000);

describe('two people and one last place, on their own screens', () => {
  let world: World;
  let browser: Browser;
  let two: readonly Waiting[];
  let slot: Slot;
  let place: string;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ door: true }), openBrowser()]);
    two = [await waitingForSigning(world.bffUrl, world.control, 'home-buyer'), await waitingForSigning(world.bffUrl, world.control, 'renter')];
    ({ slot, place } = await lastPlace((two[0] as Waiting).phone));
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** A signed-in phone that has chosen the half hour and stands before the button. */
  async function beforeTheButton({ phone, caseId }: Waiting): Promise<H5App> {
    const app = new H5App({ browser, doorUrl: world.doorUrl, control: world.control });
    await app.open();
    const session = JSON.stringify(await keptSession(phone));
    await app.page.evaluate((text) => localStorage.setItem('anju:session', text), session);
    await app.open();
    await app.visit(`/features/loan-case/pages/booking/index?caseId=${caseId}`);
    await app.sees('在哪里签');
    await app.tap(place);
    await app.sees('请选时间');
    await app.tap(clockText(slot.startsAt));
    await app.sees(/确认预约 .*\d\d:\d\d/);
    return app;
  }
  const said = async (app: H5App): Promise<'booked' | 'full'> =>
    until(
      async () => {
        const text = await app.text();
        return text.includes('约好了') ? ('booked' as const) : text.includes('这个时段刚刚约满') ? ('full' as const) : undefined;
      },
      async () => `neither booked nor full:\n${await app.text()}`,
      20_000,
    );

  it('one has it; the other is offered the three nearest and takes one by one tap', async () => {
    const apps = await Promise.all(two.map(beforeTheButton));
    try {
      await Promise.all(apps.map((app) => app.tap(/^确认预约/)));
      const ends = await Promise.all(apps.map(said));
      expect([...ends].sort()).toEqual(['booked', 'full']);
      const [happy, late] = ends[0] === 'booked' ? apps : [...apps].reverse();
      await happy?.sees(`${dayWords(slot.startsAt)} ${clockText(slot.startsAt)}`);
      await happy?.sees(place);
      if (late === undefined) throw new Error('nobody was late');
      // What was full is chosen no more, and the button waits for another choice.
      await late.sees('请选时间');
      const offered = late.page.locator('.a-row').filter({ hasText: '约这个', visible: true });
      expect(await offered.count()).toBe(3);
      const nearest = plain(await offered.first().innerText());
      const when = /(\d\d月\d\d日 \d\d:\d\d–\d\d:\d\d)/.exec(nearest)?.[1] ?? 'no time';
      const where = /\n\s*(.+?) · /.exec(nearest)?.[1] ?? 'no place';
      await offered.first().click();
      await late.sees('约好了');
      await late.sees(when);
      await late.sees(where);
      await late.sees('所有借款人的身份证、购房合同原件');
      expect(apps.flatMap((app) => app.errors)).toEqual([]);
    } finally {
      await Promise.all(apps.map((app) => app.close()));
    }
    const held = (await Promise.all(two.map(({ person }) => world.control.journal(person.key)))).map(({ bookings }) => bookings.filter((booking) => booking.state === 'valid'));
    expect(held.map((bookings) => bookings.length)).toEqual([1, 1]);
    expect(held.flat().filter((booking) => booking.slot === slot.slotId)).toHaveLength(1);
  });
});
