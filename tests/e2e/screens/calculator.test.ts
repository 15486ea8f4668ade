import type { Browser } from 'playwright-core';
import { openBrowser } from '../drivers/h5-app.ts';
import { fits, plain, until } from '../drivers/fund-app.ts';
import { overflowing } from './cells.ts';
import { GuestPhone } from './guest-phone.ts';
import type { GuestLook } from './guest-phone.ts';

jest.setTimeout(120_000);

const CALCULATOR = '/features/loan/pages/calculator/index';
const LOOKS: readonly GuestLook[] = (['light', 'elder'] as const).flatMap((theme) => [{ theme, width: 360, height: 780 }, { theme, width: 390, height: 844 }]);
const LIGHT = { theme: 'light', width: 390, height: 844 } as const;
const BAD = /undefined|null|NaN|\[object|Infinity/;

let browser: Browser;
let phone: GuestPhone;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});
afterEach(async () => {
  expect(phone.errors).toEqual([]);
  await phone.close();
});

async function opened(look: GuestLook = LIGHT): Promise<void> {
  phone = await GuestPhone.open(browser, look);
  await phone.visit(CALCULATOR);
  await sees('额度怎么定的');
}
const sees = (words: string | RegExp): Promise<true> => until(async () => (fits(await phone.text(), words) ? (true as const) : undefined), async () => `does not say ${String(words)}:\n${await phone.text()}`);
/** The figure of the head, in 万元. */
const figure = async (): Promise<string> => (await phone.page.locator('.calc-head__wan').filter({ visible: true }).innerText()).trim();
/** The exact result, as a screen reader is told it, in fen. */
const exactly = async (): Promise<number> => Math.round(Number(((await phone.page.locator('.calc-head__amount').filter({ visible: true }).getAttribute('aria-label')) ?? '').replace(/[^\d.]/g, '')) * 100);

describe.each(LOOKS)('at $width×$height, $theme', (look) => {
  it('opens with a computed example and at most six fields, and stands within the screen', async () => {
    await opened(look);
    expect(Number(await figure())).toBeGreaterThan(0);
    expect(await phone.page.locator('.a-field').filter({ visible: true }).count()).toBeLessThanOrEqual(6);
    await expect(overflowing(phone.page)).resolves.toEqual([]);
    await phone.tap('更多条件');
    await expect(overflowing(phone.page)).resolves.toEqual([]);
    expect(await phone.text()).not.toMatch(BAD);
  });
  it('keeps the result in view while the last field is typed in', async () => {
    await opened(look);
    await phone.page.evaluate(() => document.querySelector('.taro_page.taro_page_show, .taro_page')?.scrollTo(0, 100_000));
    await phone.page.mouse.wheel(0, 3000);
    await phone.page.waitForTimeout(200);
    const box = await phone.page.locator('.calc-head').boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(look.height / 2);
  });
});

describe('typing', () => {
  it('moves the result with each keystroke, and comes back after a restart', async () => {
    await opened();
    const before = await figure();
    await phone.fill('每月缴存', '1200');
    await until(async () => ((await figure()) === before ? undefined : true), () => 'the result did not move');
    const after = await figure();
    await phone.visit(CALCULATOR);
    expect(await figure()).toBe(after);
    expect(await phone.page.locator('input[aria-label="每月缴存"]').inputValue()).toBe('1200');
  });
  it.each([
    ['账户余额', '-500', '金额不能是负数'],
    ['账户余额', '三万', '这里只能填数字'],
    ['账户余额', '9999999999999', '数字太大了'],
    ['每月缴存', 'NaN', '这里只能填数字'],
    ['已连续缴存', '9999', '请填 0 到 720'],
    ['房屋总价', '0', '房屋总价要大于 0'],
    ['出生日期', '20990101', '出生日期不能晚于今天'],
    ['出生日期', '20200101', '未满 16 周岁'],
  ])('%s as %s is told at its field; the last result stays, dimmed', async (label, typed, words) => {
    await opened();
    const before = await figure();
    await phone.fill(label, typed);
    await sees(words);
    expect(await figure()).toBe(before);
    expect(await phone.page.locator('.calc-head--earlier').count()).toBe(1);
    expect(await phone.text()).not.toMatch(BAD);
  });
  it('says what is missing while a field is empty', async () => {
    await opened();
    await phone.fill('房屋总价', '');
    await sees('还差：房屋总价');
  });
  it('opens 更多条件 where something in it is wrong after a restart', async () => {
    await opened();
    await phone.tap('更多条件');
    await phone.fill('贷款年限', '0');
    await sees('贷款年限请填 1 到 30 年');
    await phone.visit(CALCULATOR);
    await sees('贷款年限请填 1 到 30 年');
  });
});

