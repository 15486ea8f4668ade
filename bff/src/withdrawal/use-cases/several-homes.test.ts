import type { ResubmitBody, WithdrawalAnswers, WithdrawalRouteId } from '@anju/shared/contract';
import { OpaqueIds } from '../../account/index.ts';
import type { CoreHome } from '../../core-fund/index.ts';
import { Refusal } from '../../platform/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { SaveDraft } from '../../withdrawal-drafts/index.ts';
import { aHistory, anOverview, someSources } from '../testing/an-overview.ts';
import { businessWorld } from '../testing/business-world.ts';
import type { BusinessWorld } from '../testing/business-world.ts';
import { HOME_ANSWER, possibleHomes } from './chosen-home.ts';
import { ListRoutes } from './list-routes.ts';
import { ResubmitCase } from './resubmit-case.ts';
import { ShowForm } from './show-form.ts';
import { SubmitWithdrawal } from './submit-withdrawal.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'weapp' } as const;
const [engine] = testEngines();
const NEW: CoreHome = {
  homeNo: 'FC2', address: '厦门市思明区新居', kind: 'second-hand', contractNumber: 'HT-2', filedOn: '2026-09-01', certificateOn: '2026-03-01', areaHundredths: 8950, priceFen: 200_000_000,
  paidFen: 60_000_000, downPaymentFen: 5_000_000, withLoan: true, escrow: { name: '某置业', bank: '中国银行', number: '402000001234' },
};
const OLD: CoreHome = {
  ...NEW, homeNo: 'FC1', address: '厦门市湖里区旧居', contractNumber: 'HT-1', filedOn: '2026-06-01', certificateOn: '2026-01-15', paidFen: 40_000_000, downPaymentFen: 3_000_000,
  escrow: { name: '另一置业', bank: '中国工商银行', number: '402000005678' },
};

