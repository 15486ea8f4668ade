import type { Browser } from 'playwright-core';
import { root } from '../../stack/process.ts';
import { plain } from '../drivers/fund-app.ts';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import { WeappApp } from '../drivers/weapp/weapp-app.ts';
import { becomesKnown } from '../screens/main-job.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

describe.each(['h5', 'weapp'] as const)('a payment that came back, put right on %s', (channel) => {
  let world: World;
  let browser: Browser | undefined;
  let app: H5App | WeappApp;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ door: true }), channel === 'h5' ? openBrowser() : undefined]);
    app = browser ? new H5App({ browser, doorUrl: world.doorUrl, control: world.control }) : new WeappApp({ folder: `${root}miniapp/dist/weapp`, control: world.control, apiUrl: world.bffUrl });
  });
  afterAll(async () => {
    await app?.close();
    await browser?.close();
    await world?.close();
  });

  it('asks for another card and for nothing else, is seen once, and pays once', async () => {
    const person = await world.control.person('card-closed');
    await app.open();
    await becomesKnown(app, person);
    await app.visit('/features/withdrawal/pages/confirm/index?route=repay-fund-loan');
    await app.sees('本次最多可提，已为您填好');
    await app.tap(/^确认提取\s*[\d,.]+\s*元$/);
    await app.sees('确认是您本人');
    await app.tap('开始刷脸');
    await app.sees('付款没有成功', 20_000);
    await app.sees('钱已退回您的公积金账户');
    await app.tap('看怎么办');
    await app.sees('怎样改好');
    await app.tap('换一张卡，再付一次');
    await app.sees('转到哪张卡');
    await app.sees(/\*\*\*\* \d{4}（本人）/);
    const other = /\*\*\*\* (\d{4})（本人）/.exec(plain(await app.text()))?.[1] ?? '';
    expect(await world.control.cardTails(person.key)).toContain(other);
    await app.tap(new RegExp(`\\*\\*\\*\\*.${other}`));
    await app.tap(/^重新提交\s*[\d,.]+\s*元$/);
    // The face check of a moment ago still counts.
    await app.sees('已到账', 20_000);
    const journal = await world.control.journal(person.key);
    // One came back, one stays.
    expect(journal.payments.map((payment) => [payment.cardTail === other, payment.state === 'returned'])).toEqual([[false, true], [true, false]]);
    expect(journal.balanced).toBe(true);
    await app.tap('查看进度');
    await app.sees('改好以前的那一件');
    await app.tap('改好以前的那一件');
    await app.sees('已经改好重新提交');
    await app.visit('/pages/progress/index');
    await app.sees(/提交，已改好重新提交/);
  });
});
