import type { Browser } from 'playwright-core';
import { openBrowser } from '../drivers/h5-app.ts';
import { fits, until } from '../drivers/fund-app.ts';
import { GuestPhone } from './guest-phone.ts';

jest.setTimeout(180_000);

const LIGHT = { theme: 'light', width: 390, height: 844 } as const;
const loan = (page: string): string => `/features/loan/pages/${page}/index`;
const FORM = {
  centre: 'xiamen',
  me: { balance: '30000', monthly: '2400', months: '60', birthDate: '1998-06-15', sex: 'male', category: 'unsure', base: '', average: '', supplementary: '' },
  spouse: null, price: '200', more: {}, laterMonths: 0,
};
const BAD = /undefined|null|NaN(?!\))|\[object|Infinity/;
const HUGE = '9'.repeat(12);

let browser: Browser;
let phone: GuestPhone;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

/** What stands below the field with this label, as an error; empty while there is none. */
const errorAt = async (label: string): Promise<string> =>
  (await phone.page.locator('.a-field').filter({ has: phone.page.locator(`input[aria-label="${label}"]`) }).filter({ visible: true }).last().locator('.a-field__error').allInnerTexts()).join('').trim();

/** Types it, reads the sentence at the field, and types something fit again. */
async function told(label: string, typed: string, words: string, fit: string): Promise<void> {
  await phone.fill(label, typed);
  await until(async () => ((await errorAt(label)).includes(words) ? true : undefined), async () => `${label} as ${typed} says “${await errorAt(label)}”, not ${words}:\n${await phone.text()}`);
  // And the way out.
  expect(await errorAt(label)).toMatch(/请|例如|不能|要大于|要小于|只有/);
  expect((await phone.text()).replace(await errorAt(label), '')).not.toMatch(BAD);
  await phone.fill(label, fit);
  await until(async () => ((await errorAt(label)) === '' ? true : undefined), async () => `${label} as ${fit} is still told: ${await errorAt(label)}`);
}

type Rows = readonly (readonly [typed: string, words: string])[];
const NUMBER = '这里只能填数字';
const MONEY: Rows = [['三万', NUMBER], ['NaN', NUMBER], ['1e5', NUMBER], [HUGE, '数字太大了'], ['-5', '不能是负数'], ['1.234', '最多两位小数']];
const WAN: Rows = [['二百', NUMBER], ['NaN', NUMBER], [HUGE, '数字太大了'], ['-5', '不能是负数'], ['0', '要大于 0'], ['1.23456', '最多四位小数']];
const count = (range: string, ...beyond: readonly string[]): Rows => [['两个', NUMBER], ['NaN', NUMBER], ['999999', range], ['-1', range], ['1.5', '请填整数'], ...beyond.map((typed) => [typed, range] as const)];
const RATE: Rows = [['三点五', NUMBER], ['NaN', NUMBER], ['99', '24%'], ['-1', '24%'], ['0', '24%']];

interface Case {
  readonly label: string;
  readonly fit: string;
  readonly rows: Rows;
}
const each = (rows: readonly Case[]) => rows.map((row) => [row.label, row] as const);
async function all({ label, fit, rows }: Case): Promise<void> {
  for (const [typed, words] of rows) await told(label, typed, words, fit);
}

/** A phone on a page, with the calculator's form kept on it. */
async function on(page: string, form: object = FORM, kept: Readonly<Record<string, object>> = {}): Promise<void> {
  phone = await GuestPhone.open(browser, LIGHT);
  await phone.keep('wish:calculator', form);
  for (const [name, value] of Object.entries(kept)) await phone.keep(name, value);
  await phone.visit(loan(page));
}
const sees = (words: string): Promise<true> => until(async () => (fits(await phone.text(), words) ? (true as const) : undefined), async () => `does not say ${words}:\n${await phone.text()}`);
afterEach(async () => {
  expect(phone.errors).toEqual([]);
  await phone.close();
});

const PERSON = (of = ''): readonly Case[] => [
  { label: `${of}账户余额`, fit: '30000', rows: MONEY },
  { label: `${of}每月缴存`, fit: '2400', rows: MONEY },
  { label: `${of}已连续缴存`, fit: '60', rows: count('请填 0 到 720', '721') },
  { label: `${of}出生日期`, fit: '19980615', rows: [['20990101', '不能晚于今天'], ['20200101', '未满 16 周岁'], ['18000101', '没有这一天'], ['19900231', '没有这一天']] },
];

describe('the six fields of the calculator', () => {
  it.each(each([...PERSON(), { label: '房屋总价', fit: '200', rows: WAN }]))('%s', async (_, row) => {
    await on('calculator');
    await all(row);
  });
});

describe('更多条件', () => {
  const cities: readonly (readonly [centre: string, rows: readonly Case[]])[] = [
    ['shanghai', [
      { label: '缴存基数', fit: '9000', rows: MONEY }, { label: '补充公积金余额', fit: '5000', rows: MONEY }, { label: '贷款年限', fit: '20', rows: count('请填 1 到 30', '0', '31') },
      { label: '子女数', fit: '2', rows: count('请填 0 到 20', '21') }, { label: '用过公积金贷款', fit: '1', rows: count('请填 0 到 20', '21') },
    ]],
    ['fuzhou', [{ label: '家庭月收入', fit: '18000', rows: MONEY }, { label: '其他贷款月还', fit: '1200', rows: MONEY }]],
    ['hangzhou', [{ label: '近一年平均余额', fit: '28000', rows: MONEY }]],
  ];
  it.each(cities)('in %s', async (centre, rows) => {
    await on('calculator', { ...FORM, centre });
    await sees('更多条件');
    await phone.tap('更多条件');
    for (const row of rows) await all(row);
  });
  it('of the spouse', async () => {
    await on('calculator', { ...FORM, spouse: { ...FORM.me, sex: 'female' } });
    await phone.tap('更多条件');
    for (const row of PERSON('配偶的')) await all(row);
  });
});

describe('the combined loan', () => {
  it('down payment', async () => {
    await on('combined', FORM, { 'wish:combined': { rate: '3.05' } });
    await all({ label: '首付', fit: '120', rows: [...WAN.filter(([typed]) => typed !== '0'), ['0', '首付不能少于'], ['1', '首付不能少于'], ['200', '要小于房屋总价'], ['300', '要小于房屋总价']] });
  });
  it('commercial rate', async () => {
    await on('combined');
    await all({ label: '商业贷款年利率', fit: '3.05', rows: RATE });
  });
  it('without a quota leads to the calculator', async () => {
    await on('combined', { ...FORM, price: '0' });
    await sees('还没有算出公积金额度');
    await sees('去测算');
  });
});

describe('a commercial loan turned into a fund loan', () => {
  it.each(each([
    { label: '商业贷款还剩', fit: '120', rows: WAN },
    { label: '还要还', fit: '240', rows: count('请填 1 到 360', '0', '361') },
    { label: '商业贷款年利率', fit: '3.5', rows: RATE },
    { label: '能转成公积金贷款', fit: '50', rows: [...WAN, ['130', '不能超过商业贷款还剩的金额']] },
    { label: '办理费用', fit: '5000', rows: MONEY },
  ]))('%s', async (_, row) => {
    await on('conversion', FORM, { 'wish:conversion': { balance: '120', monthsLeft: '240', rate: '3.5', quota: '50', costs: '5000' } });
    await sees('一共少付利息');
    await all(row);
    await sees('一共少付利息');
  });
});

describe('to withdraw or to keep', () => {
  it('the amount', async () => {
    await on('keep');
    await all({ label: '打算提取', fit: '10000', rows: [...MONEY.filter(([typed]) => typed !== HUGE), [HUGE, '太大了'], ['30000.01', '不能超过测算里的余额']] });
  });
});

describe('a centre', () => {
  it('that does not exist is told, with those that can be reckoned and the way to them; no figure stands', async () => {
    await on('calculator', { ...FORM, centre: 'atlantis' });
    await sees('暂时没有这个城市的规定。现在可以算：厦门。');
    expect(await phone.page.locator('.calc-head__wan').filter({ visible: true }).innerText()).toBe('暂时算不出');
    await phone.tap('换城市');
    await phone.tap('厦门');
    await sees('额度怎么定的');
  });
  it('whose rules are not here leaves no figure of the one before', async () => {
    await on('calculator');
    await sees('额度怎么定的');
    await phone.tap('换城市');
    phone.online = false;
    await phone.tap('武汉');
    await sees('没有网络，暂时取不到武汉的规定');
    expect(await phone.page.locator('.calc-head__wan').filter({ visible: true }).innerText()).toBe('暂时算不出');
    expect(await phone.text()).not.toContain('额度怎么定的');
  });
});

describe('a plan', () => {
  it.each(['principal=-1&rate=26000&months=354', 'principal=NaN&rate=26000&months=354', 'principal=1e99&rate=26000&months=354', 'principal=100000&rate=26000&months=0', 'rate=26000&months=354', 'principal=100000&rate=9999999&months=12'])('of %s cannot be drawn, and says where to go', async (query) => {
    await on('schedule');
    await phone.visit(`${loan('schedule')}?${query}`);
    await sees('没有可以展开的计划');
    await sees('去测算');
  });
});
