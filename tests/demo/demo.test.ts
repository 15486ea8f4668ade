import { endpoints } from '@anju/shared/contract';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { openBrowser } from '../e2e/drivers/h5-app.ts';
import { until } from '../e2e/drivers/fund-app.ts';
import { showFace, verifiedOnWeapp } from '../e2e/world/journeys.ts';
import { openFrontDoor } from '../stack/front-door.ts';
import { freePort } from '../stack/stack.ts';
import { openWorld } from '../e2e/world/world.ts';
import type { World } from '../e2e/world/world.ts';
import { VOUCHER } from '../stack/voucher.ts';

jest.setTimeout(90_000);

describe('the demo page', () => {
  let world: World;
  let browser: Browser;
  let page: Page;
  let phone: FrameLocator;
  let entrance: Awaited<ReturnType<typeof openFrontDoor>>;
  const errors: string[] = [];
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld(), openBrowser()]);
    entrance = await openFrontDoor({ port: await freePort(), urls: world.stack.urls, checkedOn: '2026-08-20' });
    page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(entrance.url);
    phone = page.frameLocator('#phone');
  });
  afterAll(async () => {
    await browser?.close();
    await entrance?.close();
    await world?.close();
  });

  const button = (name: string) => page.getByRole('button', { name });
  const onPhone = (words: string) => phone.getByText(words, { exact: true }).filter({ visible: true }).last();
  const says = (words: string, withinMs = 15_000) => phone.getByText(words).filter({ visible: true }).first().waitFor({ timeout: withinMs });

  it('says that its people are made up and which rules it follows', async () => {
    await expect(page.locator('#banner').innerText()).resolves.toBe('演示环境，人物虚构，规则按厦门市公开政策（核对至 2026年8月20日）');
    await page.locator('#people button').nth(20).waitFor();
    await says('登录后查看余额和可提取金额');
  });

  it('signs in who is tapped through the phone’s own screens; the SMS comes as a bubble', async () => {
    const person = await world.control.person('loan-in-order');
    await button(person.name).first().click();
    await says('核对并绑定');
    await page.locator('#bubbles li.sms', { hasText: '验证码' }).first().waitFor({ timeout: 15_000 });
    const name = phone.locator('[aria-label="姓名"] input').filter({ visible: true }).last();
    await until(async () => ((await name.inputValue()) === person.name ? true : undefined), () => 'the name is not filled in');
    // Consent is the visitor's own.
    await onPhone('我已阅读并同意').click();
    await onPhone('核对并绑定').click();
    await says('核对通过');
    await onPhone('继续').click();
    await says('账户余额（元）');
  });

  it('takes another person’s phone out, and gives the first one back signed in', async () => {
    await button((await world.control.person('renter')).name).first().click();
    await says('核对并绑定');
    await button((await world.control.person('loan-in-order')).name).first().click();
    await says('账户余额（元）');
  });

  it('lets the visitor be the clerk: takes a case on, sends it back', async () => {
    const person = await world.control.person('buyer-elsewhere');
    const own = (await verifiedOnWeapp(world.bffUrl, world.control, person)).phone;
    await showFace(own, world.control);
    const form = await own.ask(endpoints.showForm, { params: { route: 'purchase' } });
    const data = new FormData();
    data.set('file', new Blob([VOUCHER], { type: 'application/pdf' }), 'voucher.pdf');
    const file = await own.ask(endpoints.uploadFile, { form: data });
    const answers = { contractNumber: person.contractNumber ?? '', homeCity: 'elsewhere' as const };
    await own.ask(endpoints.submitWithdrawal, { body: { route: 'purchase', amountFen: 1_000_000, bankCardId: form.card?.bankCardId ?? '', answers, fileIds: [file.fileId] } });
    const state = page.locator('#clerk-state');
    await button('让柜员受理').click();
    await until(async () => ((await state.innerText()).includes(`${person.name}的业务：已受理`) ? true : undefined), () => state.innerText());
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await until(async () => ((await state.innerText()).includes('已退回') ? true : undefined), () => state.innerText());
    await expect(world.control.journal(person.key)).resolves.toMatchObject({ payments: [], balanced: true });
  });

  it('cuts the core’s line and mends it', async () => {
    const line = page.locator('#line');
    await line.click();
    await until(async () => ((await line.getAttribute('aria-pressed')) === 'true' ? true : undefined), () => 'the line is not cut');
    await says('公积金中心的系统暂时连不上', 20_000);
    await expect(phone.locator('body').innerText()).resolves.not.toMatch(/(^|[^\d,.])0\.00(?!\d)/);
    await line.click();
    await until(async () => ((await line.getAttribute('aria-pressed')) === 'false' ? true : undefined), () => 'the line is not mended');
  });

  it('moves the core’s clock by a day', async () => {
    const clock = page.locator('#clock');
    const before = await until(async () => (await clock.innerText()) || undefined, () => 'no clock');
    await button('时钟 +1 天').click();
    await until(async () => ((await clock.innerText()).slice(0, 20) === before.slice(0, 20) ? undefined : true), () => `still ${before}`);
    expect(errors).toEqual([]);
  });

  it('fits a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.evaluate(() => document.documentElement.scrollWidth)).resolves.toBeLessThanOrEqual(390);
  });
});