describe('advice', () => {
  it('changes the result by just what it says, and can be taken back', async () => {
    await opened();
    await phone.fill('每月缴存', '1200');
    await sees('怎样能多贷');
    const before = await exactly();
    const line = phone.page.locator('.advice').first();
    const said = /能多贷 ([\d,.]+) 万元/.exec(plain(await line.innerText()))?.[1]?.replace(/,/g, '');
    await line.getByText('试一试').click();
    await sees('正在看：');
    const then = await exactly();
    expect(then).toBeGreaterThan(before);
    expect(((then - before) / 1_000_000).toFixed(1)).toBe(said);
    await phone.tap('还原');
    await until(async () => ((await exactly()) === before ? true : undefined), () => 'the result did not come back');
  });
});

describe('the centre', () => {
  it('is fetched once, and counts without network ever after', async () => {
    await opened();
    await phone.tap('换城市');
    await phone.tap('北京');
    await sees('依据：北京');
    const online = await figure();
    phone.online = false;
    await phone.visit(CALCULATOR);
    await sees('依据：北京');
    expect(await figure()).toBe(online);
  });
  it('that is not on the phone is named with those that are, and can be tried again', async () => {
    await opened();
    await phone.tap('换城市');
    phone.online = false;
    await phone.tap('武汉');
    await sees('没有网络，暂时取不到武汉的规定。现在可以算：厦门。');
    phone.online = true;
    await phone.tap('再试一次');
    await sees('依据：武汉');
  });
  it('without rules for the account says at most, never how much', async () => {
    await opened();
    await phone.tap('换城市');
    await phone.tap('泰州');
    await sees('最高不超过');
    await sees('没有查到公开依据');
    expect(await phone.text()).not.toContain('预计可贷');
  });
});

describe('without a network', () => {
  /** Everything the calculator fetches ahead has come. */
  const cutOff = async (): Promise<void> => {
    await opened();
    await phone.page.waitForLoadState('networkidle');
    phone.cutOff = true;
  };
  it.each([
    ['组合贷款', '公积金贷款贷到上限'],
    ['提取还是留着贷款', '打算提取'],
    ['商贷转公积金贷', '商业贷款还剩'],
    ['看还款计划', '还款计划'],
  ])('%s opens from the calculator', async (row, words) => {
    await cutOff();
    await phone.tap(row);
    await sees(words);
    await until(async () => (phone.page.url().includes(CALCULATOR) ? undefined : true), () => 'the address stayed');
  });
  it('the cities that are here are named', async () => {
    await cutOff();
    await phone.tap('换城市');
    await sees('选择公积金中心');
  });
  it('a page that is not here says so, and neither page nor address moves; with a network it opens', async () => {
    await cutOff();
    const before = phone.page.url();
    await phone.tap('用我的账户数据');
    await sees('手机没有连上网络，这一页暂时打不开');
    expect(phone.page.url()).toBe(before);
    await sees('额度怎么定的');
    phone.cutOff = false;
    await phone.tap('用我的账户数据');
    await sees('登录后用您的缴存预审');
  });
  it('a tab that is not here says so, and the tab in view stays', async () => {
    await opened();
    await phone.visit('/pages/home/index');
    phone.cutOff = true;
    const before = phone.page.url().split('?')[0];
    await phone.page.locator('.weui-tabbar__item').filter({ hasText: '办理' }).click();
    await sees('手机没有连上网络，这一页暂时打不开');
    expect(phone.page.url().split('?')[0]).toBe(before);
  });
});

describe('to withdraw or to keep', () => {
  it('changes exactly nothing at nothing', async () => {
    await opened();
    await phone.visit('/features/loan/pages/keep/index');
    await sees('不提取，额度和月供都不变。');
    const [limit, monthly] = await phone.page.locator('.compare__line').filter({ hasText: /可贷额度|每月还款/ }).allInnerTexts();
    for (const line of [limit, monthly]) {
      const [before, after] = plain(line ?? '').match(/[\d,]+\.\d{2}/g) ?? [];
      expect(before).toBeDefined();
      expect(after).toBe(before);
    }
  });
});