describe('several homes on the register', () => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine ?? 'sqlite');
    register(OLD, NEW);
  });
  afterEach(() => world.close());

  function register(...homes: CoreHome[]): void {
    world.core.overviewValue = anOverview({ loans: [], loanCount: 0, homes: homes.length });
    world.core.sourcesValue = someSources({ homes });
    world.clock.advance(60_000);
  }
  const form = (route: WithdrawalRouteId) => world.module.get(ShowForm).execute(me.personId, route);
  const choose = (route: WithdrawalRouteId, address: string) => world.module.get(SaveDraft).execute(me.personId, route, { answers: { [HOME_ANSWER]: address } });
  const submit = (route: WithdrawalRouteId, amountFen: number, answers: WithdrawalAnswers = {}) =>
    world.module.get(SubmitWithdrawal).execute(me, { route, amountFen, bankCardId: route === 'down-payment' ? '' : world.module.get(OpaqueIds).card(me.personId, 'K1'), answers });
  const question = async (route: WithdrawalRouteId) => (await form(route)).missing.find(({ name }) => name === HOME_ANSWER);
  const knownHome = async (route: WithdrawalRouteId) => (await form(route)).known.find(({ name }) => name === 'home')?.text;

  it('are a question that nobody has to answer, first of all, with the newest first; the form stands on that one', async () => {
    for (const route of ['down-payment', 'renovation', 'purchase'] as const) {
      expect((await form(route)).missing[0]).toEqual({ name: HOME_ANSWER, kind: 'choice', group: 'home', choices: [NEW.address, OLD.address], optional: true });
      expect(await knownHome(route)).toBe(NEW.address);
    }
    expect((await form('down-payment')).verdict.decided).toBe('at-once');
  });

  it('are no question with one, nor on a route about no home', async () => {
    expect(await question('rent')).toBeUndefined();
    register(NEW);
    for (const route of ['down-payment', 'renovation', 'purchase'] as const) expect(await question(route)).toBeUndefined();
  });

  it('change what the form says with the choice, and it can be taken back', async () => {
    await choose('down-payment', OLD.address);
    expect(await form('down-payment')).toMatchObject({ prefilledFen: OLD.downPaymentFen, escrow: { tail: '5678' } });
    expect(await knownHome('down-payment')).toBe(OLD.address);
    expect((await question('down-payment'))?.choices).toEqual([NEW.address, OLD.address]);
  });

  it('go to the core as they were chosen, at once and without a clerk', async () => {
    expect(await submit('down-payment', OLD.downPaymentFen ?? 0, { [HOME_ANSWER]: OLD.address })).toMatchObject({ state: 'paid' });
    expect(world.core.applications).toMatchObject([{ route: 'down-payment', homeNo: 'FC1', escrowNo: '402000005678' }]);
    expect(JSON.stringify(world.core.applications)).not.toContain(OLD.address);
  });

  it('go to the core as the form stands when nobody chose', async () => {
    await submit('down-payment', NEW.downPaymentFen ?? 0);
    expect(world.core.applications).toMatchObject([{ homeNo: 'FC2', escrowNo: '402000001234' }]);
  });

  it.each([
    ['that was chosen', { [HOME_ANSWER]: OLD.address }],
    ['that stood there alone', undefined],
  ])('handed in again stay with the one %s, and move to no other by themselves', async (_what, answers) => {
    if (answers === undefined) register(OLD);
    world.core.turns.push('amount-above-maximum');
    const { caseId } = await submit('down-payment', 100, answers);
    const again = (body: ResubmitBody) => world.module.get(ResubmitCase).execute(me, caseId, body);
    register(NEW);
    await expect(again({ amountFen: 90 })).rejects.toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'home-differs' }] } });
    register(OLD, NEW);
    expect(await again({ amountFen: 90 })).toMatchObject({ state: 'paid' });
    expect(world.core.applications.map(({ homeNo, escrowNo }) => [homeNo, escrowNo])).toEqual([['FC1', '402000005678'], ['FC1', '402000005678']]);
  });

  it('keep no route closed that one of them opens: the form stands on that one and does not ask', async () => {
    register({ ...NEW, certificateOn: '2026-11-20', filedOn: '2010-01-01' }, { ...OLD });
    const { history } = anOverview().withdrawal;
    expect(possibleHomes('renovation', someSources({ homes: [NEW, OLD] }), history)[0]).toBe(NEW);
    const opened = await form('renovation');
    const listed = (await world.module.get(ListRoutes).execute(me.personId)).routes;
    const verdict = 'value' in listed ? listed.value.find(({ route }) => route === 'renovation') : undefined;
    expect([opened.verdict.eligible, verdict?.eligible]).toEqual([true, true]);
    expect([await question('renovation'), await knownHome('renovation')]).toEqual([undefined, OLD.address]);
  });

  it('leave out those that were used, and of one address the older', () => {
    const sources = someSources({ homes: [OLD, NEW, { ...NEW, homeNo: 'FC3', filedOn: '2020-01-01', certificateOn: '2020-01-01' }] });
    expect(possibleHomes('purchase', sources, aHistory()).map(({ homeNo }) => homeNo)).toEqual(['FC2', 'FC1']);
    const used = aHistory({ homesUsed: [{ route: 'purchase', homeNo: 'HT-2', on: '2026-10-01' }] });
    expect(possibleHomes('purchase', sources, used).map(({ homeNo }) => homeNo)).toEqual(['FC1']);
  });

  it.each([
    ['that is none of theirs', '福州市某处', 'choice', [OLD, NEW]],
    ['where there is nothing to choose', NEW.address, undefined, [NEW]],
    ['another, where there is nothing to choose', OLD.address, 'not-asked', [NEW]],
  ] as const)('refuse a choice %s, by its field', async (_what, address, rule, homes) => {
    register(...homes);
    const sent = submit('down-payment', 100, { [HOME_ANSWER]: address });
    if (rule === undefined) await expect(sent).resolves.toMatchObject({ state: 'paid' });
    else {
      const refused: unknown = await sent.catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(Refusal);
      expect(refused).toMatchObject({ code: 'request.invalid', details: { fields: [{ field: `answers.${HOME_ANSWER}`, rule }] } });
    }
  });
});
