import { createHash } from 'node:crypto';
import type { SubmitWithdrawalBody, WithdrawalRouteId } from '@anju/shared/contract';
import { OpaqueIds, RouteAdvice } from '../../account/index.ts';
import { ListAccounts } from '../../account/use-cases/list-accounts.ts';
import type { CoreHome, CoreOverview, CoreSources } from '../../core-fund/index.ts';
import { UploadFile } from '../../file-store/use-cases/upload-file.ts';
import { Refusal } from '../../platform/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { ShowCase } from '../../progress/index.ts';
import { CancelCase } from '../../progress/use-cases/cancel-case.ts';
import { aHistory, anOverview, someSources } from '../testing/an-overview.ts';
import type { BusinessWorld } from '../testing/business-world.ts';
import { businessWorld } from '../testing/business-world.ts';
import { INTEREST_FEN } from '../testing/scripted-core.ts';
import { ListRoutes } from './list-routes.ts';
import { ShowForm } from './show-form.ts';
import { SubmitWithdrawal } from './submit-withdrawal.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'weapp' } as const;
const BALANCE = 8_641_235;
const PAPER = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

const HOME: CoreHome = {
  homeNo: 'FC1', address: '厦门市湖里区', kind: 'second-hand', contractNumber: 'HT-2026-0001', filedOn: '2026-09-01', certificateOn: '2026-03-01', areaHundredths: 8950,
  priceFen: 200_000_000, paidFen: 60_000_000, downPaymentFen: 5_000_000, withLoan: true, escrow: { name: '某置业', bank: '中国银行', number: '402000001234' },
};
const { certificateOn: _none, ...CONTRACT } = HOME;
const checked = (source: string, result: 'mismatch' | 'unavailable', more: Partial<CoreSources> = {}): CoreSources => {
  const sources = someSources(more);
  return { ...sources, checks: sources.checks.map((check) => (check.source === source ? { ...check, result } : check)) };
};
const without = (facts: (keyof CoreSources)[], sources: CoreSources): CoreSources =>
  Object.fromEntries(Object.entries(sources).filter(([name]) => !facts.includes(name as keyof CoreSources))) as unknown as CoreSources;
const noLoan = (more: Partial<CoreOverview> = {}): CoreOverview => anOverview({ loans: [], loanCount: 0, homes: 0, ...more });
const [ACCOUNT] = anOverview().accounts;
const sealed = (): CoreOverview => noLoan({ accounts: [{ ...ACCOUNT!, state: 'sealed', stateSince: '2026-02-01' }] });
const old = (more: Partial<CoreOverview['person']> = {}): CoreOverview => noLoan({ person: { ...anOverview().person, birthDate: '1960-01-01', sex: 'male', ...more } });

