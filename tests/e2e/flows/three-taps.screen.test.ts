import { endpoints } from '@anju/shared/contract';
import type { Browser } from 'playwright-core';
import { root } from '../../stack/process.ts';
import { H5App, openBrowser } from '../drivers/h5-app.ts';
import type { FundApp } from '../drivers/fund-app.ts';
import { WeappApp } from '../drivers/weapp/weapp-app.ts';
import { becomesKnown } from '../screens/main-job.ts';
import { showFace, verifiedOnWeapp } from '../world/journeys.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(180_000);

/** What the person does, counted; the provider's own page is not ours. */
function counted(app: FundApp): { readonly app: FundApp; readonly taps: string[]; readonly typed: string[] } {
  const [taps, typed]: [string[], string[]] = [[], []];
  const tap = async (words: string | RegExp): Promise<void> => {
    taps.push(String(words));
    await app.tap(words);
  };
  const fill = async (label: string, value: string): Promise<void> => {
    typed.push(label);
    await app.fill(label, value);
  };
  return { app: new Proxy(app, { get: (of, name) => (name === 'tap' ? tap : name === 'fill' ? fill : typeof of[name as keyof FundApp] === 'function' ? (of[name as keyof FundApp] as () => void).bind(of) : of[name as keyof FundApp]) }), taps, typed };
}

describe('偿还公积金贷款, signed in', () => {
  let world: World;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [world, browser] = await Promise.all([openWorld({ door: true }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  const phone = (channel: 'h5' | 'weapp'): FundApp =>
    channel === 'h5' && browser !== undefined
      ? new H5App({ browser, doorUrl: world.doorUrl, control: world.control })
      : new WeappApp({ folder: `${root}miniapp/dist/weapp`, control: world.control, apiUrl: world.bffUrl });

  it.each([['h5', 'loan-in-order'], ['weapp', 'no-subscription']] as const)('takes three taps and no typing to 已到账 on %s, the face check apart', async (channel, key) => {
    const person = await world.control.person(key);
    const own = phone(channel);
    await own.open();
    await becomesKnown(own, person);
    const { app, taps, typed } = counted(own);
    await app.open();
    await app.sees('您现在可以');
    await app.tap('去提取');
    await app.sees('本次最多可提，已为您填好');
    await app.tap(/^确认提取\s*[\d,.]+\s*元$/);
    await app.sees('确认是您本人');
    await app.tap('开始刷脸');
    // The submission follows the result of the check by itself.
    await app.sees('已到账', 20_000);
    await app.sees(/T\d{8,}/);
    expect({ taps: taps.length, typed }).toEqual({ taps: 3, typed: [] });
    const asked = own.requests().filter((request) => request.startsWith('POST /api/v1/withdrawals'));
    expect(asked).toHaveLength(1);
    // One page came back from the check, and it alone read the result.
    expect(own.requests().filter((request) => /^POST .*\/identity\/face\/[^/]+\/result$/.test(request))).toHaveLength(1);
    expect((await world.control.journal(key)).payments).toHaveLength(1);
    await own.close();
  });

  it('is paid with the answer to the tap while the core decides at once; the times are printed', async () => {
    const person = await world.control.person('line-dropped');
    const { phone: own } = await verifiedOnWeapp(world.bffUrl, world.control, person);
    await showFace(own, world.control);
    const took: number[] = [];
    const baseline: number[] = [];
    const timed = async (into: number[], work: () => Promise<unknown>): Promise<void> => {
      const from = performance.now();
      await work();
      into.push(performance.now() - from);
    };
    for (let year = 0; year < 12; year += 1) {
      // Each turn is a year on: the route is open again.
      await world.control.advanceCoreClock(year === 0 ? 200 : 366);
      const form = await own.ask(endpoints.showForm, { params: { route: 'repay-fund-loan' } });
      const body = { route: 'repay-fund-loan' as const, amountFen: 100_000, bankCardId: form.card?.bankCardId ?? '' };
      await timed(baseline, () => own.ask(endpoints.showForm, { params: { route: 'repay-fund-loan' } }));
      await timed(took, async () => {
        const { caseId, state } = await own.ask(endpoints.submitWithdrawal, { body });
        // The very first answer is dropped by this person's core: that one is asked for.
        if (state !== 'paid') await untilPaid(caseId);
      });
    }
    async function untilPaid(caseId: string): Promise<void> {
      while ((await own.ask(endpoints.showCase, { params: { caseId } })).stage !== 'paid') await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const [p50, p95] = [0.5, 0.95].map((share) => [...took].sort((a, b) => a - b)[Math.ceil(share * took.length) - 1] ?? 0);
    const ofForm = [...baseline].sort((a, b) => a - b)[Math.ceil(baseline.length / 2) - 1] ?? 1;
    console.log(`tap to 已到账, ${took.length} withdrawals: p50 ${Math.round(p50 ?? 0)} ms, p95 ${Math.round(p95 ?? 0)} ms (the form alone, p50: ${Math.round(ofForm)} ms)`);
    expect((await world.control.journal(person.key)).payments).toHaveLength(12);
  });
});
