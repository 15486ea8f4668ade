import type { Browser } from 'playwright-core';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import { becomesKnown } from '../screens/main-job.ts';
import { showFace } from '../world/journeys.ts';
import { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

const CONFIRM = '/features/withdrawal/pages/confirm/index?route=repay-fund-loan';
const BUTTON = /^确认提取\s*[\d,.]+\s*元$/;

describe('on H5, however impatient the finger', () => {
  let world: World;
  let browser: Browser;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ door: true }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  /** Known, seen, and on the confirm page: the next tap sends. */
  async function beforeTheTap(key: string): Promise<H5App> {
    const app = new H5App({ browser, doorUrl: world.doorUrl, control: world.control });
    await app.open();
    await becomesKnown(app, await world.control.person(key));
    const phone = new Phone(world.bffUrl);
    phone.token = await app.page.evaluate(() => (JSON.parse(localStorage.getItem('anju:session') ?? '{}') as { token: string }).token);
    await showFace(phone, world.control);
    await app.visit(CONFIRM);
    await app.sees('刚刚已确认是您本人，可以直接提交');
    return app;
  }

  async function oneCaseOnePayment(key: string): Promise<void> {
    const reply = await world.control.coreCases(key);
    expect(reply.cases ?? reply.items).toHaveLength(1);
    const journal = await world.control.journal(key);
    expect(journal.payments).toHaveLength(1);
    expect(journal.balanced).toBe(true);
  }

  it('a double tap on confirm is one case', async () => {
    const app = await beforeTheTap('loan-in-order');
    await app.doubleTap(BUTTON);
    await app.sees('已到账', 20_000);
    await oneCaseOnePayment('loan-in-order');
    expect(app.errors).toEqual([]);
    await app.close();
  });

  it('back after 已到账 offers no second confirm', async () => {
    const app = await beforeTheTap('no-subscription');
    await app.tap(BUTTON);
    await app.sees('已到账', 20_000);
    await app.back();
    await app.visit(CONFIRM);
    await app.sees('现在还不能办');
    await expect(app.text()).resolves.not.toMatch(/确认提取\s*[\d,]+\.\d\d/);
    await oneCaseOnePayment('no-subscription');
    await app.close();
  });

  it('when the answer is lost, confirming again gives the same case, and going back gives no other', async () => {
    const app = await beforeTheTap('line-dropped');
    // The BFF gets the submission; its answer never reaches the phone.
    let lost = 0;
    await app.context.route('**/api/v1/withdrawals', async (route) => {
      lost += 1;
      if (lost > 1) return route.continue();
      await route.fetch().catch(() => undefined);
      await route.abort('connectionreset');
    });
    await app.tap(BUTTON);
    await app.sees('再点一次不会重复办理');
    await app.tap(BUTTON);
    await app.sees('已到账', 40_000);
    await app.back();
    await app.visit(CONFIRM);
    await app.sees('现在还不能办');
    expect(lost).toBeGreaterThan(1);
    await oneCaseOnePayment('line-dropped');
    await app.close();
  });

  it('two tabs confirming at once, in the elder version, are one case', async () => {
    const app = await beforeTheTap('long-name');
    await app.visit('/pages/me/index');
    await app.tap('长辈版');
    await app.visit(CONFIRM);
    await app.sees('刚刚已确认是您本人，可以直接提交');
    const other = await app.anotherTab();
    await other.visit(CONFIRM);
    await other.sees('刚刚已确认是您本人，可以直接提交');
    await Promise.all([app.tap(BUTTON), other.tap(BUTTON)]);
    // The one that comes second is given the same case, or told of it.
    await Promise.all([app, other].map((tab) => tab.sees(/已到账|已有一笔同类提取/, 20_000)));
    expect(`${await app.text()}${await other.text()}`).toContain('已到账');
    await oneCaseOnePayment('long-name');
    expect([...app.errors, ...other.errors]).toEqual([]);
    await app.close();
  });
});
