import type { SubmitWithdrawalBody } from '@anju/shared/contract';
import { OpaqueIds, OverviewStore } from '../../account/index.ts';
import { VerifyAudit } from '../../audit/index.ts';
import { randomId, Refusal } from '../../platform/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { Cases, newCase, StartCase } from '../../progress/index.ts';
import { aLoan, anOverview } from '../testing/an-overview.ts';
import type { BusinessWorld } from '../testing/business-world.ts';
import { businessWorld } from '../testing/business-world.ts';
import { ShowForm } from './show-form.ts';
import { SubmitWithdrawal } from './submit-withdrawal.ts';

const MAX_FEN = 1_200_000;
const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'weapp' } as const;

describe.each(testEngines())('taking a withdrawal in (%s)', (engine) => {
  let world: BusinessWorld;
  let submit: SubmitWithdrawal;
  beforeEach(async () => {
    world = await businessWorld(engine);
    submit = world.module.get(SubmitWithdrawal);
  });
  afterEach(() => world.close());

  const bodyOf = (more: Partial<SubmitWithdrawalBody> = {}): SubmitWithdrawalBody => ({
    route: 'repay-fund-loan', amountFen: MAX_FEN, bankCardId: world.module.get(OpaqueIds).card(me.personId, 'K1'), ...more,
  });
  const refusalOf = async (body: SubmitWithdrawalBody): Promise<Refusal> => {
    const refused: unknown = await submit.execute(me, body).catch((error: unknown) => error);
    if (!(refused instanceof Refusal)) throw new Error('expected a refusal');
    return refused;
  };
  const rowsOf = async (table: string): Promise<number> => {
    const [row] = (await world.db.database.manager().query(`SELECT COUNT(*) AS n FROM ${table}`)) as { n: number | string }[];
    return Number(row?.n);
  };

  it('answers paid at once when the core decides at once, and tells each stage once', async () => {
    const reply = await submit.execute(me, bodyOf());
    expect(reply).toMatchObject({ state: 'paid', number: 'T20261121000001' });
    expect(world.core.payments).toHaveLength(1);
    const one = await world.module.get(Cases).byId(reply.caseId);
    expect(one).toMatchObject({ link: 'held', stage: 'paid', wish: { cardNo: 'K1', fileIds: [] }, payee: { bank: '中国建设银行', tail: '1496' } });
    const notices = (await world.db.database.manager().query('SELECT stage FROM notice ORDER BY position')) as { stage: string }[];
    expect(notices.map((notice) => notice.stage)).toEqual(['accepted', 'approved', 'paid']);
  });

  it('stores the reply with the case and the newer one after the core has answered', async () => {
    const reply = await submit.execute(me, bodyOf());
    expect(world.asking.replies).toEqual([{ ...reply, state: 'submitted' }, reply]);
  });

  it('makes one case of five wishes at once, and names it to the others', async () => {
    world.core.turns.push('to-clerk');
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => submit.execute(me, bodyOf())));
    const taken = outcomes.filter((outcome) => outcome.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    const caseId = taken[0]?.status === 'fulfilled' ? taken[0].value.caseId : '';
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') continue;
      expect(outcome.reason).toMatchObject({ code: 'withdrawal.case-running', details: { reasons: [{ code: 'case-running', params: { caseId } }] } });
    }
    expect(world.core.applications).toHaveLength(1);
  });

  it('judges a second wish by what the first one did, though it was paid in between', async () => {
    const applied = world.core.applyWithdrawal.bind(world.core);
    world.core.applyWithdrawal = async (...request) => {
      world.core.overviewValue = anOverview({ withdrawal: { ...anOverview().withdrawal, nextPermitted: [{ route: 'repay-fund-loan', on: '2027-11-21' }] } });
      return applied(...request);
    };
    const outcomes = await Promise.allSettled([submit.execute(me, bodyOf()), submit.execute(me, bodyOf())]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as Refusal] : []));
    expect(refused).toHaveLength(1);
    expect(['withdrawal.case-running', 'withdrawal.ineligible']).toContain(refused[0]?.code);
    expect((await refusalOf(bodyOf())).details.reasons).toEqual([{ code: 'before-next-date', params: { date: '2027-11-21' } }]);
    expect(world.core.payments).toHaveLength(1);
    expect(await rowsOf('service_case')).toBe(1);
  });

  it('judges anew when its overview is older than a payment, and leaves nothing of the first attempt', async () => {
    const store = world.module.get(OverviewStore);
    const before = await store.read({ personId: me.personId, customerNo: 'KH1' });
    await submit.execute(me, bodyOf());
    world.core.overviewValue = anOverview({ withdrawal: { ...anOverview().withdrawal, nextPermitted: [{ route: 'repay-fund-loan', on: '2027-11-21' }] } });
    jest.spyOn(store, 'read').mockResolvedValueOnce(before);
    expect((await refusalOf(bodyOf())).details.reasons).toEqual([{ code: 'before-next-date', params: { date: '2027-11-21' } }]);
    expect([await rowsOf('service_case'), world.core.applications.length]).toEqual([1, 1]);
  });

  it('takes no second withdrawal from the account by another route, though each was judged while there was none', async () => {
    world.core.turns.push('to-clerk');
    const judgedBy = { state: 'fresh', askedAt: world.clock.now() } as const;
    await submit.execute(me, bodyOf());
    const asked = { ...me, customerNo: 'KH-1', amountFen: 100, payee: null, terms: null, wish: { accountNo: 'a', cardNo: 'K1', fileIds: [] } } as const;
    const begun = (route: 'rent' | 'loan-prepayment') => {
      const wished = newCase({ ...asked, route }, randomId(), world.clock.now());
      return world.module.get(StartCase).execute({ wished, judgedBy, until: 0, running: () => new Refusal('withdrawal.case-running') });
    };
    expect(await begun('rent')).toBeUndefined();
    expect([await rowsOf('service_case'), world.outbox.waiting.size]).toEqual([1, 0]);
    expect(await begun('loan-prepayment')).toMatchObject({ number: 'T20261121000002', state: 'submitted' });
  });

  it('gives a number while the core is away and answers within its budget', async () => {
    await world.module.get(ShowForm).execute(me.personId, 'repay-fund-loan');
    world.clock.advance(5000);
    world.core.up = false;
    const reply = await submit.execute(me, bodyOf());
    expect(reply).toMatchObject({ state: 'submitted', number: 'T20261121000001' });
    expect(world.outbox.waiting.size).toBe(1);
  });

  it('cannot judge anybody it never saw while the core is away', async () => {
    world.core.up = false;
    expect((await refusalOf(bodyOf())).code).toBe('core.unreachable');
    expect(await rowsOf('service_case')).toBe(0);
  });

  it('says every reason of a route that is not open', async () => {
    world.core.overviewValue = anOverview({ loans: [aLoan({ overduePeriods: 2 })], tasks: ['name-differs'] });
    const refusal = await refusalOf(bodyOf());
    expect(refusal.code).toBe('withdrawal.ineligible');
    expect(refusal.details.reasons?.map((reason) => reason.code)).toEqual(expect.arrayContaining(['name-differs', 'loan-in-arrears']));
  });

  it.each([
    ['an amount above the maximum', { amountFen: MAX_FEN + 1 }, 'withdrawal.amount-above-maximum', 'amountFen'],
    ["another person's card", { bankCardId: 'ffffffffffffffffffffffff' }, 'withdrawal.card-unknown', 'bankCardId'],
    ['a file that is nobody\'s', { fileIds: ['no-such-file'] }, 'withdrawal.file-missing', 'fileIds'],
  ])('refuses %s and writes nothing', async (_what, more, code, field) => {
    const refusal = await refusalOf(bodyOf(more));
    expect(refusal).toMatchObject({ code, details: { fields: [expect.objectContaining({ field })] } });
    for (const table of ['service_case', 'notice', 'audit_entry']) expect(await rowsOf(table)).toBe(0);
    expect(world.outbox.waiting.size).toBe(0);
  });

  it('refuses a card that is closed', async () => {
    world.core.overviewValue = anOverview({ cards: [{ cardNo: 'K1', number: '1496', bank: '中国建设银行', usable: false }, { cardNo: 'K2', number: '7788', bank: '中国银行', usable: true }] });
    expect((await refusalOf(bodyOf())).details.fields).toEqual([expect.objectContaining({ field: 'bankCardId', rule: 'unusable' })]);
  });

  it('refuses what is served at the counter only', async () => {
    world.core.overviewValue = anOverview({ loans: [], homes: 0 });
    expect((await refusalOf(bodyOf({ route: 'death', amountFen: 100 }))).code).toBe('withdrawal.ineligible');
  });

  it('wants the contract number and one voucher for a purchase', async () => {
    world.core.overviewValue = anOverview({ loans: [] });
    const purchase = { route: 'purchase', amountFen: 100 } as const;
    expect((await refusalOf(bodyOf(purchase))).details.fields).toEqual([expect.objectContaining({ field: 'answers.contractNumber' })]);
    const answered = { ...purchase, answers: { contractNumber: 'HT-2026-0001' } };
    expect((await refusalOf(bodyOf(answered))).code).toBe('withdrawal.file-missing');
  });

  it('keeps account, card and customer sealed, and the chain of the audit log whole', async () => {
    world.core.up = true;
    world.core.turns.push('drop-before');
    await submit.execute(me, bodyOf());
    const stored = JSON.stringify(await world.db.database.manager().query('SELECT * FROM service_case'));
    for (const secret of ['GR3502000000000001', 'KH-', '"K1"']) expect(stored).not.toContain(secret);
    expect(await world.module.get(VerifyAudit).execute()).toMatchObject({ holds: true });
  });
});
