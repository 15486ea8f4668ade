import { createHash } from 'node:crypto';
import type { CaseReply, ResubmitBody } from '@anju/shared/contract';
import { OpaqueIds } from '../../account/index.ts';
import type { CoreRefusalCode } from '../../core-fund/index.ts';
import { UploadFile } from '../../file-store/use-cases/upload-file.ts';
import { Refusal } from '../../platform/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { Cases, FORWARD_TOPIC, ShowCase, WISH_KEPT_MS } from '../../progress/index.ts';
import { ReceiveCoreEvents } from '../../progress/use-cases/receive-core-events.ts';
import { ListCases } from '../../progress/use-cases/show-cases.ts';
import { SweepWishes } from '../../progress/use-cases/sweep-wishes.ts';
import { anOverview, someSources } from '../testing/an-overview.ts';
import type { BusinessWorld } from '../testing/business-world.ts';
import { businessWorld } from '../testing/business-world.ts';
import { ResubmitCase } from './resubmit-case.ts';
import { SubmitWithdrawal } from './submit-withdrawal.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'weapp' } as const;
const VOUCHER = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const TWO_CARDS = [
  { cardNo: 'K1', number: 'ends in 1496', bank: '中国建设银行', usable: true },
  { cardNo: 'K2', number: 'ends in 7788', bank: '中国银行', usable: true },
];

