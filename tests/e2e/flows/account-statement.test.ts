import { endpoints } from '@anju/shared/contract';
import type { GapsReply, StatementReply } from '@anju/shared/contract';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import { verifiedOnH5 } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(180_000);

const STATEMENT = '/features/account/pages/statement/index';

describe('the statement of a fund year and the history of contributions', () => {
  let world: World;
  let phone: Phone;
  let accountId: string;
  beforeAll(async () => {
    world = await openWorld({ door: true });
    phone = await verifiedOnH5(world.bffUrl, world.control, await world.control.person('odd-history'));
    accountId = await accountOf(phone);
  });
  afterAll(async () => {
    await world?.close();
  });

  async function accountOf(of: Phone): Promise<string> {
    const { accounts } = await of.ask(endpoints.listAccounts);
    const [first] = accounts.state === 'unknown' ? [] : accounts.value;
    if (first === undefined) throw new Error('no account');
    return first.accountId;
  }
  const gaps = (of: Phone, id: string): Promise<GapsReply> => of.ask(endpoints.showGaps, { params: { accountId: id } });
  const statement = (of: Phone, id: string, fundYear: string): Promise<StatementReply> => of.ask(endpoints.showStatement, { params: { accountId: id, fundYear } });

  it('name a gap, a double payment and a new base, each once', async () => {
    const { findings, months } = await gaps(phone, accountId);
    expect(findings.map(({ code }) => code).filter((code) => code !== 'amount-change')).toEqual(['base-change', 'double', 'gap']);
    expect(findings.find(({ code }) => code === 'gap')?.params).toMatchObject({ months: 3 });
    expect(findings.find(({ code }) => code === 'base-change')?.params).toEqual({ beforeFen: 152_000, afterFen: 180_000 });
    expect(months).toEqual({ consecutive: 20, total: 67 });
  });

  it.each(['odd-history', 'loan-in-order', 'home-buyer', 'sealed-outsider'])('of %s add up year by year, and the interest is what the core has booked', async (key) => {
    const own = key === 'odd-history' ? phone : await verifiedOnH5(world.bffUrl, world.control, await world.control.person(key));
    const id = await accountOf(own);
    const { years } = await statement(own, id, (await statementYears(own, id))[0] ?? '');
    const replies = [];
    for (const year of years) replies.push(await statement(own, id, year));
    for (const [at, it] of replies.entries()) {
      expect(it.carriedFen + it.contributedFen + it.transferredInFen + it.interestFen - it.withdrawnFen - it.transferredOutFen + it.otherFen).toBe(it.totalFen);
      // The stand-in has always paid today's rate, which began in February 2016.
      if (Number(it.fundYear) >= 2016) expect(it.interestBasis?.computedFen).toBe(it.interestFen);
      const before = replies[at + 1];
      if (before !== undefined) expect([before.settled, before.totalFen]).toEqual([true, it.carriedFen]);
    }
    expect(replies.at(-1)?.carriedFen).toBe(0);
    const { accounts } = await own.ask(endpoints.listAccounts);
    const [newest] = replies;
    const balance = accounts.state === 'unknown' ? undefined : accounts.value.find((account) => account.accountId === id)?.balanceFen;
    expect(newest === undefined ? undefined : newest.totalFen - (newest.settled ? 0 : newest.interestFen)).toBe(balance);
  });

  /** The year that runs is always one of them. */
  async function statementYears(of: Phone, id: string): Promise<readonly string[]> {
    const { to } = await gaps(of, id);
    const [year, month] = to.split('-').map(Number) as [number, number];
    return (await statement(of, id, String(month >= 7 ? year : year - 1))).years;
  }

  it.each([['20x5'], ['1899'], ['2099'], ['2001'], ['2025-26']])('refuse the fund year %s by its name', async (fundYear) => {
    const { status, body } = await phone.call(endpoints.showStatement, { params: { accountId, fundYear } });
    expect([status, body]).toMatchObject([400, { code: 'request.invalid', fields: [{ field: 'fundYear' }] }]);
  });

  it('are another’s for nobody else, and a plain no while the core is away', async () => {
    const renter = await verifiedOnH5(world.bffUrl, world.control, await world.control.person('renter'));
    expect(await renter.call(endpoints.showGaps, { params: { accountId } })).toMatchObject({ status: 404 });
    expect(await renter.call(endpoints.showStatement, { params: { accountId, fundYear: '2025' } })).toMatchObject({ status: 404 });
    await world.control.coreFault({ on: 'GR1003', kind: 'down' });
    expect(await phone.call(endpoints.showGaps, { params: { accountId } })).toMatchObject({ status: 503, body: { code: 'core.unreachable' } });
    expect(await phone.call(endpoints.showStatement, { params: { accountId, fundYear: '2025' } })).toMatchObject({ status: 503, body: { code: 'core.unreachable' } });
    await world.control.clearCoreFaults();
  });

  it('are read on the screen in words', async () => {
    const browser = await openBrowser();
    const app = new H5App({ browser, doorUrl: world.doorUrl, control: world.control });
    await app.open();
    const { person: masked } = await phone.ask(endpoints.showIdentity);
    const session = { token: phone.token, expiresAt: new Date(Date.now() + 86_400_000).toISOString(), level: 'verified', person: masked };
    await app.page.evaluate((kept) => window.localStorage.setItem('anju:session', kept), JSON.stringify(session));
    await app.open();
    await app.tap('年度账单');
    await app.sees('上年结转');
    await app.sees('本息合计');
    await app.sees(/把每天的余额加起来，共 [\d,]+\.\d\d 元，乘以年利率 1\.50%，再除以 360 天，得利息 [\d,]+\.\d\d 元。/);
    await app.sees('2026年08月01日核对');
    expect(app.page.url()).toContain(STATEMENT);
    await app.tap('缴存体检');
    await app.sees(/\d{4}年\d+月至(\d{4}年)?\d+月没有缴存记录，共 3 个月，连续缴存从\d{4}年\d+月重新算起。/);
    await app.sees(/\d{4}年\d+月缴了 2 次，一共 3,040\.00 元/);
    await app.sees(/\d{4}年\d+月调整了缴存基数，每月缴存由 1,520\.00 元变为 1,800\.00 元。/);
    await app.visit('/features/account/pages/accounts/index');
    await app.sees('缴存基数在上下限以内：2,265.00 元至32,937.00 元。');
    await app.sees('单位和个人分别用基数乘比例，各自四舍五入到元。');
    expect(app.errors).toEqual([]);
    await browser.close();
  });
});
