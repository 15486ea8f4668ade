import { endpoints } from '@anju/shared/contract';
import { showFace, submitPrefilled, untilCase, verifiedOnH5, verifiedOnWeapp } from '../world/journeys.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';

jest.setTimeout(120_000);

describe.each([['sqlite'], ['mariadb']] as const)('the main job by HTTP on %s', (engine) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ engine });
  });
  afterAll(async () => {
    await world?.close();
  });

  it('on H5 pays once to the own card, tells each stage once and sends one SMS', async () => {
    const { bffUrl, control } = world;
    const person = await control.person('loan-in-order');
    const phone = await verifiedOnH5(bffUrl, control, person);
    await showFace(phone, control);
    const smsBefore = (await control.sms(person.mobile)).length;

    const home = await phone.ask(endpoints.home);
    expect(home.accounts.state).toBe('fresh');
    expect(home.suggestion?.route).toBe('repay-fund-loan');

    const submitted = await submitPrefilled(phone, 'repay-fund-loan', 'h5-main-job');
    expect(submitted.form.missing).toEqual([]);
    expect(submitted.state).toBe('paid');
    const done = await untilCase(phone, submitted.caseId, (it) => it.stage === 'paid');
    expect(done.payee?.tail).toBe(submitted.form.card?.tail);

    const journal = await control.journal(person.key);
    expect(journal.balanced).toBe(true);
    expect(journal.payments).toHaveLength(1);
    expect(journal.payments[0]?.amount).toBe(submitted.form.prefilledFen);
    expect(journal.payments[0]?.cardTail).toBe(submitted.form.card?.tail);

    await expect(stagesInInbox(phone, submitted.caseId)).resolves.toEqual(['accepted', 'approved', 'paid']);
    await eventually(async () => expect((await control.sms(person.mobile)).length - smsBefore).toBe(1));
  });

  it('on weapp sends one subscription message and no SMS', async () => {
    const { bffUrl, control } = world;
    const person = await control.person('line-dropped');
    const { phone, openid } = await verifiedOnWeapp(bffUrl, control, person);
    const templates = await phone.ask(endpoints.listTemplates);
    const templateId = templates.items[0]?.templateId ?? '';
    await control.subscribe(openid, templateId);
    await phone.ask(endpoints.recordSubscriptions, { body: { results: { [templateId]: 'accept' } } });
    await showFace(phone, control);
    const smsBefore = (await control.sms(person.mobile)).length;

    const { caseId } = await submitPrefilled(phone, 'repay-fund-loan', 'weapp-main-job');
    await untilCase(phone, caseId, (it) => it.stage === 'paid');
    expect((await control.journal(person.key)).payments).toHaveLength(1);
    await expect(stagesInInbox(phone, caseId)).resolves.toEqual(['accepted', 'approved', 'paid']);
    await eventually(async () => expect(await control.wechatMessages(person.key)).toHaveLength(1));
    expect((await control.sms(person.mobile)).length).toBe(smsBefore);
  });
});

async function stagesInInbox(phone: Awaited<ReturnType<typeof verifiedOnH5>>, caseId: string): Promise<readonly string[]> {
  const inbox = await phone.ask(endpoints.listNotices);
  return inbox.items
    .filter((notice) => notice.caseId === caseId)
    .map((notice) => notice.stage)
    .reverse();
}

async function eventually(check: () => Promise<void>, withinMs = 10_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      await check();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}