describe.each(testEngines())('handing a case in again (%s)', (engine) => {
  let world: BusinessWorld;
  beforeEach(async () => {
    world = await businessWorld(engine);
    world.core.overviewValue = anOverview({ cards: TWO_CARDS });
  });
  afterEach(() => world.close());

  const cardId = (cardNo: string): string => world.module.get(OpaqueIds).card(me.personId, cardNo);
  const shown = (caseId: string): Promise<CaseReply> => world.module.get(ShowCase).execute(me.personId, caseId);
  const again = (caseId: string, body: ResubmitBody = {}) => world.module.get(ResubmitCase).execute(me, caseId, body);
  const refusalOf = async (work: Promise<unknown>): Promise<Refusal> => {
    const refused: unknown = await work.catch((error: unknown) => error);
    if (!(refused instanceof Refusal)) throw new Error('expected a refusal');
    return refused;
  };
  async function submitted(turn?: CoreRefusalCode | 'to-clerk'): Promise<string> {
    if (turn !== undefined) world.core.turns.push(turn);
    return (await world.module.get(SubmitWithdrawal).execute(me, { route: 'repay-fund-loan', amountFen: 100_000, bankCardId: cardId('K1') })).caseId;
  }
  /** The bank sends the money of a paid case back. */
  async function returned(caseId: string): Promise<void> {
    const { coreCaseNo } = (await world.module.get(Cases).byId(caseId)) ?? {};
    world.core.pushed = [world.core.eventOf(world.core.advance(coreCaseNo ?? '', 'payment-failed'))];
    await world.module.get(ReceiveCoreEvents).push('/x', {}, Buffer.from('{}'));
  }

  it('says the one thing to put right, and makes a new case with only that changed', async () => {
    const first = await submitted('card-not-own-class-one');
    expect(await shown(first)).toMatchObject({ stage: 'refused', refusal: { code: 'card-missing' }, fix: { item: 'card', resubmit: true } });
    const second = await again(first, { bankCardId: cardId('K2') });
    expect(second).toMatchObject({ state: 'paid' });
    expect(second.caseId).not.toBe(first);
    expect(await shown(first)).toMatchObject({ stage: 'refused', resubmittedAs: second.caseId });
    expect(await shown(second.caseId)).toMatchObject({ resubmits: first, amountFen: 100_000, payee: { bank: '中国银行', tail: '7788' } });
    expect(world.core.applications.map(({ cardNo, amountFen }) => [cardNo, amountFen])).toEqual([['K1', 100_000], ['K2', 100_000]]);
  });

  it('opens the first one when it is asked for a second time, or by two phones at once', async () => {
    const first = await submitted('amount-above-maximum');
    const [one, two] = await Promise.all([again(first, { amountFen: 50_000 }), again(first, { amountFen: 40_000 })]);
    expect(one.caseId).toBe(two.caseId);
    expect((await again(first, { amountFen: 30_000 })).caseId).toBe(one.caseId);
    expect(world.core.payments).toHaveLength(1);
    expect(world.asking.replies.at(-1)).toMatchObject({ caseId: one.caseId });
  });

  it('pays money that came back to another card, once, and tells of it again', async () => {
    const first = await submitted();
    await returned(first);
    expect(await shown(first)).toMatchObject({ stage: 'payment-failed', fix: { item: 'card', resubmit: true } });
    const second = await again(first, { bankCardId: cardId('K2') });
    expect(second.state).toBe('paid');
    // In the list too the two are told apart: one is paid, the other came back and was handed in as that one.
    const lines = (await world.module.get(ListCases).execute(me.personId, {})).items;
    const told = new Map(lines.map(({ caseId, stage, resubmittedAs, resubmits }) => [caseId, { stage, resubmittedAs, resubmits }]));
    expect(told).toEqual(new Map([[first, { stage: 'payment-failed', resubmittedAs: second.caseId }], [second.caseId, { stage: 'paid', resubmits: first }]]));
    const rows = (await world.db.database.manager().query('SELECT case_id, stage FROM notice ORDER BY position')) as { case_id: string; stage: string }[];
    expect(rows.filter(({ stage }) => stage === 'paid').map((row) => row.case_id)).toEqual([first, second.caseId]);
  });

  it('takes the clerk\'s code for the papers, and hands in the new one in place of the old', async () => {
    world.core.overviewValue = anOverview({ loans: [] });
    const upload = async (bytes: Buffer): Promise<string> =>
      (await world.module.get(UploadFile).execute(me.personId, { bytes, sha256: createHash('sha256').update(bytes).digest('hex') })).fileId;
    world.core.turns.push('to-clerk', 'to-clerk', 'to-clerk');
    const body = { route: 'purchase', amountFen: 100_000, bankCardId: cardId('K1'), answers: { contractNumber: 'HT-2026-0001', homeCity: 'local' }, fileIds: [await upload(VOUCHER)] } as const;
    const first = (await world.module.get(SubmitWithdrawal).execute(me, body)).caseId;
    const refuse = async (caseNo: string): Promise<void> => {
      world.core.pushed = [world.core.eventOf(world.core.refuse(caseNo, 'material-unreadable'))];
      await world.module.get(ReceiveCoreEvents).push('/x', {}, Buffer.from('{}'));
    };
    await refuse('YW1');
    expect(await shown(first)).toMatchObject({ refusal: { code: 'core-words', params: { text: '付款凭证不清晰' } }, fix: { item: 'papers', resubmit: true } });
    expect((await shown(first)).refusal?.params).not.toHaveProperty('about');
    const second = await again(first, { fileIds: [await upload(Buffer.concat([VOUCHER, Buffer.from('\n')]))] });
    await refuse('YW2');
    await again(second.caseId);
    const [one, two, three] = world.core.applications;
    expect(two?.materialNos).not.toEqual(one?.materialNos);
    expect(three?.materialNos).toEqual(two?.materialNos);
    expect(world.core.materials).toHaveLength(2);
    expect(three).toMatchObject({ contractNumber: 'HT-2026-0001', homeIsLocal: true });
  });

  it('leaves out an answer that another one makes needless, and refuses one that is given anew', async () => {
    world.core.overviewValue = anOverview({ loans: [], loanCount: 0, homes: 0 });
    const { checks, ...told } = someSources();
    world.core.sourcesValue = { ...told, checks: checks.map((check) => (['real-estate', 'invoice'].includes(check.source) ? { ...check, result: 'unavailable' } : check)) };
    world.core.turns.push('to-clerk', 'to-clerk');
    const paper = async (n: number): Promise<string> => (await world.module.get(UploadFile).execute(me.personId, { bytes: Buffer.concat([VOUCHER, Buffer.alloc(n, '\n')]), sha256: String(n) })).fileId;
    const answers = { worksKind: 'overhaul', grade: 'C', cost: 5_000_000 };
    const body = { route: 'build-or-repair', amountFen: 100_000, bankCardId: cardId('K1'), answers, fileIds: [await paper(1), await paper(2)] } as const;
    const first = (await world.module.get(SubmitWithdrawal).execute(me, body)).caseId;
    world.core.pushed = [world.core.eventOf(world.core.refuse('YW1', 'amount-not-proven'))];
    await world.module.get(ReceiveCoreEvents).push('/x', {}, Buffer.from('{}'));
    const refused = await refusalOf(again(first, { answers: { worksKind: 'build', grade: 'C' } }));
    expect(refused).toMatchObject({ code: 'request.invalid', details: { fields: [{ field: 'answers.grade', rule: 'not-asked' }] } });
    expect(await again(first, { answers: { worksKind: 'build' } })).toMatchObject({ state: 'submitted' });
    expect(world.core.applications.map(({ declared }) => declared)).toEqual([{ costFen: 5_000_000, grade: 'C' }, { costFen: 5_000_000 }]);
  });

  it('shows no papers again, and states nothing, once the source has told', async () => {
    world.core.overviewValue = anOverview({ loans: [], loanCount: 0, homes: 0 });
    const { checks, ...told } = someSources();
    world.core.sourcesValue = { ...told, checks: checks.map((check) => (check.source === 'real-estate' ? { ...check, result: 'unavailable' } : check)) };
    world.core.turns.push('to-clerk');
    const fileIds: string[] = [];
    for (const n of [1, 2]) fileIds.push((await world.module.get(UploadFile).execute(me.personId, { bytes: Buffer.concat([VOUCHER, Buffer.alloc(n, '\n')]), sha256: String(n) })).fileId);
    const answers = { relation: 'child', cost: 3_000_000 };
    const first = (await world.module.get(SubmitWithdrawal).execute(me, { route: 'lift', amountFen: 100_000, bankCardId: cardId('K1'), answers, fileIds })).caseId;
    world.core.pushed = [world.core.eventOf(world.core.refuse('YW1', 'material-unreadable'))];
    await world.module.get(ReceiveCoreEvents).push('/x', {}, Buffer.from('{}'));
    world.clock.advance(5000);
    world.core.sourcesValue = someSources({ lift: { address: '厦门市', completedOn: '2026-08-01', ownShareFen: 3_000_000, relation: 'child' } });
    expect(await again(first)).toMatchObject({ state: 'paid' });
    expect(world.core.applications[1]).not.toHaveProperty('declared');
    expect(world.core.applications[1]?.materialNos ?? []).toEqual([]);
  });

  it('names the answer that the core missed by its field', async () => {
    const first = await submitted('answer-missing');
    const one = await world.module.get(Cases).byId(first);
    await world.db.unitOfWork.run(() => world.module.get(Cases).save({ ...one!, route: 'lift', refusal: { code: 'answer-missing', params: { field: 'costFen' } } }));
    expect((await shown(first)).fix).toEqual({ item: 'answer', field: 'cost', resubmit: true });
  });

  it('does not hand in what nobody can put right, what is not refused, or what is somebody else\'s', async () => {
    const nothing = await submitted('owns-home');
    expect((await shown(nothing)).fix).toEqual({ item: 'nothing', resubmit: false });
    expect(await refusalOf(again(nothing))).toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'nothing-to-put-right' }] } });
    const paid = await submitted();
    expect(await refusalOf(again(paid))).toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'not-refused' }] } });
    const others = world.module.get(ResubmitCase).execute({ ...me, personId: 'somebody-else' }, paid, {});
    expect(await refusalOf(others)).toMatchObject({ code: 'request.not-found' });
  });

  it('keeps what was asked for thirty days after the end, sealed, and then no longer', async () => {
    const first = await submitted('amount-above-maximum');
    const stored = JSON.stringify(await world.db.database.manager().query('SELECT * FROM service_case'));
    expect(stored).not.toContain('GR3502000000000001');
    const sweep = world.module.get(SweepWishes);
    world.clock.advance(WISH_KEPT_MS - 60_000);
    expect(await sweep.execute()).toBe(0);
    world.clock.advance(120_000);
    expect(await sweep.execute()).toBe(1);
    expect((await shown(first)).fix).toMatchObject({ resubmit: false });
    expect(await refusalOf(again(first))).toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'kept-no-longer' }], detail: expect.stringContaining('三十天') } });
  });

  it('drops the wishes of many cases in one round, some at a time', async () => {
    const first = await submitted('amount-above-maximum');
    const cases = world.module.get(Cases);
    const one = (await cases.byId(first))!;
    const id = (n: number): string => `99999999-9999-4999-8999-${String(n).padStart(12, '0')}`;
    await world.db.unitOfWork.run(async () => {
      for (let n = 1; n <= 200; n += 1) await cases.add({ ...one, caseId: id(n), number: `T20261121${String(n + 1).padStart(6, '0')}`, requestNo: `W${n}` });
    });
    world.clock.advance(WISH_KEPT_MS + 60_000);
    expect(await world.module.get(SweepWishes).execute()).toBe(201);
    expect(await cases.byId(id(200))).toMatchObject({ wish: null, version: one.version + 1 });
  });

  it('drops nothing of a case that is on its way, however old', async () => {
    const waiting = await submitted('to-clerk');
    world.clock.advance(2 * WISH_KEPT_MS);
    expect(await world.module.get(SweepWishes).execute()).toBe(0);
    expect(await world.module.get(Cases).byId(waiting)).toMatchObject({ wish: { cardNo: 'K1' } });
  });

  it('brings withdrawals to the core in the order they were handed in', async () => {
    await submitted();
    const cases = world.module.get(Cases);
    const one = [...(await cases.page(me.personId, { size: 1 })).items][0]!;
    const id = (n: number): string => `99999999-9999-4999-8999-99999999999${n}`;
    const waiting = (n: number, more: object) => ({ ...one, caseId: id(n), number: `T2026112100000${n + 1}`, requestNo: `W${id(n).replaceAll('-', '')}`, link: 'to-send', stage: 'submitted', coreCaseNo: null, ...more }) as typeof one;
    const before = world.core.applications.length;
    await world.db.unitOfWork.run(async () => {
      await cases.add(waiting(1, { route: 'rent' }));
      await cases.add(waiting(2, { submittedAt: new Date(one.submittedAt.getTime() + 1000) }));
      for (const n of [2, 1]) await world.outbox.record({ topic: FORWARD_TOPIC, key: id(n), payload: { caseId: id(n) } });
    });
    expect(await world.outbox.deliver(`${FORWARD_TOPIC}#${id(2)}`)).toMatchObject({ kind: 'later' });
    await world.outbox.round(FORWARD_TOPIC);
    await world.outbox.round(FORWARD_TOPIC);
    expect(world.core.applications.slice(before).map(({ route }) => route)).toEqual(['rent', 'repay-fund-loan']);
  });
});