describe.each(testEngines())('every route that is taken online (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
    world.core.overviewValue = noLoan();
  });
  afterEach(() => world.close());

  const cardId = (): string => world.module.get(OpaqueIds).card(me.personId, 'K1');
  const form = (route: WithdrawalRouteId) => world.module.get(ShowForm).execute(me.personId, route);
  const submit = (body: Partial<SubmitWithdrawalBody> & Pick<SubmitWithdrawalBody, 'route' | 'amountFen'>) => world.module.get(SubmitWithdrawal).execute(me, { bankCardId: cardId(), ...body });
  const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
    const refused: unknown = await work.catch((error: unknown) => error);
    if (!(refused instanceof Refusal)) throw new Error('expected a refusal');
    return refused;
  };
  let papers = 0;
  async function paper(): Promise<string> {
    papers += 1;
    const bytes = Buffer.concat([PAPER, Buffer.from(`%${papers}\n`)]);
    return (await world.module.get(UploadFile).execute(me.personId, { bytes, sha256: createHash('sha256').update(bytes).digest('hex') })).fileId;
  }

  it.each<[WithdrawalRouteId, () => CoreOverview, CoreSources]>([
    ['repay-fund-loan', () => anOverview(), someSources()],
    ['rent', () => noLoan(), someSources()],
    ['retirement', () => old(), someSources({ retired: true })],
    ['leave-job', () => sealed(), someSources({ household: 'elsewhere', employed: false })],
    ['repay-commercial-loan', () => noLoan(), someSources({ commercialLoan: { contractNumber: 'SD1', bank: '中国银行', contracted: true, overduePeriods: 0, from: '2025-11-22', to: '2026-11-21', principalFen: 2_000_000, interestFen: 1_000_000 } })],
    ['renovation', () => noLoan(), someSources({ homes: [HOME] })],
    ['lift', () => noLoan(), someSources({ lift: { address: '厦门市', completedOn: '2026-08-01', ownShareFen: 3_000_000, relation: 'child' } })],
    ['illness', () => noLoan(), someSources({ illness: { ownCostFen: 420_000, settledOn: '2026-09-30', listed: true } })],
    ['build-or-repair', () => noLoan(), someSources({ works: { kind: 'overhaul', permitNumber: 'XK1', grade: 'C', costFen: 5_000_000, address: '厦门市' } })],
    ['emigration', () => noLoan(), someSources({ settledAbroadOn: '2026-10-01' })],
  ])('%s asks nothing and takes no paper where the sources told, and is paid at once', async (route, overview, sources) => {
    world.core.overviewValue = overview();
    world.core.sourcesValue = sources;
    const { missing, prefilledFen, verdict, checks } = await form(route);
    expect({ missing: missing.filter(({ optional }) => optional !== true), decided: verdict.decided, reasons: verdict.reasons }).toEqual({ missing: [], decided: 'at-once', reasons: [] });
    expect(checks?.every(({ result }) => result === 'matched')).toBe(true);
    expect(await submit({ route, amountFen: prefilledFen ?? 0 })).toMatchObject({ state: 'paid' });
    expect(world.core.applications).toMatchObject([{ route, amountFen: prefilledFen, cardNo: 'K1' }]);
    expect(world.core.applications[0]).not.toHaveProperty('declared');
  });

  it('a down payment goes to the account that the register supervises, and to no card', async () => {
    world.core.sourcesValue = someSources({ homes: [CONTRACT] });
    const seen = await form('down-payment');
    expect(seen).toMatchObject({ card: null, cards: [], prefilledFen: 5_000_000, escrow: { bank: '中国银行', tail: '1234', name: '某置业' }, missing: [] });
    const { caseId } = await submit({ route: 'down-payment', amountFen: 5_000_000, bankCardId: '' });
    expect(world.core.applications).toMatchObject([{ escrowNo: '402000001234', homeNo: 'FC1' }]);
    expect(world.core.applications[0]).not.toHaveProperty('cardNo');
    expect((await world.module.get(ShowCase).execute(me.personId, caseId)).payee).toEqual({ bank: '中国银行', tail: '1234' });
  });

  it('a purchase knows its contract from the register, and wants a paper all the same', async () => {
    world.core.sourcesValue = someSources({ homes: [CONTRACT] });
    expect((await form('purchase')).missing).toMatchObject([{ name: 'paymentVoucher', kind: 'file' }]);
    expect((await refusalOf(submit({ route: 'purchase', amountFen: 100 }))).code).toBe('withdrawal.file-missing');
    await submit({ route: 'purchase', amountFen: 100, fileIds: [await paper()] });
    expect(world.core.applications).toMatchObject([{ contractNumber: 'HT-2026-0001', homeIsLocal: true, materialNos: [expect.any(String)] }]);
  });

  it('a contract that only the person knows is looked up before it is taken in', async () => {
    const asked = { route: 'purchase', amountFen: 1_000_001, answers: { contractNumber: 'HT-2026-0009' } } as const;
    world.core.contract = { result: 'matched', local: true, filedOn: '2026-09-01', paidFen: 1_000_000 };
    expect((await refusalOf(submit({ ...asked, fileIds: [await paper()] }))).code).toBe('withdrawal.amount-above-maximum');
    world.core.contract = { result: 'matched', local: true, filedOn: '2020-09-01', paidFen: 1_000_000 };
    expect((await refusalOf(submit({ ...asked, amountFen: 100 }))).details.reasons?.map(({ code }) => code)).toEqual(['outside-window']);
    world.clock.advance(5000);
    world.core.overviewValue = noLoan({ withdrawal: { ...noLoan().withdrawal, history: aHistory({ family: [{ route: 'purchase', amountFen: 100, homeNo: 'HT-2026-0009' }] }) } });
    expect((await refusalOf(submit({ ...asked, amountFen: 100 }))).details.reasons?.map(({ code }) => code)).toContain('home-already-used');
  });

  it('asks what a silent source would have told, and hands the answers over as stated', async () => {
    world.core.sourcesValue = without(['homes'], checked('real-estate', 'unavailable'));
    const { missing, verdict, checks } = await form('lift');
    expect(missing.map(({ name }) => name)).toEqual(['relation', 'cost', 'liftAgreement', 'invoice']);
    expect(verdict).toMatchObject({ eligible: true, decided: 'by-clerk', questions: 2, uploads: 2 });
    expect(checks).toContainEqual({ source: 'real-estate', at: '2026-11-21T02:00:00.000Z', result: 'unavailable' });
    const body = { route: 'lift', amountFen: 200_000, answers: { relation: 'child', cost: 200_000 }, fileIds: [await paper(), await paper()] } as const;
    expect((await refusalOf(submit({ ...body, answers: { relation: 'child' } }))).details.fields).toEqual([expect.objectContaining({ field: 'answers.cost', rule: 'required' })]);
    expect((await refusalOf(submit({ ...body, fileIds: [] }))).details.fields).toEqual([expect.objectContaining({ field: 'fileIds', rule: 'required' })]);
    expect((await refusalOf(submit({ ...body, amountFen: 200_001 }))).code).toBe('withdrawal.amount-above-maximum');
    await submit(body);
    expect(world.core.applications).toMatchObject([{ declared: { relation: 'child', costFen: 200_000 }, materialNos: [expect.any(String), expect.any(String)] }]);
  });

  it.each<[string, Record<string, unknown>, string, string]>([
    ['a choice that is none', { relation: 'cousin', cost: 1 }, 'answers.relation', 'choice'],
    ['a text for an amount', { relation: 'child', cost: '1' }, 'answers.cost', 'type'],
    ['an amount with decimals', { relation: 'child', cost: 1.5 }, 'answers.cost', 'type'],
    ['a field nobody asked for', { relation: 'child', cost: 1, surprise: 1 }, 'answers.surprise', 'unknown'],
    ['a list', { relation: ['child'], cost: 1 }, 'answers.relation', 'type'],
  ])('refuses %s by its field', async (_what, answers, field, rule) => {
    world.core.sourcesValue = without(['homes'], checked('real-estate', 'unavailable'));
    expect(await refusalOf(submit({ route: 'lift', amountFen: 1, answers: answers as never }))).toMatchObject({ code: 'request.invalid', details: { fields: [{ field, rule }] } });
  });

  it('refuses a source that disagrees, by its name, and never one that is silent', async () => {
    const illness = { illness: { ownCostFen: 420_000, settledOn: '2026-09-30', listed: true } };
    world.core.sourcesValue = without(['illness'], checked('social-insurance', 'mismatch', illness));
    expect((await form('illness')).verdict).toMatchObject({ eligible: false, reasons: [{ code: 'source-mismatch', params: { source: 'social-insurance' } }] });
    expect((await refusalOf(submit({ route: 'illness', amountFen: 100 }))).code).toBe('withdrawal.ineligible');
    world.clock.advance(5000);
    world.core.sourcesValue = without(['illness'], checked('social-insurance', 'unavailable', illness));
    expect((await form('illness')).verdict).toMatchObject({ eligible: true });
  });

  it('a rent that was only stated is no contract on file: it is neither asked nor taken', async () => {
    world.core.sourcesValue = someSources({ children: 2 });
    expect((await form('rent')).missing).toEqual([]);
    expect((await refusalOf(submit({ route: 'rent', amountFen: 100, answers: { monthlyRent: 500_000 } }))).details.fields).toEqual([expect.objectContaining({ field: 'answers.monthlyRent', rule: 'unknown' })]);
  });

  it('closes an account with its whole balance only, and says what ends with it and the interest beside it', async () => {
    world.core.overviewValue = { ...old(), withdrawal: { ...old().withdrawal, history: aHistory({ standing: [{ orderNo: 'QY1', kind: 'rent', state: 'running' }, { orderNo: 'QY2', kind: 'offset', state: 'ended' }] }) } };
    world.core.sourcesValue = someSources({ retired: true });
    expect((await form('retirement')).closing).toEqual({ ends: ['rent'], interestFen: 12_345 });
    expect(await refusalOf(submit({ route: 'retirement', amountFen: BALANCE - 1 }))).toMatchObject({ code: 'withdrawal.amount-above-maximum', details: { fields: [{ field: 'amountFen', rule: 'whole' }], reasons: [{ code: 'closing-amount', params: { maxFen: BALANCE } }] } });
    const { caseId } = await submit({ route: 'retirement', amountFen: BALANCE });
    expect(await world.module.get(ShowCase).execute(me.personId, caseId)).toMatchObject({ stage: 'paid', amountFen: BALANCE, interestFen: INTEREST_FEN, closing: { ends: ['rent'], interestFen: INTEREST_FEN } });
    world.core.overviewValue = { ...old(), accounts: [{ ...ACCOUNT!, state: 'closed', stateSince: '2026-11-21', balanceFen: 0 }] };
    expect((await world.module.get(ListAccounts).execute(me.personId)).accounts).toMatchObject({ value: [{ state: 'closed', stateSince: '2026-11-21', balanceFen: 0 }] });
    expect(JSON.stringify(await world.module.get(ListAccounts).execute(me.personId))).not.toContain('accruedInterest');
  });

  it('does not take back what is paid, and says so in a sentence', async () => {
    const { caseId } = await submit({ route: 'rent', amountFen: 100 });
    const late = await refusalOf(world.module.get(CancelCase).execute(me.personId, caseId));
    expect(late).toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'too-late-paid' }], detail: '款项已经付出，不能再撤回' } });
  });

  it('takes back nothing that the core has paid before the news came', async () => {
    world.core.turns.push('to-clerk');
    const { caseId } = await submit({ route: 'rent', amountFen: 100 });
    world.core.advance('YW1', 'paid');
    const late = await refusalOf(world.module.get(CancelCase).execute(me.personId, caseId));
    expect(late).toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'too-late-paid' }] } });
  });

  it('says of every route whether it is open, what is asked, and offers at home what needs nothing', async () => {
    const { routes } = await world.module.get(ListRoutes).execute(me.personId);
    const verdicts = routes.state === 'unknown' ? [] : routes.value;
    expect(verdicts).toHaveLength(15);
    expect(verdicts.find(({ route }) => route === 'purchase')).toMatchObject({ eligible: true, questions: 1, uploads: 1 });
    const reading = { state: 'fresh', asOf: '2026-11-21T02:00:00.000Z', askedAt: new Date(), overview: noLoan(), sources: someSources() } as const;
    expect(await world.module.get(RouteAdvice).best(me.personId, reading)).toEqual({ route: 'rent', maxFen: 180_000 });
  });
});
