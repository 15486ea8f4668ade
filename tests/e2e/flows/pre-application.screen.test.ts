import { fenFromYuanText } from '@anju/shared/money';
import type { Browser } from 'playwright-core';
import { root } from '../../stack/process.ts';
import { behaved } from '../drivers/behaved.ts';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import { WeappApp } from '../drivers/weapp/weapp-app.ts';
import { becomesKnown } from '../screens/main-job.ts';
import { booksSigning, confirmsInvitation, guestReckonsAHome, invitesSpouse, preApplies, readsJointResult, readsOwnPrequalification, signsInOnTheWay } from '../screens/loan-job.ts';
import { clerksUntilSigning } from '../world/journeys.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(240_000);

const PRICE_IN_WAN = '150';
const PAIRS = [['h5', 'sqlite'], ['weapp', 'mariadb']] as const;
const CROSS = [...PAIRS, ['h5', 'mariadb'], ['weapp', 'sqlite']] as const;

describe.each(process.env['ANJU_FULL_CROSS'] === '1' ? CROSS : PAIRS)('the way to a loan on the screens of %s with %s', (channel, engine) => {
  let world: World;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ engine, door: true }), channel === 'h5' ? openBrowser() : undefined]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const phone = (): H5App | WeappApp =>
    browser ? new H5App({ browser, doorUrl: world.doorUrl, control: world.control }) : new WeappApp({ folder: `${root}miniapp/dist/weapp`, control: world.control, apiUrl: world.bffUrl });

  it('leads a guest and their spouse from the calculator to a booked signing', async () => {
    const { control } = world;
    const [person, spouse] = [await control.person('home-buyer'), await control.person('home-buyer-spouse')];
    const [app, theirs] = [phone(), phone()];
    try {
      await guestReckonsAHome(app, PRICE_IN_WAN);
      await signsInOnTheWay(app, person);
      const alone = fenFromYuanText((await readsOwnPrequalification(app, PRICE_IN_WAN)).replace(/,/g, ''));
      const code = await invitesSpouse(app);
      await theirs.open();
      await becomesKnown(theirs, spouse);
      await confirmsInvitation(theirs, code, person.name.slice(0, 1));
      const joint = fenFromYuanText((await readsJointResult(app)).replace(/,/g, ''));
      expect(joint).toBeGreaterThan(alone);
      const applied = await preApplies(app, person);
      await clerksUntilSigning(control, person.key);
      await booksSigning(app, world.bffUrl);

      const cases = await control.casesOf(person.key);
      expect(cases).toEqual([expect.objectContaining({ ywlx: 'LOAN_PRE_APPLICATION', state: 'MQ', amount: fenFromYuanText(applied.amount.replace(/,/g, '')), gfhtbh: person.contractNumber, coBorrower: spouse.key })]);
      await expect(control.casesOf(spouse.key)).resolves.toEqual([]);
      const journal = await control.journal(person.key);
      expect(journal.balanced).toBe(true);
      expect(journal.payments).toEqual([]);
      expect(journal.bookings).toEqual([expect.objectContaining({ key: person.key, ywlsh: cases[0]?.ywlsh, state: 'valid' })]);
      behaved(app);
      behaved(theirs);
    } finally {
      await app.close();
      await theirs.close();
    }
  });
});
