import type { PreApplicationBody } from '@anju/shared/contract';
import { VerifyAudit } from '../../audit/index.ts';
import { Refusal } from '../../platform/index.ts';
import { testEngines } from '../../platform/testing/index.ts';
import { Cases, FORWARD_TOPIC } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { aBorrower, aLoan } from '../../withdrawal/testing/an-overview.ts';
import type { BusinessWorld } from '../../withdrawal/testing/business-world.ts';
import { businessWorld } from '../../withdrawal/testing/business-world.ts';
import type { Turn } from '../../withdrawal/testing/scripted-core.ts';
import { ApplyForLoan } from './apply-for-loan.ts';

const me = { personId: '11111111-1111-4111-8111-111111111111', channel: 'h5' } as const;
const spouse = { personId: '22222222-2222-4222-8222-222222222222', maskedName: '陈*' };

type Change = Partial<Omit<PreApplicationBody, 'house'>> & { readonly house?: Partial<PreApplicationBody['house']> };
const bodyOf = ({ house, ...more }: Change = {}): PreApplicationBody => ({
  amountFen: 60_000_000, termMonths: 240, method: 'equal-instalment', household: {}, withPartner: false,
  house: { priceFen: 300_000_000, order: 'first', kind: 'new', contractNumber: 'XM-2026-0001', ...house }, ...more,
});

