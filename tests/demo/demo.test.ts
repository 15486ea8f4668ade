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
    const shown = await page.locator('#people [aria-current="true"] small').innerText();
    expect(shown.replace(/\D/g, '')).toBe(person.spareCard);
    await expect(page.locator('#people small').filter({ visible: true }).count()).resolves.toBe(1);
  });

  it('takes another person’s phone out, and gives the first one back signed in', async () => {
    await button((await world.control.person('renter')).name).first().click();
    await says('核对并绑定');
    await button((await world.control.person('loan-in-order')).name).first().click();
    await says('账户余额（元）');
  });

  const state = () => page.locator('#clerk-state');
  const counterSays = (words: string) => until(async () => ((await state().innerText()).includes(words) ? true : undefined), () => state().innerText());

  it('lets the visitor be the clerk: takes a case on, sends it back for the reason chosen', async () => {
    const person = await world.control.person('buyer-elsewhere');
    const own = (await verifiedOnWeapp(world.bffUrl, world.control, person)).phone;
    await showFace(own, world.control);
    const form = await own.ask(endpoints.showForm, { params: { route: 'purchase' } });
    const data = new FormData();
    data.set('file', new Blob([VOUCHER], { type: 'application/pdf' }), 'voucher.pdf');
    const file = await own.ask(endpoints.uploadFile, { form: data });
    const answers = { contractNumber: person.contractNumber ?? '', homeCity: 'elsewhere' as const };
    await own.ask(endpoints.submitWithdrawal, { body: { route: 'purchase', amountFen: 1_000_000, bankCardId: form.card?.bankCardId ?? '', answers, fileIds: [file.fileId] } });
    await button('让柜员受理').click();
    await counterSays(`${person.name}的业务：已受理`);
    await expect(page.locator('#reason option').allInnerTexts()).resolves.toEqual(['材料看不清', '材料不符', '金额与发票不符', '银行卡错误', '合同已用过']);
    await page.getByLabel('退回的原因').selectOption('金额与发票不符');
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await counterSays('已退回');
    await expect(world.control.casesOf(person.key)).resolves.toMatchObject([{ state: 'BH', refusalCode: '300063' }]);
    await expect(world.control.journal(person.key)).resolves.toMatchObject({ payments: [], balanced: true });
    await page.getByRole('button', { name: '退回', exact: true }).click();
    await counterSays('没有可以退回的');
  });

  it('lets the bank return a payment', async () => {
    await button('退回付款').click();
    await counterSays('还没有付过款');
    const person = await world.control.person('loan-in-order');
    const own = (await verifiedOnWeapp(world.bffUrl, world.control, person)).phone;
    await showFace(own, world.control);
    const form = await own.ask(endpoints.showForm, { params: { route: 'repay-fund-loan' } });
    await own.ask(endpoints.submitWithdrawal, { body: { route: 'repay-fund-loan', amountFen: 100_000, bankCardId: form.card?.bankCardId ?? '', answers: {}, fileIds: [] } });
    await button('退回付款').click();
    await counterSays(`${person.name}的业务：银行退回了付款`);
    await expect(world.control.journal(person.key)).resolves.toMatchObject({ payments: [{ state: 'returned' }], balanced: true });
  });

  it('switches how a shared source answers, and shows what the core says of it', async () => {
    const choice = (source: string, words: string) => page.getByRole('radiogroup', { name: source }).getByRole('radio', { name: words });
    const chosen = (source: string) => page.getByRole('radiogroup', { name: source }).getByRole('radio', { checked: true }).inputValue();
    await expect(page.getByRole('radiogroup').evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label')))).resolves.toEqual(['房产', '民政', '公安', '社保医保', '就业', '征信', '发票']);
    await expect(chosen('房产')).resolves.toBe('answers');
    const everybody = async () => {
      const { sources } = (await (await fetch(`${world.stack.urls.coreControl}/sources`)).json()) as { sources: readonly { key?: string; source: string; state: string }[] };
      return sources.filter((one) => one.key === undefined);
    };
    await choice('房产', '不回应').check();
    await choice('社保医保', '不一致').check();
    await until(async () => ((await everybody()).length === 2 ? true : undefined), async () => JSON.stringify(await everybody()));
    await expect(everybody()).resolves.toEqual([{ source: 'BDC', state: 'silent' }, { source: 'RS', state: 'differs' }]);
    await page.reload();
    await until(async () => ((await chosen('房产')) === 'silent' && (await chosen('社保医保')) === 'differs' ? true : undefined), () => 'the switches do not show it');
    await choice('房产', '正常').check();
    await choice('社保医保', '正常').check();
    await until(async () => ((await everybody()).every((one) => one.state === 'answers') ? true : undefined), async () => JSON.stringify(await everybody()));
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

  it('moves the core’s clock by a day, and by a calendar month', async () => {
    const day = () => page.locator('#clock').innerText().then((words) => /(\d+)年(\d+)月(\d+)日/.exec(words)?.slice(1).map(Number));
    const shown = (wanted: readonly number[]) => until(async () => (JSON.stringify(await day()) === JSON.stringify(wanted) ? true : undefined), () => page.locator('#clock').innerText());
    const [year = 0, month = 0, date = 0] = await until(day, () => 'no clock');
    const tomorrow = new Date(Date.UTC(year, month - 1, date + 1));
    await button('时钟 +1 天').click();
    await shown([tomorrow.getUTCFullYear(), tomorrow.getUTCMonth() + 1, tomorrow.getUTCDate()]);
    // The last day of the month after, where that has no such day.
    const ends = new Date(Date.UTC(tomorrow.getUTCFullYear(), tomorrow.getUTCMonth() + 2, 0));
    await button('时钟 +1 个月').click();
    await shown([ends.getUTCFullYear(), ends.getUTCMonth() + 1, Math.min(tomorrow.getUTCDate(), ends.getUTCDate())]);
    expect(errors).toEqual([]);
  });

  it('fits a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.evaluate(() => document.documentElement.scrollWidth)).resolves.toBeLessThanOrEqual(390);
  });
});
