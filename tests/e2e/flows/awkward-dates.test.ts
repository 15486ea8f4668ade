import { endpoints } from '@anju/shared/contract';
import { proveName, showFace, signInWeapp, submitPrefilled, untilCase } from '../world/journeys.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

/** Moments in China at which dates, funds years and working days like to break. */
const moments: readonly (readonly [string, string])[] = [
  ['29 February', '2028-02-29T10:00:00+08:00'],
  ['30 June, the day interest is settled', '2026-06-30T23:50:00+08:00'],
  ['1 July, the first day of the fund year', '2026-07-01T00:10:00+08:00'],
  ['31 December', '2026-12-31T23:30:00+08:00'],
  ['1 January, when loan rates change', '2027-01-01T00:05:00+08:00'],
  ['National Day', '2026-10-01T09:00:00+08:00'],
  ['a make-up Saturday', '2026-10-10T09:00:00+08:00'],
  ['the eve of Spring Festival', '2026-02-16T17:29:00+08:00'],
  ['a year whose holidays are not published', '2029-05-01T09:00:00+08:00'],
  ['the 31st of a month before a short one', '2027-01-31T12:00:00+08:00'],
];

describe.each(moments)('on %s', (_name, now) => {
  let world: World | undefined;
  afterEach(async () => {
    await world?.close();
    world = undefined;
  });

  it('the main job goes through and a clerk case gets its limits', async () => {
    world = await openWorld({ now });
    const { control, bffUrl } = world;
    const person = await control.person('loan-in-order');
    const { phone } = await signInWeapp(bffUrl, control, person);
    await proveName(phone, person);
    await showFace(phone, control);
    const home = await phone.ask(endpoints.home);
    expect(home.accounts.state).toBe('fresh');
    const routes = await phone.ask(endpoints.listRoutes);
    expect(routes.routes.state).toBe('fresh');
    const { caseId } = await submitPrefilled(phone, 'repay-fund-loan', 'awkward');
    const done = await untilCase(phone, caseId, (it) => it.stage === 'paid');
    expect(new Date(done.submittedAt).getTime()).toBeGreaterThanOrEqual(new Date(now).getTime());
    const journal = await control.journal(person.key);
    expect(journal.balanced).toBe(true);
    expect(journal.payments).toHaveLength(1);
    expect(done.nextEligibleOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
