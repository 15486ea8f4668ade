import { endpoints } from '@anju/shared/contract';
import type { SubmitWithdrawalBody } from '@anju/shared/contract';
import type { TestPerson } from '../world/control.ts';
import { showFace, signInWeapp, proveName, untilCase } from '../world/journeys.ts';
import type { Phone } from '../world/phone.ts';
import { openWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';
import { VOUCHER } from '../../stack/voucher.ts';

jest.setTimeout(120_000);

describe('withdrawing for a purchase', () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(async () => {
    await world?.close();
  });

  async function ready(key: string): Promise<{ phone: Phone; person: TestPerson }> {
    const person = await world.control.person(key);
    const { phone } = await signInWeapp(world.bffUrl, world.control, person);
    await proveName(phone, person);
    await showFace(phone, world.control);
    return { phone, person };
  }
  /** The form as it asks: what the register told is neither asked nor answered. */
  async function wish(phone: Phone, person: TestPerson, homeCity: 'local' | 'elsewhere'): Promise<SubmitWithdrawalBody> {
    const form = await phone.ask(endpoints.showForm, { params: { route: 'purchase' } });
    const asked = form.missing.map((field) => field.name);
    expect(asked).toEqual(homeCity === 'local' ? ['paymentVoucher'] : expect.arrayContaining(['contractNumber', 'paymentVoucher']));
    const data = new FormData();
    data.set('file', new Blob([VOUCHER], { type: 'application/pdf' }), 'voucher.pdf');
    const file = await phone.ask(endpoints.uploadFile, { form: data });
    const answers = homeCity === 'local' ? {} : { contractNumber: person.contractNumber ?? '', homeCity };
    return { route: 'purchase', amountFen: 1_000_000, bankCardId: form.card?.bankCardId ?? '', ...(Object.keys(answers).length === 0 ? {} : { answers }), fileIds: [file.fileId] };
  }

  it('a local home that the register confirms is paid at once', async () => {
    const { phone, person } = await ready('buyer-local');
    const submitted = await phone.ask(endpoints.submitWithdrawal, { body: await wish(phone, person, 'local') });
    const done = await untilCase(phone, submitted.caseId, (it) => it.stage === 'paid');
    expect(done.checks.find((check) => check.source === 'real-estate')?.result).toBe('matched');
    expect((await world.control.journal(person.key)).payments).toHaveLength(1);
    expect(done.canCancel).toBe(false);
    expect(await phone.refused(endpoints.cancelCase, { params: { caseId: submitted.caseId } })).toMatchObject({ status: 409, code: 'case.state-conflict' });
  });

  it('a home elsewhere goes through four stages with a post and a limit each', async () => {
    const { phone, person } = await ready('buyer-elsewhere');
    const submitted = await phone.ask(endpoints.submitWithdrawal, { body: await wish(phone, person, 'elsewhere') });
    const waiting = await untilCase(phone, submitted.caseId, (it) => !it.awaitingCore);
    expect(waiting.checks.find((check) => check.source === 'real-estate')?.result).toBe('unavailable');
    expect(waiting.steps.filter((step) => step.post !== undefined && step.limitWorkingDays !== undefined).length).toBeGreaterThanOrEqual(3);
    expect(waiting.dueAt).not.toBeNull();
    const seen = new Set<string>([waiting.stage]);
    const reply = await world.control.coreCases(person.key);
    const [theCase] = reply.items ?? reply.cases ?? [];
    for (let turn = 0; turn < 5; turn += 1) {
      const before = await phone.ask(endpoints.showCase, { params: { caseId: submitted.caseId } });
      if (before.stage === 'paid') break;
      await world.control.advance(theCase?.ywlsh ?? '');
      seen.add((await untilCase(phone, submitted.caseId, (it) => it.stage !== before.stage || it.holder !== before.holder)).stage);
    }
    expect([...seen]).toEqual(expect.arrayContaining(['under-review', 'approved', 'paid']));
    expect((await world.control.journal(person.key)).payments).toHaveLength(1);
  });

  it('a refusal carries its reason and pays nothing; the person may ask again', async () => {
    const { phone, person } = await ready('buyer-elsewhere');
    const submitted = await phone.ask(endpoints.submitWithdrawal, { body: await wish(phone, person, 'elsewhere') });
    await untilCase(phone, submitted.caseId, (it) => !it.awaitingCore);
    const reply = await world.control.coreCases(person.key);
    await world.control.refuse((reply.items ?? reply.cases ?? [])[0]?.ywlsh ?? '', '付款凭证不清晰');
    const refused = await untilCase(phone, submitted.caseId, (it) => it.stage === 'refused');
    expect(refused.refusal).toBeDefined();
    expect((await world.control.journal(person.key)).payments).toEqual([]);
    const again = await phone.call(endpoints.submitWithdrawal, { body: await wish(phone, person, 'elsewhere') });
    expect(again.status).toBe(201);
  });

  it('a case can be withdrawn before it is approved, and then nothing is paid', async () => {
    const { phone, person } = await ready('buyer-elsewhere');
    const submitted = await phone.ask(endpoints.submitWithdrawal, { body: await wish(phone, person, 'elsewhere') });
    const waiting = await untilCase(phone, submitted.caseId, (it) => !it.awaitingCore);
    expect(waiting.canCancel).toBe(true);
    const cancelled = await phone.ask(endpoints.cancelCase, { params: { caseId: submitted.caseId } });
    expect(cancelled.stage).toBe('cancelled');
    expect((await phone.ask(endpoints.cancelCase, { params: { caseId: submitted.caseId } })).stage).toBe('cancelled');
    expect((await world.control.journal(person.key)).payments).toEqual([]);
  });
});
