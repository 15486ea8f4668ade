import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../drivers/h5-app.ts';
import { GuestPhone } from './guest-phone.ts';
import { OWN_ORIGINS, SOURCES } from './known-sources.ts';
import type { SeenFigure } from './known-sources.ts';

jest.setTimeout(180_000);

const LOOK = { theme: 'light', width: 390, height: 844 } as const;
const CALCULATOR = '/features/loan/pages/calculator/index';

const DATED = /^[a-z]+\/[a-z0-9-]+@\d{4}-\d{2}-\d{2}$/;

/** Every text with a digit that can be read now, and where it says it comes from. */
function figuresOn(page: Page): Promise<readonly SeenFigure[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen: { text: string; from: string | null }[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const range = document.createRange();
      range.selectNodeContents(node);
      if (!/\d/.test(text) || range.getClientRects().length === 0) continue;
      seen.push({ text: text.trim(), from: node.parentElement?.closest('[data-from]')?.getAttribute('data-from') ?? null });
    }
    return seen;
  });
}

const resolves = (from: string | null): boolean => from !== null && (OWN_ORIGINS.includes(from) || (DATED.test(from) && SOURCES.has(from)));

let browser: Browser;
/** How many figures were walked on the page, by origin. */
async function walked(phone: GuestPhone, least: number): Promise<readonly SeenFigure[]> {
  const seen = await figuresOn(phone.page);
  expect(seen.filter(({ from }) => !resolves(from))).toEqual([]);
  expect(seen.length).toBeGreaterThanOrEqual(least);
  return seen;
}

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const form = (centre: string) => ({
  centre,
  me: { balance: '30000', monthly: '1200', months: '60', birthDate: '1984-06-15', sex: 'female', category: 'unsure', base: '9000', average: '28000', supplementary: '' },
  spouse: null,
  price: '200',
  more: { income: '18000', children: '2' },
});

it('the walk knows the sources it holds figures against', () => {
  expect(SOURCES.size).toBeGreaterThan(30);
  expect([...SOURCES].filter((name) => !DATED.test(name))).toEqual([]);
  expect(resolves('xiamen/no-such-thing@2026-01-01')).toBe(false);
  expect(resolves(null)).toBe(false);
});

describe.each(['xiamen', 'shanghai', 'hangzhou'])('every figure a person reads for %s comes from somewhere', (centre) => {
  let phone: GuestPhone;
  beforeAll(async () => {
    phone = await GuestPhone.open(browser, LOOK);
    await phone.keep('wish:calculator', form(centre));
    await phone.keep('wish:combined', { rate: '3.05' });
    await phone.keep('wish:keep', { amount: '20000' });
    await phone.keep('wish:conversion', { balance: '120', monthsLeft: '240', rate: '3.5', costs: '5000' });
    await phone.visit(CALCULATOR);
    await phone.page.getByText('额度怎么定的').waitFor();
  });
  afterAll(async () => {
    expect(phone.errors).toEqual([]);
    await phone.close();
  });

  it('on the calculator, with everything unfolded', async () => {
    await walked(phone, 15);
    await phone.tap('更多条件');
    const seen = await walked(phone, 15);
    expect(seen.some(({ from }) => DATED.test(from ?? ''))).toBe(true);
  });

  it('in the sheet of each limit', async () => {
    const rows = phone.page.locator('.limit');
    const count = await rows.count();
    expect(count).toBeGreaterThan(2);
    for (let at = 0; at < count; at += 1) {
      await rows.nth(at).click();
      await phone.page.getByRole('dialog').waitFor();
      const seen = await walked(phone, 15);
      expect(seen.some(({ from }) => from?.startsWith(`${centre}/`) === true || from?.startsWith('national/') === true)).toBe(true);
      await phone.page.getByLabel('关闭').click();
      await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('in the choice of the centre', async () => {
    await phone.tap('换城市');
    await phone.page.getByRole('dialog').waitFor();
    await walked(phone, 15);
    await phone.page.getByLabel('关闭').click();
  });

  it.each([
    ['schedule', '/features/loan/pages/schedule/index?principal=71136000&rate=26000&months=354&method=equal-principal', '逐年明细', 100],
    ['combined', '/features/loan/pages/combined/index', '商业贷款年利率', 5],
    ['keep', '/features/loan/pages/keep/index', '打算提取', 2],
    ['conversion', '/features/loan/pages/conversion/index', '一共少付利息', 8],
  ])('on the page %s', async (_, path, words, least) => {
    await phone.visit(path);
    await phone.page.getByText(words).first().waitFor();
    await walked(phone, least);
  });
});