describe.each(testEngines())('applying for a loan (%s)', (engine) => {
  let world: BusinessWorld;
  let apply: ApplyForLoan;
  beforeEach(async () => {
    world = await businessWorld(engine);
    world.core.overviewValue = aBorrower();
    apply = world.module.get(ApplyForLoan);
  });
  afterEach(() => world.close());

  const applied = async (body = bodyOf(), ...turns: Turn[]): Promise<string> => {
    world.core.turns.push(...turns);
    return (await apply.execute(me, body)).caseId;
  };
  const refusalOf = async (body = bodyOf()): Promise<Refusal> => {
    const refused: unknown = await apply.execute(me, body).catch((error: unknown) => error);
    if (!(refused instanceof Refusal)) throw new Error('expected a refusal');
    return refused;
  };
  const caseNow = async (caseId: string): Promise<ServiceCase> => {
    const one = await world.module.get(Cases).byId(caseId);
    if (one === undefined) throw new Error('no case');
    return one;
  };
  const rowsOf = async (table: string): Promise<number> => {
    const [row] = (await world.db.database.manager().query(`SELECT COUNT(*) AS n FROM ${table}`)) as { n: number | string }[];
    return Number(row?.n);
  };
  const nothingWritten = async (): Promise<void> => {
    for (const table of ['service_case', 'notice', 'audit_entry']) expect([table, await rowsOf(table)]).toEqual([table, 0]);
    expect([world.outbox.waiting.size, world.core.loanApplications]).toEqual([0, []]);
  };

  describe('once', () => {
    it('reaches the core in the request itself, with what was asked for and when', async () => {
      const reply = await apply.execute(me, bodyOf({ method: 'equal-principal', house: { order: 'second', kind: 'second-hand' } }));
      expect(reply).toEqual({ caseId: expect.any(String), number: 'T20261121000001', state: 'submitted' });
      const one = await caseNow(reply.caseId);
      expect(one).toMatchObject({ route: 'loan-pre-application', link: 'held', payee: null, wish: null, coreCaseNo: 'YW1' });
      expect(world.core.loanApplications).toEqual([{
        customerNo: `KH-${me.personId}`, amountFen: 60_000_000, months: 240, method: 'equal-principal', contractNumber: 'XM-2026-0001', priceFen: 300_000_000,
        houseOrder: 'second', houseKind: 'second-hand', appliedAt: one.submittedAt.toISOString(),
      }]);
    });

    it('stores its reply with the case, and one entry in a chain that holds', async () => {
      const reply = await apply.execute(me, bodyOf());
      expect(world.asking.replies).toEqual([reply]);
      const actions = (await world.db.database.manager().query('SELECT action FROM audit_entry')) as { action: string }[];
      expect(actions).toEqual([{ action: 'loan-pre-application.submitted' }]);
      expect(await world.module.get(VerifyAudit).execute()).toMatchObject({ holds: true });
    });

    it('is one case of five wishes at once, named to the others', async () => {
      const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => apply.execute(me, bodyOf())));
      const taken = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.caseId] : []));
      expect(taken).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue;
        const params = { caseId: taken[0], route: 'loan-pre-application' };
        expect(outcome.reason).toMatchObject({ code: 'loan.case-running', details: { reasons: [{ code: 'case-running', params }] } });
      }
      expect(world.core.loanApplications).toHaveLength(1);
    });

    it('asks for its number when the answer was lost after the work, and is not sent again', async () => {
      const caseId = await applied(bodyOf(), 'drop-after');
      expect(await caseNow(caseId)).toMatchObject({ stage: 'submitted', link: 'asked' });
      await world.outbox.round(FORWARD_TOPIC);
      expect(await caseNow(caseId)).toMatchObject({ link: 'held', attempt: 1 });
      expect(world.core.loanApplications).toHaveLength(1);
    });

    it('goes out under a new number only after the core has closed the old one, with the same moment', async () => {
      const caseId = await applied(bodyOf(), 'drop-before');
      const { requestNo } = await caseNow(caseId);
      world.clock.advance(3_600_000);
      await world.outbox.round(FORWARD_TOPIC);
      expect(await caseNow(caseId)).toMatchObject({ link: 'held', attempt: 2, requestNo: `${requestNo}-2` });
      const [first, second] = world.core.loanApplications;
      expect(second).toEqual(first);
    });

    it('has its number at once while the core is away, and is forwarded when it is back', async () => {
      await applied(bodyOf(), 'loan-count');
      world.clock.advance(5000);
      world.core.up = false;
      const reply = await apply.execute(me, bodyOf());
      expect(reply).toMatchObject({ state: 'submitted', number: 'T20261121000002' });
      await world.outbox.round(FORWARD_TOPIC);
      expect(await caseNow(reply.caseId)).toMatchObject({ link: 'asked' });
      world.core.up = true;
      await world.outbox.round(FORWARD_TOPIC);
      expect(await caseNow(reply.caseId)).toMatchObject({ link: 'held' });
    });

    it('cannot be judged for somebody whom the core never told of', async () => {
      world.core.up = false;
      expect((await refusalOf()).code).toBe('core.unreachable');
      await nothingWritten();
    });

    it('keeps customer, contract and names sealed', async () => {
      await applied(bodyOf(), 'drop-before');
      const stored = JSON.stringify(await world.db.database.manager().query('SELECT * FROM service_case'));
      for (const secret of ['XM-2026-0001', 'KH-', '林*彤']) expect(stored).not.toContain(secret);
    });
  });

  describe('is refused with what is known', () => {
    it.each<[string, Change, string, string]>([
      ['more than the home costs', { amountFen: 60_000_000, house: { priceFen: 59_999_999 } }, 'request.invalid', 'amountFen'],
      ['an amount that is not whole yuan', { amountFen: 60_000_001 }, 'request.invalid', 'amountFen'],
      ['a home of no price', { amountFen: 100, house: { priceFen: 100_000_000_001 } }, 'loan.input-out-of-range', 'house.priceFen'],
      ['a household of 21 children', { household: { children: 21 } }, 'loan.input-out-of-range', 'household.children'],
    ])('%s, naming the field', async (_what, change, code, field) => {
      expect(await refusalOf(bodyOf(change))).toMatchObject({ code, details: { fields: [expect.objectContaining({ field })] } });
      await nothingWritten();
    });

    it('every reason at once', async () => {
      world.core.overviewValue = aBorrower({
        loans: [aLoan({ overduePeriods: 2 })], loanCount: 1, tasks: ['mobile-differs'], contributionMonths: { consecutive: 5, total: 40 },
        accounts: aBorrower().accounts.map((account) => ({ ...account, state: 'frozen' })),
      });
      world.core.contract = { result: 'mismatch' };
      const { code, details } = await refusalOf();
      expect(code).toBe('loan.ineligible');
      expect(details.reasons).toEqual([
        { code: 'account-frozen' }, { code: 'mobile-differs' }, { code: 'contribution-months', params: { months: 5, needed: 6 } }, { code: 'loan-in-arrears', params: { periods: 2 } },
        { code: 'loan-running' }, { code: 'house-not-confirmed', params: { result: 'mismatch' } },
      ]);
      await nothingWritten();
    });

    it.each<[string, Partial<ReturnType<typeof aBorrower>>, object]>([
      ['no account', { accounts: [] }, { code: 'account-not-found' }],
      ['an account that was closed', { accounts: aBorrower().accounts.map((account) => ({ ...account, state: 'closed' })) }, { code: 'account-state' }],
      ['a running loan', { loans: [aLoan()], loanCount: 1 }, { code: 'loan-running' }],
    ])('%s', async (_what, more, reason) => {
      world.core.overviewValue = aBorrower(more);
      expect((await refusalOf()).details.reasons).toEqual([reason]);
    });

    it('a contract the register does not know; one it does not tell of is left to the clerk', async () => {
      world.core.contract = { result: 'not-found' };
      expect((await refusalOf()).details.reasons).toEqual([{ code: 'house-not-confirmed', params: { result: 'not-found' } }]);
      world.core.contract = { result: 'unavailable' };
      await expect(apply.execute(me, bodyOf())).resolves.toMatchObject({ state: 'submitted' });
    });

    it('an amount above the limit of the engine, which is said', async () => {
      const refusal = await refusalOf(bodyOf({ amountFen: 73_729_000 }));
      expect(refusal).toMatchObject({ code: 'loan.amount-above-limit', details: { reasons: [{ code: 'amount-above-limit', params: { maxFen: 73_728_900 } }] } });
      expect(refusal.details.fields).toEqual([{ field: 'amountFen', rule: 'maximum', message: '最多可以贷 737,289.00 元' }]);
      await nothingWritten();
      await expect(apply.execute(me, bodyOf({ amountFen: 73_728_900 }))).resolves.toMatchObject({ state: 'submitted' });
    });

    it('by the price the register knows, when that is lower', async () => {
      world.core.contract = { result: 'matched', local: true, priceFen: 70_000_000 };
      expect((await refusalOf()).details.reasons).toEqual([{ code: 'amount-above-limit', params: { maxFen: 56_000_000 } }]);
    });

    it('a price no core could be told, however low the register has it', async () => {
      world.core.contract = { result: 'matched', local: true, priceFen: 200_000_000 };
      expect(await refusalOf(bodyOf({ house: { priceFen: 1e300 } }))).toMatchObject({ code: 'loan.input-out-of-range', details: { fields: [expect.objectContaining({ field: 'house.priceFen' })] } });
      await nothingWritten();
    });

    it('a term beyond every age that may be meant, and no other', async () => {
      expect((await refusalOf(bodyOf({ termMonths: 360, retirementCategory: 'F50' }))).details.reasons).toEqual([{ code: 'term-too-long', params: { months: 252 } }]);
      await expect(apply.execute(me, bodyOf({ termMonths: 264 }))).resolves.toMatchObject({ state: 'submitted' });
    });

    it('a pre-application that only the core knows', async () => {
      world.core.overviewValue = aBorrower({ loanCases: [{ caseNo: 'DK-counter', matter: 'loan-pre-application' }] });
      expect(await refusalOf()).toMatchObject({ code: 'loan.case-running', details: { reasons: [{ code: 'case-running', params: { route: 'loan-pre-application' } }] } });
    });

    it('by the core itself: its reason is kept, and the person may ask again', async () => {
      const caseId = await applied(bodyOf(), 'loan-count');
      expect(await caseNow(caseId)).toMatchObject({ stage: 'refused', link: 'closed', refusal: { code: 'loan-count' }, wish: null, terms: { contractNumber: 'XM-2026-0001' } });
      expect(await applied()).not.toBe(caseId);
    });
  });

  describe('with the spouse', () => {
    const joined = (): void => {
      world.households.partners.set(me.personId, spouse);
      world.core.others.set(`KH-${spouse.personId}`, aBorrower());
    };

    it('who joined: both are reckoned, the core is told of both, and the case of both names', async () => {
      joined();
      const caseId = await applied(bodyOf({ amountFen: 90_000_000, withPartner: true }));
      expect(world.core.loanApplications).toMatchObject([{ partner: `KH-${spouse.personId}` }]);
      expect((await caseNow(caseId)).terms).toMatchObject({ applicants: [{ role: 'borrower', maskedName: '林*彤' }, { role: 'spouse', maskedName: '陈*' }] });
      const entries = (await world.db.database.manager().query('SELECT person_id AS who, action FROM audit_entry WHERE subject = ?', [caseId])) as { who: string; action: string }[];
      expect(entries.map(({ who, action }) => [who, action])).toContainEqual([spouse.personId, 'loan-pre-application.co-borrower']);
    });

    it('in whose name the contract is: it counts for the two together, not for one alone', async () => {
      joined();
      world.core.contract = { result: 'mismatch' };
      world.core.contractsOfOthers.set(`KH-${spouse.personId}`, { result: 'matched', priceFen: 300_000_000 });
      expect((await refusalOf()).details.reasons).toEqual([{ code: 'house-not-confirmed', params: { result: 'mismatch' } }]);
      await applied(bodyOf({ withPartner: true }));
      expect(world.core.loanApplications).toMatchObject([{ partner: `KH-${spouse.personId}` }]);
    });

    it('who joined, when one applies alone: the spouse has no part in it', async () => {
      joined();
      expect((await refusalOf(bodyOf({ amountFen: 90_000_000 }))).code).toBe('loan.amount-above-limit');
      await applied();
      expect(world.core.loanApplications[0]).not.toHaveProperty('partner');
    });

    it('who has not joined', async () => {
      expect((await refusalOf(bodyOf({ withPartner: true }))).code).toBe('loan.partner-missing');
      await nothingWritten();
    });

    it('who leaves while both are being reckoned: the case is not written', async () => {
      joined();
      const partnerOf = world.households.partnerOf.bind(world.households);
      jest.spyOn(world.households, 'partnerOf').mockImplementationOnce(async (personId) => {
        const partner = await partnerOf(personId);
        world.households.partners.clear();
        return partner;
      });
      expect((await refusalOf(bodyOf({ withPartner: true }))).code).toBe('loan.partner-missing');
      await nothingWritten();
    });

    it('in whose way something stands: not a word of what', async () => {
      joined();
      world.core.others.set(`KH-${spouse.personId}`, aBorrower({ loans: [aLoan({ overduePeriods: 3 })], loanCount: 2 }));
      expect((await refusalOf(bodyOf({ withPartner: true }))).details.reasons).toEqual([{ code: 'partner-ineligible' }]);
    });

    it('who applies already', async () => {
      joined();
      await apply.execute({ personId: spouse.personId, channel: 'h5' }, bodyOf());
      expect((await refusalOf(bodyOf({ withPartner: true }))).details.reasons).toEqual([{ code: 'partner-ineligible' }]);
    });

    it('whom the core refuses: its word on them is not passed on', async () => {
      joined();
      world.core.turns.push('drop-before');
      const caseId = await applied(bodyOf({ withPartner: true }));
      world.core.outcomeOf = async () => ({ kind: 'refused', code: 'loan-in-arrears', params: { whose: 'partner' } });
      await world.outbox.round(FORWARD_TOPIC);
      expect(await caseNow(caseId)).toMatchObject({ stage: 'refused', refusal: { code: 'partner-ineligible' } });
      expect((await caseNow(caseId)).refusal).not.toHaveProperty('params');
    });
  });
});
