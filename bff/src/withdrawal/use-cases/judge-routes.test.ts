import type { CoreOverview, CoreSources } from '../../core-fund/index.ts';
import { fixedClock } from '../../platform/testing/index.ts';
import { aHistory, aLoan, anOverview, someSources } from '../testing/an-overview.ts';
import { JudgeRoutes } from './judge-routes.ts';

type Had = Parameters<typeof aHistory>[0];

/** Somebody without a loan, of whom the core remembers this. */
const having = (history: Had): CoreOverview => anOverview({ loans: [], withdrawal: { ...anOverview().withdrawal, history: aHistory(history) } });
const silent = (): CoreSources => {
  const { homes: _homes, ...sources } = someSources();
  return { ...sources, checks: sources.checks.map((check) => ({ ...check, result: 'unavailable' as const })) };
};

describe('what the core keeps of a person, as routes are judged by it', () => {
  const judge = new JudgeRoutes({ liveOf: async () => [] } as never, fixedClock(), { centre: 'xiamen' } as never);
  const situationOf = (overview: CoreOverview, sources: CoreSources) => judge.situation('lin', { state: 'fresh', asOf: '2026-11-21T02:00:00.000Z', askedAt: new Date('2026-11-21T02:00:00.000Z'), overview, sources });

  /** The verdict with these answers, as a draft's form has it and as it is handed in. */
  async function answered(route: 'illness' | 'down-payment', overview: CoreOverview, answers: Record<string, string | number>) {
    const situation = await situationOf(overview, silent());
    const { facts } = judge.answered(route, judge.facts(route, situation), answers, situation);
    const { verdict } = judge.offer(route, situation, facts);
    expect(judge.form(route, situation, answers).offer.verdict).toEqual(verdict);
    return { maxFen: verdict.maxFen, reasons: verdict.reasons.map(({ code }) => code) };
  }

  it('takes off what was had for the costs of the very bill that the person names while the source is silent', async () => {
    const had = having({ family: [{ route: 'illness', amountFen: 400_000, homeNo: '2026-09-30' }] });
    expect(await answered('illness', had, { cost: 420_000, paidOn: '2026-09-30' })).toEqual({ maxFen: 20_000, reasons: [] });
    expect(await answered('illness', had, { cost: 420_000, paidOn: '2026-09-29' })).toEqual({ maxFen: 420_000, reasons: [] });
    expect(await answered('illness', had, { cost: 400_000, paidOn: '2026-09-30' })).toMatchObject({ reasons: ['nothing-left'] });
  });

  it('pays no second down payment to the account that the person names while the register is silent, and takes the spouse’s off', async () => {
    const answers = { homeKind: 'second-hand', downPayment: 5_000_000, escrowAccount: '402000001234' };
    expect(await answered('down-payment', having({}), answers)).toEqual({ maxFen: 5_000_000, reasons: [] });
    const used = having({ homesUsed: [{ route: 'down-payment', homeNo: '402000001234', on: '2026-10-01' }] });
    expect(await answered('down-payment', used, answers)).toMatchObject({ reasons: ['home-already-used'] });
    expect(await answered('down-payment', used, { ...answers, escrowAccount: '402000009999' })).toEqual({ maxFen: 5_000_000, reasons: [] });
    const spouse = having({ family: [{ route: 'down-payment', amountFen: 2_000_000, homeNo: '402000001234' }] });
    expect(await answered('down-payment', spouse, answers)).toEqual({ maxFen: 3_000_000, reasons: [] });
  });

  it('sees arrears of any running loan, and none of a settled one', async () => {
    const reasonsOf = async (...loans: CoreOverview['loans']) => {
      const situation = await situationOf(anOverview({ loans }), someSources());
      return judge.offer('repay-fund-loan', situation, judge.facts('repay-fund-loan', situation)).verdict.reasons;
    };
    const overdue = aLoan({ loanNo: 'DK2', overduePeriods: 2 });
    expect(await reasonsOf(aLoan(), overdue)).toMatchObject([{ code: 'loan-in-arrears', params: { periods: 2 } }]);
    expect(await reasonsOf(aLoan(), { ...overdue, settled: true })).toEqual([]);
  });

  describe('a fund loan that somebody owes as its co-borrower', () => {
    const offerTo = async (route: 'rent' | 'repay-fund-loan', more: Partial<CoreOverview>) => {
      const situation = await situationOf(anOverview({ loans: [], ...more }), someSources());
      return judge.offer(route, situation, judge.facts(route, situation)).verdict;
    };

    it('leaves only its repayment, and says as whom; settled it bars nothing', async () => {
      const rent = await offerTo('rent', { jointLoans: [aLoan()] });
      expect([rent.eligible, rent.reasons]).toEqual([false, [{ code: 'fund-loan-first', params: { role: 'co-borrower' } }]]);
      expect(await offerTo('repay-fund-loan', { jointLoans: [aLoan()] })).toMatchObject({ eligible: true, maxFen: 1_200_000, decided: 'at-once' });
      expect((await offerTo('rent', { jointLoans: [aLoan({ settled: true })] })).eligible).toBe(true);
      expect((await offerTo('repay-fund-loan', { jointLoans: [aLoan({ settled: true })] })).reasons).toMatchObject([{ code: 'no-fund-loan' }]);
    });

    it('pays what the core says is left of what was repaid: what a spouse withdrew is not taken off twice', async () => {
      const { withdrawal } = anOverview();
      const had = { ...withdrawal, history: aHistory({ family: [{ route: 'repay-fund-loan', amountFen: 100_000, homeNo: 'DK1' }] }) };
      expect(await offerTo('repay-fund-loan', { jointLoans: [aLoan()], withdrawal: had })).toMatchObject({ eligible: true, maxFen: 1_200_000 });
    });

    it('in arrears closes the repayment, beside an own loan in good order too', async () => {
      const overdue = aLoan({ loanNo: 'DK2', overduePeriods: 1 });
      expect((await offerTo('repay-fund-loan', { jointLoans: [overdue] })).reasons).toEqual([{ code: 'loan-in-arrears', params: { periods: 1, role: 'co-borrower' } }]);
      expect((await offerTo('repay-fund-loan', { loans: [aLoan()], jointLoans: [overdue] })).reasons).toEqual([{ code: 'loan-in-arrears', params: { periods: 1 } }]);
    });
  });

  it.each([
    ['runs until today', '2026-01-01', '2026-11-21', true],
    ['begins today', '2026-11-21', '2027-11-20', true],
    ['ended yesterday', '2025-11-21', '2026-11-20', false],
    ['begins tomorrow', '2026-11-22', '2027-11-21', false],
  ])('counts a filed rent contract that %s: %s to %s', async (_, from, to, counts) => {
    const rentContract = { contractNumber: 'ZL1', monthlyFen: 500_000, publicHousing: false, from, to };
    const situation = await situationOf(having({}), someSources({ children: 2, rentContract }));
    const facts = judge.facts('rent', situation);
    expect(facts.rent).toEqual(counts ? { monthlyFen: 500_000, filed: true, publicHousing: false } : {});
    expect(judge.offer('rent', situation, facts).verdict.maxFen).toBe(counts ? 500_000 : 180_000);
  });
});
