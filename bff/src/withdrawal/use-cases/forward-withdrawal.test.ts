import { OpaqueIds } from '../../account/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { Cases, FORWARD_TOPIC } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import type { BusinessWorld } from '../testing/business-world.ts';
import { businessWorld } from '../testing/business-world.ts';
import type { Turn } from '../testing/scripted-core.ts';
import { SubmitWithdrawal } from './submit-withdrawal.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'h5' } as const;

describe.each(testEngines())('bringing a case to the core (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
  });
  afterEach(() => world.close());

  async function submitted(...turns: Turn[]): Promise<string> {
    world.core.turns.push(...turns);
    const bankCardId = world.module.get(OpaqueIds).card(me.personId, 'K1');
    return (await world.module.get(SubmitWithdrawal).execute(me, { route: 'repay-fund-loan', amountFen: 1_200_000, bankCardId })).caseId;
  }
  async function caseNow(caseId: string): Promise<ServiceCase> {
    const one = await world.module.get(Cases).byId(caseId);
    if (one === undefined) throw new Error('no case');
    return one;
  }
  const applications = (): number => world.core.asked.filter((asked) => asked.startsWith('apply')).length;

  it('asks for the number when the answer was lost after the work, and pays once', async () => {
    const caseId = await submitted('drop-after');
    expect(await caseNow(caseId)).toMatchObject({ stage: 'submitted', link: 'asked' });
    await world.outbox.round(FORWARD_TOPIC);
    expect(await caseNow(caseId)).toMatchObject({ stage: 'paid', link: 'held', attempt: 1 });
    expect(world.core.payments).toHaveLength(1);
    expect(applications()).toBe(1);
  });

  it('sends again under a new number only after the core has closed the old one', async () => {
    const caseId = await submitted('drop-before');
    const { requestNo } = await caseNow(caseId);
    await world.outbox.round(FORWARD_TOPIC);
    expect(await caseNow(caseId)).toMatchObject({ stage: 'paid', attempt: 2, requestNo: `${requestNo}-2` });
    expect(world.core.asked.filter((asked) => asked.startsWith('outcome'))).toEqual([`outcome ${requestNo}`]);
    expect(world.core.payments).toHaveLength(1);
  });

  it('keeps a refusal with its reason, and the person may ask again', async () => {
    const caseId = await submitted('account-state');
    expect(await caseNow(caseId)).toMatchObject({ stage: 'refused', link: 'closed', refusal: { code: 'account-state-unclear' }, wish: { cardNo: 'K1' } });
    expect(await submitted('accept')).not.toBe(caseId);
    expect(world.core.payments).toHaveLength(1);
  });

  it('waits while the core is away and forwards when it is back', async () => {
    const caseId = await submitted('drop-before');
    world.core.up = false;
    await world.outbox.round(FORWARD_TOPIC);
    await world.outbox.round(FORWARD_TOPIC);
    expect(await caseNow(caseId)).toMatchObject({ stage: 'submitted', link: 'asked' });
    expect(applications()).toBe(1);
    world.core.up = true;
    await world.outbox.round(FORWARD_TOPIC);
    expect(await caseNow(caseId)).toMatchObject({ stage: 'paid' });
    expect(world.core.payments).toHaveLength(1);
  });

  it('sends nothing when the time left would not do for an answer', async () => {
    world.core.turns.push('accept');
    const caseId = await submitted('accept');
    const fresh = { ...(await caseNow(caseId)), link: 'to-send', stage: 'submitted' } as const;
    await world.db.unitOfWork.run(() => world.module.get(Cases).save(fresh));
    const before = applications();
    await world.outbox.record({ topic: FORWARD_TOPIC, key: caseId, payload: { caseId } });
    expect(await world.outbox.deliver(`${FORWARD_TOPIC}#${caseId}`, 100)).toEqual({ kind: 'later' });
    expect(applications()).toBe(before);
  });

  it('tells the core when the person asked, not when the request went out', async () => {
    const caseId = await submitted('drop-before');
    world.clock.advance(3_600_000);
    await world.outbox.round(FORWARD_TOPIC);
    const appliedAt = (await caseNow(caseId)).submittedAt.toISOString();
    expect(world.core.applications.map((application) => application.appliedAt)).toEqual([appliedAt, appliedAt]);
  });

  it('believes no answer that speaks of other money', async () => {
    const caseId = await submitted('drop-after');
    const outcomeOf = world.core.outcomeOf.bind(world.core);
    world.core.outcomeOf = async (requestNo) => {
      const outcome = await outcomeOf(requestNo);
      return outcome.kind === 'accepted' ? { ...outcome, value: { ...outcome.value, amountFen: 1 } } : outcome;
    };
    await world.outbox.round(FORWARD_TOPIC);
    expect(await caseNow(caseId)).toMatchObject({ stage: 'submitted', link: 'asked' });
    world.core.outcomeOf = outcomeOf;
    await world.outbox.round(FORWARD_TOPIC);
    expect(await caseNow(caseId)).toMatchObject({ stage: 'paid' });
  });

  it('lets a returned payment be paid again beside a newer case of the route', async () => {
    const cases = world.module.get(Cases);
    const older = await caseNow(await submitted('to-clerk'));
    const save = (one: ServiceCase): Promise<boolean> => world.db.unitOfWork.run(() => cases.save(one));
    await save({ ...older, stage: 'payment-failed' });
    await world.db.unitOfWork.run(() => cases.add({ ...older, caseId: '99999999-9999-4999-8999-999999999999', number: 'T20261121999999', requestNo: 'W9' }));
    expect(await save({ ...older, stage: 'approved', version: older.version + 1 })).toBe(true);
    expect((await cases.liveOf(me.personId)).map((one) => one.stage).sort()).toEqual(['approved', 'submitted']);
  });

  it('delivers twice without harm', async () => {
    const caseId = await submitted('accept');
    await world.outbox.record({ topic: FORWARD_TOPIC, key: caseId, payload: { caseId } });
    await world.outbox.round(FORWARD_TOPIC);
    expect(applications()).toBe(1);
    expect(world.core.payments).toHaveLength(1);
  });

  it('gives up a message whose case is not there', async () => {
    await world.outbox.record({ topic: FORWARD_TOPIC, key: 'x', payload: { caseId: 'no-such-case' } });
    await world.outbox.round(FORWARD_TOPIC);
    expect(world.outbox.dead).toEqual(['no such case']);
  });
});
