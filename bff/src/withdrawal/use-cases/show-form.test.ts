import { testEngines } from '../../platform/testing/index.ts';
import { SaveDraft } from '../../withdrawal-drafts/index.ts';
import { aHistory, anOverview, someSources } from '../testing/an-overview.ts';
import { businessWorld } from '../testing/business-world.ts';
import type { BusinessWorld } from '../testing/business-world.ts';
import { ShowForm } from './show-form.ts';

const PERSON = '11111111-1111-4111-8111-111111111111';
const [engine] = testEngines();

describe('the form of a route with a draft', () => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine ?? 'sqlite');
    const silent = someSources();
    world.core.overviewValue = anOverview({ loans: [] });
    world.core.sourcesValue = { ...silent, checks: silent.checks.map((check) => ({ ...check, result: 'unavailable' as const })) };
  });
  afterEach(() => world.close());

  const form = () => world.module.get(ShowForm).execute(PERSON, 'build-or-repair');
  const illness = () => world.module.get(ShowForm).execute(PERSON, 'illness');
  const names = async (): Promise<readonly string[]> => (await form()).missing.map((field) => field.name);

  it('says whether its figures are the present ones or the last that the core told', async () => {
    const { asOf, balanceFen, state } = await form();
    expect(state).toBe('fresh');
    world.core.up = false;
    world.clock.advance(60_000);
    expect(await form()).toMatchObject({ state: 'stale', asOf, balanceFen });
    world.core.up = true;
    expect((await form()).state).toBe('fresh');
  });
  it('asks what no source told, and names no maximum before the amount it rests on', async () => {
    expect(await names()).toEqual(['worksKind', 'cost', 'permit', 'invoice']);
    expect((await form()).prefilledFen).toBeNull();
  });
  it('brings the question that an answer brings, keeps what is answered, and counts the maximum from it', async () => {
    await world.module.get(SaveDraft).execute(PERSON, 'build-or-repair', { answers: { worksKind: 'overhaul', cost: 500_000 } });
    expect(await names()).toEqual(['worksKind', 'grade', 'cost', 'permit', 'invoice']);
    expect(await form()).toMatchObject({ prefilledFen: 500_000, draft: { answers: { worksKind: 'overhaul', cost: 500_000 } } });
  });
  it('says what an answer stands against, and keeps the question so that it can be changed', async () => {
    await world.module.get(SaveDraft).execute(PERSON, 'build-or-repair', { answers: { worksKind: 'overhaul', grade: 'A', cost: 500_000 } });
    const reply = await form();
    expect(reply.verdict).toMatchObject({ eligible: false, reasons: [{ code: 'not-dangerous' }] });
    expect(reply.missing.map((field) => field.name)).toEqual(expect.arrayContaining(['worksKind', 'grade']));
  });
  it('takes off what was had for the costs of the same illness, and nothing for another one’s', async () => {
    const had = (days: readonly string[]) => anOverview({ loans: [], withdrawal: { ...anOverview().withdrawal, history: aHistory({ family: days.map((homeNo) => ({ route: 'illness' as const, amountFen: 420_000, homeNo })) }) } });
    world.core.sourcesValue = someSources({ illness: { ownCostFen: 420_000, settledOn: '2026-09-30', listed: true } });
    world.core.overviewValue = had(['2025-03-02']);
    expect(await illness()).toMatchObject({ prefilledFen: 420_000, verdict: { eligible: true } });
    world.core.overviewValue = had(['2025-03-02', '2026-09-30']);
    world.clock.advance(60_000);
    expect((await illness()).verdict).toMatchObject({ eligible: false, reasons: [{ code: 'nothing-left' }] });
  });
});
