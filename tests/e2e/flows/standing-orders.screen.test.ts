import { endpoints } from '@anju/shared/contract';
import type { StandingOrder } from '@anju/shared/contract';
import type { Browser } from 'playwright-core';
import { root } from '../../stack/process.ts';
import { plain, until } from '../drivers/fund-app.ts';
import type { FundApp } from '../drivers/fund-app.ts';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import { WeappApp } from '../drivers/weapp/weapp-app.ts';
import { keptSession } from '../screens/stage.ts';
import { showFace, verifiedOnH5, verifiedOnWeapp } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(180_000);

const SIGN = '/features/standing-order/pages/sign/index?kind=rent';
const LIST = '/features/standing-order/pages/orders/index';
const NEXT = /(\d\d月\d\d日)\s*将从公积金账户\s*提取 ([\d,]+\.\d\d) 元/;
const MONTH_DAYS = 31;

/** The order of the person as the service has it. */
async function orderOf(phone: Phone): Promise<StandingOrder> {
  const { orders } = await phone.ask(endpoints.listStandingOrders);
  const order = orders.state === 'unknown' ? undefined : orders.value[0];
  if (order === undefined) throw new Error('there is no order');
  return order;
}
const written = (app: FundApp): number => app.requests().filter((one) => /^(POST|PUT|DELETE) .*\/standing-orders/.test(one)).length;

describe.each(['h5', 'weapp'] as const)('what runs by itself each month, on %s', (channel) => {
  let world: World;
  let browser: Browser | undefined;
  let app: H5App | WeappApp;
  let phone: Phone;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ door: true }), channel === 'h5' ? openBrowser() : undefined]);
    const person = await world.control.person('renter');
    if (browser) {
      phone = await verifiedOnH5(world.bffUrl, world.control, person);
      app = new H5App({ browser, doorUrl: world.doorUrl, control: world.control });
      await app.open();
      await app.page.evaluate((text) => localStorage.setItem('anju:session', text), JSON.stringify(await keptSession(phone)));
      await app.open();
    } else {
      ({ phone } = await verifiedOnWeapp(world.bffUrl, world.control, person));
      app = new WeappApp({ folder: `${root}miniapp/dist/weapp`, control: world.control, apiUrl: world.bffUrl });
      app.holder(person);
      await app.open();
      // This WeChat is known already: one tap.
      await app.visit('/features/identity/pages/sign-in/index');
      await app.tap('微信一键登录');
      await app.sees('账户余额（元）');
    }
  });
  afterAll(async () => {
    await app?.close();
    await browser?.close();
    await world?.close();
  });

  /** The day of the next run; one look at the page, which may just give way to another. */
  const nextRun = (): Promise<string> => until(async () => NEXT.exec(plain(await app.text()))?.[1], () => app.text());

  it('the rent is signed once: nothing without the tick, the first run on the same screen', async () => {
    await app.visit(SIGN);
    await app.sees('从公积金账户提取当天能提的最高额');
    await app.tap(/^每月.10.日$/);
    await app.tap(/^5$/);
    await app.sees(/每月 5 日/);
    await app.tap('确认签约');
    await app.sees('请先看清上面的内容，再勾选');
    expect(written(app)).toBe(0);
    await app.tap(/^我同意每月/);
    await app.tap('确认签约');
    await app.sees('确认是您本人');
    await app.tap('开始刷脸');
    await app.sees('签约成功', 20_000);
    const day = await nextRun();
    expect(day.slice(-3)).toBe('05日');
    expect(written(app)).toBe(1);
    await expect(orderOf(phone)).resolves.toMatchObject({ kind: 'rent', state: 'running', day: 5 });
    await app.tap('看按月自动办理');
    await app.sees('签约日期');
    expect(await nextRun()).toBe(day);
  });

  it('is paused and resumed, each after being told what follows', async () => {
    await app.tap('暂停');
    await app.sees('暂停的月份不补');
    await app.tap('确认暂停');
    await app.sees('已暂停。');
    await expect(orderOf(phone)).resolves.toMatchObject({ state: 'paused', next: null });
    await app.tap('恢复');
    await app.tap('确认恢复');
    await app.sees('已恢复。');
    await nextRun();
    await expect(orderOf(phone)).resolves.toMatchObject({ state: 'running' });
  });

  it('one run is left out, and not a second one by the way', async () => {
    const before = await nextRun();
    await app.tap('跳过下一次');
    await app.sees(`只跳过${before}这一次`);
    await app.tap('确认跳过');
    await app.sees(`${before}这一次已跳过。`);
    expect(await nextRun()).not.toBe(before);
    await expect(orderOf(phone)).resolves.toMatchObject({ skipped: [expect.any(String)] });
  });

  it('gets another day', async () => {
    await app.tap('改卡或日期');
    await app.sees('下一次起按新的办');
    await app.tap(/^每月.5.日$/);
    await app.tap(/^20$/);
    await app.tap('确认修改');
    await app.sees('已改好，下一次起按新的办。');
    await expect(orderOf(phone)).resolves.toMatchObject({ day: 20 });
    await app.tap('看按月自动办理');
    await app.sees(/每月 20 日/);
  });

  it('runs by itself, leads to its case, and ends: what ran stays, and it can be signed anew', async () => {
    // The core makes the run on its day; a day that was left out passes before it.
    await world.control.advanceCoreClock(2 * MONTH_DAYS);
    await until(async () => ((await orderOf(phone)).runs.some((run) => run.state === 'paid' && run.caseId !== undefined) ? true : undefined), async () => JSON.stringify(await orderOf(phone)), 30_000);
    await showFace(phone, world.control);
    await app.visit('/pages/me/index');
    await app.tap('按月自动办理');
    await app.sees('最近办理');
    await app.sees('已到账');
    await app.tap('终止');
    await app.sees('已经办过的不受影响');
    await app.tap('确认终止');
    await app.sees('已终止。');
    await app.sees('已到账');
    await expect(orderOf(phone)).resolves.toMatchObject({ state: 'ended' });
    await app.tap('已到账');
    await app.sees('租房提取');
    await app.visit(LIST);
    await app.sees('可以签约');
    await app.sees('去签约');
  });
});
