import type { PrepaymentBody } from '@anju/shared/contract';
import { OpaqueIds, OverviewStore } from '../../account/index.ts';
import { Refusal } from '../../platform/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { Cases, FORWARD_TOPIC, ShowCase } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { CancelCase } from '../../progress/use-cases/cancel-case.ts';
import { ReceiveCoreEvents } from '../../progress/use-cases/receive-core-events.ts';
import { aLoan, anOverview } from '../../withdrawal/testing/an-overview.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import type { Turn } from '../../withdrawal/testing/scripted-core.ts';
import { INTEREST_FEN } from '../../withdrawal/testing/scripted-core.ts';
import { SubmitWithdrawal } from '../../withdrawal/use-cases/submit-withdrawal.ts';
import { PrepayLoan } from './prepay-loan.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'weapp' } as const;
const BALANCE_FEN = 41_000_000;

describe.each(testEngines())('prepaying a loan (%s)', (engine) => {
  let world: BusinessWorld;
  let prepay: PrepayLoan;
  let loanId: string;
  beforeEach(async () => {
    world = await businessWorld(engine);
    prepay = world.module.get(PrepayLoan);
    loanId = world.module.get(OpaqueIds).loan(me.personId, 'DK1');
  });
  afterEach(() => world.close());

  const bodyOf = (more: Partial<PrepaymentBody> = {}): PrepaymentBody => ({
    keep: 'instalment', amountFen: 5_000_000, bankCardId: world.module.get(OpaqueIds).card(me.personId, 'K1'), ...more,
  });
  const whole = (): PrepaymentBody => {
    const { amountFen: _none, ...body } = bodyOf({ keep: 'whole' });
    return body;
  };
  const prepaid = async (body: PrepaymentBody, ...turns: Turn[]): Promise<ServiceCase> => {
    world.core.turns.push(...turns);
    return caseNow((await prepay.execute(me, loanId, body)).caseId);
  };
  const caseNow = async (caseId: string): Promise<ServiceCase> => {
    const one = await world.module.get(Cases).byId(caseId);
    if (one === undefined) throw new Error('no case');
    return one;
  };
  const refusalOf = async (body = bodyOf(), id = loanId): Promise<Refusal> => {
    const refused: unknown = await prepay.execute(me, id, body).catch((error: unknown) => error);
    if (!(refused instanceof Refusal)) throw new Error('expected a refusal');
    return refused;
  };
  const nothingWritten = async (): Promise<void> => {
    for (const table of ['service_case', 'notice', 'audit_entry']) {
      const [row] = (await world.db.database.manager().query(`SELECT COUNT(*) AS n FROM ${table}`)) as { n: number | string }[];
      expect([table, Number(row?.n)]).toEqual([table, 0]);
    }
    expect(world.core.prepayments).toEqual([]);
  };

  it('is paid into the loan at once, told stage by stage, with the interest the core took', async () => {
    const reply = await prepay.execute(me, loanId, bodyOf());
    expect(reply).toMatchObject({ state: 'paid', number: 'T20261121000001' });
    expect(world.core.prepayments).toMatchObject([{ customerNo: `KH-${me.personId}`, loanNo: 'DK1', keep: 'instalment', amountFen: 5_000_000, cardNo: 'K1' }]);
    expect(await world.module.get(ShowCase).execute(me.personId, reply.caseId)).toMatchObject({
      route: 'loan-prepayment', stage: 'paid', amountFen: 5_000_000 + INTEREST_FEN, interestFen: INTEREST_FEN, payee: { bank: '中国建设银行', tail: '1496' }, canCancel: false,
    });
    const notices = (await world.db.database.manager().query('SELECT stage FROM notice ORDER BY position')) as { stage: string }[];
    expect(notices.map((notice) => notice.stage)).toEqual(['accepted', 'approved', 'paid']);
  });

  it('has four steps, no review of its own', async () => {
    const { caseId } = await prepaid(bodyOf());
    const { steps } = await world.module.get(ShowCase).execute(me.personId, caseId);
    expect(steps.map(({ stage, state }) => [stage, state])).toEqual([['submitted', 'done'], ['accepted', 'done'], ['approved', 'done'], ['paid', 'done']]);
  });

  it('of the whole names no amount to the core, whose sum then stands', async () => {
    world.core.turns.push('drop-after');
    const { caseId } = await prepay.execute(me, loanId, whole());
    expect(await caseNow(caseId)).toMatchObject({ amountFen: BALANCE_FEN, link: 'asked' });
    expect(world.core.prepayments[0]).not.toHaveProperty('amountFen');
    const outcomeOf = world.core.outcomeOf.bind(world.core);
    world.core.outcomeOf = async (requestNo) => {
      const outcome = await outcomeOf(requestNo);
      if (outcome.kind !== 'accepted') return outcome;
      return { ...outcome, value: { ...outcome.value, amountFen: BALANCE_FEN + 6, prepayment: { loanNo: 'DK1', principalFen: BALANCE_FEN - 1, interestFen: 7 } } };
    };
    await world.outbox.round(FORWARD_TOPIC);
    expect(await caseNow(caseId)).toMatchObject({ stage: 'paid', amountFen: BALANCE_FEN + 6, record: { interestFen: 7 } });
  });

  it('that the bank takes back afterwards is told, and is still the same case', async () => {
    const { caseId } = await prepaid(bodyOf());
    world.core.pushed = [world.core.eventOf(world.core.advance('YW1', 'payment-failed'))];
    await world.module.get(ReceiveCoreEvents).push('/api/v1/callbacks/core/events', {}, Buffer.from('{}'));
    expect(await caseNow(caseId)).toMatchObject({ stage: 'payment-failed', amountFen: 5_000_000 + INTEREST_FEN });
  });

  it('believes no answer that speaks of another part or another loan', async () => {
    const one = await prepaid(bodyOf(), 'drop-after');
    const outcomeOf = world.core.outcomeOf.bind(world.core);
    for (const wrong of [{ loanNo: 'DK1', principalFen: 1, interestFen: 0 }, { loanNo: 'DK2', principalFen: 5_000_000, interestFen: 0 }]) {
      world.core.outcomeOf = async (requestNo) => {
        const outcome = await outcomeOf(requestNo);
        return outcome.kind === 'accepted' ? { ...outcome, value: { ...outcome.value, prepayment: wrong } } : outcome;
      };
      await world.outbox.round(FORWARD_TOPIC);
      expect(await caseNow(one.caseId)).toMatchObject({ stage: 'submitted', link: 'asked' });
    }
    world.core.outcomeOf = outcomeOf;
    await world.outbox.round(FORWARD_TOPIC);
    expect(await caseNow(one.caseId)).toMatchObject({ stage: 'paid' });
    expect(world.core.prepayments).toHaveLength(1);
  });

  it('goes out again, whole and unchanged, only under a number the core has not seen', async () => {
    const one = await prepaid(bodyOf({ keep: 'term' }), 'drop-before');
    await world.outbox.round(FORWARD_TOPIC);
    expect(await caseNow(one.caseId)).toMatchObject({ stage: 'paid', attempt: 2 });
    expect(world.core.prepayments[1]).toEqual(world.core.prepayments[0]);
    expect(world.core.payments).toHaveLength(1);
  });

  it('is one of five wishes at once, and the loan is collected from once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => prepay.execute(me, loanId, bodyOf({ keep: 'term' }))));
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as Refusal).code] : []));
    expect(refused).toHaveLength(4);
    for (const code of refused) expect(['loan.case-running', 'case.state-conflict']).toContain(code);
    expect(world.core.prepayments).toHaveLength(1);
  });

  it('is not paid beside another one that was paid meanwhile, though nothing else forbids a second: the person is asked again', async () => {
    const store = world.module.get(OverviewStore);
    const before = await store.read({ personId: me.personId, customerNo: 'KH1' });
    await prepaid(bodyOf());
    jest.spyOn(store, 'read').mockResolvedValueOnce(before);
    const another = bodyOf({ keep: 'term' });
    expect((await refusalOf(another)).code).toBe('case.state-conflict');
    expect(world.core.prepayments).toHaveLength(1);
    world.core.overviewValue = anOverview({ loans: [aLoan({ balanceFen: 4_000_000 })] });
    expect(await refusalOf(another)).toMatchObject({ code: 'loan.input-out-of-range', details: { fields: [{ field: 'amountFen', rule: 'maximum' }] } });
  });

  it('asked for again a moment later, word for word, is a second tap: the first is named, and a later one is another wish', async () => {
    const { caseId } = await prepaid(bodyOf());
    expect(await refusalOf()).toMatchObject({ code: 'loan.case-running', details: { reasons: [{ params: { caseId, route: 'loan-prepayment' } }] } });
    expect((await prepaid(bodyOf({ amountFen: 2_000_000 }))).stage).toBe('paid');
    world.clock.advance(10 * 60_000);
    expect((await prepaid(bodyOf())).stage).toBe('paid');
    expect(world.core.prepayments.map(({ amountFen }) => amountFen)).toEqual([5_000_000, 2_000_000, 5_000_000]);
  });

  it('is seen by a second tap that had looked before it was written and whose clock runs ahead, as in another instance', async () => {
    const [cases, store] = [world.module.get(Cases), world.module.get(OverviewStore)];
    const before = await store.read({ personId: me.personId, customerNo: 'KH1' });
    if (before.state === 'unknown') throw new Error('no overview');
    const ahead = { ...before, askedAt: new Date(before.askedAt.getTime() + 60_000) };
    jest.spyOn(store, 'read').mockResolvedValueOnce(ahead);
    const submittedSince = cases.submittedSince.bind(cases);
    let first: ServiceCase | undefined;
    jest.spyOn(cases, 'submittedSince').mockImplementationOnce(async (...asked) => {
      const seen = await submittedSince(...asked);
      first = await prepaid(bodyOf());
      return seen;
    });
    const refused = await refusalOf();
    expect(refused).toMatchObject({ code: 'loan.case-running', details: { reasons: [{ params: { caseId: first?.caseId } }] } });
    expect(world.core.prepayments).toHaveLength(1);
  });

  it('of the whole, tapped again when the loan is settled, names the first', async () => {
    const { caseId } = await prepaid(whole());
    world.core.overviewValue = anOverview({ loans: [aLoan({ balanceFen: 0, settled: true })] });
    expect(await refusalOf(whole())).toMatchObject({ code: 'loan.case-running', details: { reasons: [{ params: { caseId } }] } });
  });

  it('is found among however many that came to nothing since', async () => {
    const { caseId } = await prepaid(bodyOf());
    for (let tries = 0; tries < 21; tries += 1) await prepaid(bodyOf({ amountFen: 1_000_000 + tries }), 'amount-above-balance');
    expect(await refusalOf()).toMatchObject({ code: 'loan.case-running', details: { reasons: [{ params: { caseId } }] } });
  });

  it('that the bank did not collect may be asked for again at once', async () => {
    await prepaid(bodyOf());
    world.core.pushed = [world.core.eventOf(world.core.advance('YW1', 'payment-failed'))];
    await world.module.get(ReceiveCoreEvents).push('/api/v1/callbacks/core/events', {}, Buffer.from('{}'));
    expect((await prepaid(bodyOf())).stage).toBe('paid');
  });

  it('has its number at once while the core is away', async () => {
    await world.module.get(OverviewStore).read({ personId: me.personId, customerNo: 'KH1' });
    world.clock.advance(5000);
    world.core.up = false;
    expect(await prepay.execute(me, loanId, bodyOf())).toMatchObject({ state: 'submitted' });
    world.core.up = true;
    await world.outbox.round(FORWARD_TOPIC);
    expect(world.core.prepayments).toHaveLength(1);
  });

  describe('is refused', () => {
    it.each<[string, () => PrepaymentBody, string, string, string]>([
      ['a part without amount', () => ({ ...whole(), keep: 'term' }), 'request.invalid', 'amountFen', 'required'],
      ['the whole with one', () => bodyOf({ keep: 'whole' }), 'request.invalid', 'amountFen', 'not-needed'],
      ['a part below the least', () => bodyOf({ amountFen: 999_999 }), 'loan.input-out-of-range', 'amountFen', 'minimum'],
      ['more than the balance', () => bodyOf({ amountFen: BALANCE_FEN + 1 }), 'loan.input-out-of-range', 'amountFen', 'maximum'],
      ['a card of somebody else', () => bodyOf({ bankCardId: 'f'.repeat(24) }), 'withdrawal.card-unknown', 'bankCardId', 'unknown'],
    ])('%s, naming the field', async (_what, body, code, field, rule) => {
      expect(await refusalOf(body())).toMatchObject({ code, details: { fields: [expect.objectContaining({ field, rule })] } });
      await nothingWritten();
    });

    it('a loan in arrears', async () => {
      world.core.overviewValue = anOverview({ loans: [aLoan({ overduePeriods: 2 })] });
      expect(await refusalOf()).toMatchObject({ code: 'loan.ineligible', details: { reasons: [{ code: 'loan-in-arrears', params: { periods: 2 } }] } });
      await nothingWritten();
    });

    it('somebody else\'s loan, one that is settled, and one that is none, all alike', async () => {
      const theirs = world.module.get(OpaqueIds).loan('33333333-3333-4333-8333-333333333333', 'DK1');
      expect((await refusalOf(bodyOf(), theirs)).code).toBe('request.not-found');
      expect((await refusalOf(bodyOf(), 'no-such-loan')).code).toBe('request.not-found');
      world.core.overviewValue = anOverview({ loans: [aLoan({ settled: true })] });
      world.module.get(OverviewStore).makeOld(me.personId);
      expect((await refusalOf()).code).toBe('request.not-found');
    });

    it('a loan that the person only owes too: it is the applicant who prepays', async () => {
      world.core.overviewValue = anOverview({ loans: [], jointLoans: [aLoan()] });
      expect(await refusalOf()).toMatchObject({ code: 'case.state-conflict', details: { reasons: [{ code: 'applicant-only' }] } });
      await nothingWritten();
    });

    it('while another case runs, which is named', async () => {
      const bankCardId = world.module.get(OpaqueIds).card(me.personId, 'K1');
      world.core.turns.push('to-clerk');
      const { caseId } = await world.module.get(SubmitWithdrawal).execute(me, { route: 'repay-fund-loan', amountFen: 100, bankCardId });
      expect(await refusalOf()).toMatchObject({ code: 'loan.case-running', details: { reasons: [{ code: 'case-running', params: { caseId, route: 'repay-fund-loan' } }] } });
    });

    it('while a case runs that only the core knows', async () => {
      world.core.overviewValue = anOverview({ loanCases: [{ caseNo: 'DK9', matter: 'loan-pre-application' }] });
      expect((await refusalOf()).details.reasons).toEqual([{ code: 'case-running', params: { route: 'loan-pre-application' } }]);
    });

    it('by the core, with its figure', async () => {
      const one = await prepaid(bodyOf(), 'loan-in-arrears');
      expect(one).toMatchObject({ stage: 'refused', link: 'closed', refusal: { code: 'loan-in-arrears' } });
    });
  });

  it('does not keep the person from a withdrawal', async () => {
    await prepaid(bodyOf(), 'drop-before');
    const bankCardId = world.module.get(OpaqueIds).card(me.personId, 'K1');
    await expect(world.module.get(SubmitWithdrawal).execute(me, { route: 'repay-fund-loan', amountFen: 100, bankCardId })).resolves.toMatchObject({ state: 'paid' });
  });

  it('can be taken back only while it has not left, twice in one moment too, and never once it was asked for', async () => {
    const cancel = world.module.get(CancelCase);
    const one = await prepaid(bodyOf(), 'drop-before');
    await expect(cancel.execute(me.personId, one.caseId)).rejects.toMatchObject({ code: 'case.state-conflict' });
    await world.db.unitOfWork.run(() => world.module.get(Cases).save({ ...one, link: 'to-send' }));
    const [first, second] = await Promise.all([cancel.execute(me.personId, one.caseId), cancel.execute(me.personId, one.caseId)]);
    expect([first, second]).toMatchObject([{ stage: 'cancelled' }, { stage: 'cancelled' }]);
    await world.outbox.round(FORWARD_TOPIC);
    expect(world.core.payments).toEqual([]);
    const paid = await prepaid(bodyOf());
    await expect(cancel.execute(me.personId, paid.caseId)).rejects.toMatchObject({ code: 'case.state-conflict' });
  });
});
