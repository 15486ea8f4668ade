import { endpoints } from '@anju/shared/contract';
import { proveName, showFace, signInH5, submitPrefilled, untilCase, verifiedOnH5 } from '../world/journeys.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

describe('with the core down', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(async () => {
    await world?.close();
  });

  it.each(['stopped', 'hanging'] as const)('(%s) home shows the last value with its time and never 0', async (how) => {
    const { control, bffUrl, stack } = world;
    const phone = await verifiedOnH5(bffUrl, control, await control.person('loan-in-order'));
    const before = await phone.ask(endpoints.home);
    if (before.accounts.state !== 'fresh') throw new Error('the core answered before');
    const people = await control.people();
    if (how === 'stopped') await stack.end('core-fund');
    else await control.coreFault({ on: '*', kind: 'delay', ms: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 2_500));

    const after = await phone.ask(endpoints.home);
    expect(after.core).toBe('down');
    if (after.accounts.state !== 'stale') throw new Error(`the last value is not shown: ${after.accounts.state}`);
    expect(after.accounts.value).toEqual(before.accounts.value);
    expect(after.accounts.asOf).toBe(before.accounts.asOf);
    expect(people.length).toBeGreaterThan(20);
    if (how === 'stopped') await stack.startCore();
  });

  it('a person without a last value sees 暂未取得, not a figure', async () => {
    const { control, bffUrl, stack } = world;
    const person = await control.person('renter');
    const phone = await signInH5(bffUrl, control, person);
    await proveName(phone, person);
    await stack.end('core-fund');
    const home = await phone.ask(endpoints.home);
    expect(home.accounts).toEqual({ state: 'unknown', reason: 'core-down' });
    expect(home.lastContribution.state).toBe('unknown');
    await stack.startCore();
  });

  it('a submission gets its number at once and is forwarded when the core returns', async () => {
    const { control, bffUrl, stack } = world;
    const phone = await verifiedOnH5(bffUrl, control, await control.person('loan-in-order'));
    await showFace(phone, control);
    await phone.ask(endpoints.home);
    const form = await phone.ask(endpoints.showForm, { params: { route: 'repay-fund-loan' } });
    await stack.end('core-fund');
    const body = { route: 'repay-fund-loan' as const, amountFen: form.prefilledFen ?? 0, bankCardId: form.card?.bankCardId ?? '' };
    const submitted = await phone.ask(endpoints.submitWithdrawal, { key: 'while-down', body });
    expect(submitted.number).toMatch(/^T\d{8,}/);
    expect(submitted.state).toBe('submitted');
    const waiting = await phone.ask(endpoints.showCase, { params: { caseId: submitted.caseId } });
    expect(waiting.awaitingCore).toBe(true);
    await stack.startCore();
    await untilCase(phone, submitted.caseId, (it) => it.stage === 'paid', 60_000);
    expect((await control.journal('loan-in-order')).payments).toHaveLength(1);
    // the same wish asked again is the same case
    await expect(submitPrefilled(phone, 'repay-fund-loan', 'while-down')).rejects.toThrow(/idempotency.body-differs|ineligible|refused/);
  });
});
