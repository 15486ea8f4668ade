import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { ACCOUNT_STATES } from '../account/index.ts';
import { packOf } from '../policy/packs/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { isWithdrawalRoute, nextEligibleAfter, nextPermittedOn, routeTraits, routeVerdict, routeVerdicts, withdrawalLimit, WITHDRAWAL_REASON_CODES, WITHDRAWAL_ROUTES } from './index.ts';
import type { LoanFacts, WithdrawalFacts, WithdrawalRouteId } from './index.ts';

const TODAY = '2026-11-21';
const pack = packOf('xiamen') as CentrePack;
const shenzhen = packOf('shenzhen') as CentrePack;
const jiamusi = packOf('jiamusi') as CentrePack;

const renter: WithdrawalFacts = {
  accountState: 'normal', balanceFen: 8_000_000, mustStayFen: 1, household: 'local', birthDate: '1990-05-05', sex: 'male', contributionMonths: 14,
  ownsHome: false, loan: null, lastWithdrawals: {}, nextPermitted: {}, runningCases: [], usableCards: 1, tasks: [], documents: [],
};
const loan: LoanFacts = { balanceFen: 50_000_000, overduePeriods: 0, repaid: { fromDate: '2025-11-20', toDate: '2026-11-20', principalFen: 2_400_000, interestFen: 1_200_000 } };
const borrower: WithdrawalFacts = { ...renter, ownsHome: true, loan };

const codes = (route: WithdrawalRouteId, facts: WithdrawalFacts, rules = pack, today = TODAY): string[] => routeVerdict(route, facts, rules, today).reasons.map((reason) => reason.code);

describe('repaying the fund loan', () => {
  it('is open, at once, for what was repaid since the last time', () => {
    expect(routeVerdict('repay-fund-loan', borrower, pack, TODAY)).toEqual({
      route: 'repay-fund-loan', servedBy: 'online', eligible: true, maxFen: 3_600_000, reasons: [], decided: 'at-once', questions: 0, uploads: 0,
    });
  });

  it('pays no more than the balance less what must stay, and shows both lines', () => {
    const facts = { ...borrower, balanceFen: 3_000_001 };
    expect(withdrawalLimit('repay-fund-loan', facts, pack, TODAY)).toEqual({
      maxFen: 3_000_000,
      basis: [{ name: 'balance-less-stay', amountFen: 3_000_000 }, { name: 'repaid-since-last', amountFen: 3_600_000, from: '2025-11-20', to: '2026-11-20' }],
    });
  });

  it.each<[string, Partial<WithdrawalFacts>, string[]]>([
    ['no loan', { loan: null }, ['no-fund-loan']],
    ['arrears', { loan: { ...loan, overduePeriods: 2 } }, ['loan-in-arrears']],
    ['nothing repaid', { loan: { ...loan, repaid: { ...loan.repaid, principalFen: 0, interestFen: 0 } } }, ['nothing-repaid']],
    ['a frozen account', { accountState: 'frozen' }, ['account-frozen']],
    ['a merged account', { accountState: 'merged' }, ['account-gone']],
    ['an account that went elsewhere', { accountState: 'transferred-out' }, ['account-gone']],
    ['a closed account', { accountState: 'closed' }, ['account-gone']],
    ['an account in no known state', { accountState: 'other' }, ['account-state-unclear']],
    ['a case under way', { runningCases: [{ route: 'purchase' }] }, ['case-running']],
    ['a date to come', { nextPermitted: { 'repay-fund-loan': '2026-11-22' } }, ['before-next-date']],
    ['a withdrawal this year', { lastWithdrawals: { 'repay-fund-loan': '2026-01-10' } }, ['before-next-date']],
    ['no card', { usableCards: 0 }, ['card-missing']],
    ['another name', { tasks: ['name-differs'] }, ['name-differs']],
    ['another mobile', { tasks: ['mobile-differs'] }, ['mobile-differs']],
    ['an empty account', { balanceFen: 1 }, ['nothing-to-withdraw']],
    ['several at once', { tasks: ['name-differs', 'mobile-differs'], usableCards: 0, loan: { ...loan, overduePeriods: 1 } }, ['name-differs', 'mobile-differs', 'card-missing', 'loan-in-arrears']],
  ])('is refused for %s', (_what, change, expected) => {
    const verdict = routeVerdict('repay-fund-loan', { ...borrower, ...change }, pack, TODAY);
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(expected);
    expect(verdict.eligible).toBe(false);
  });

  it('opens on the day, not after it', () => {
    const facts: WithdrawalFacts = { ...borrower, nextPermitted: { 'repay-fund-loan': '2026-12-01' } };
    expect(routeVerdict('repay-fund-loan', facts, pack, '2026-11-30')).toMatchObject({ eligible: false, eligibleFrom: '2026-12-01', reasons: [{ code: 'before-next-date', params: { date: '2026-12-01' } }] });
    expect(routeVerdict('repay-fund-loan', facts, pack, '2026-12-01').eligible).toBe(true);
  });

  it('names no day while something else than time stands in the way', () => {
    const facts: WithdrawalFacts = { ...borrower, usableCards: 0, nextPermitted: { 'repay-fund-loan': '2026-12-01' } };
    expect(routeVerdict('repay-fund-loan', facts, pack, TODAY)).not.toHaveProperty('eligibleFrom');
  });

  it('opens again twelve months later; the core’s own day goes first', () => {
    expect(nextEligibleAfter('repay-fund-loan', pack, '2026-11-21')).toBe('2027-11-21');
    expect(nextEligibleAfter('repay-fund-loan', pack, '2028-02-29')).toBe('2029-02-28');
    expect(nextEligibleAfter('purchase', pack, '2026-11-21')).toBeNull();
    expect(nextEligibleAfter('repay-fund-loan', shenzhen, '2026-11-21')).toBeNull();
    const facts: WithdrawalFacts = { ...borrower, lastWithdrawals: { 'repay-fund-loan': '2026-01-10' }, nextPermitted: { 'repay-fund-loan': '2026-10-01' } };
    expect(nextPermittedOn('repay-fund-loan', facts, pack, TODAY)).toBe('2026-10-01');
    expect(codes('repay-fund-loan', facts)).toEqual([]);
  });

  it('leads to the case that is already on its way', () => {
    const facts: WithdrawalFacts = { ...borrower, runningCases: [{ route: 'repay-fund-loan', caseId: 'case-1' }] };
    expect(routeVerdict('repay-fund-loan', facts, pack, TODAY).runningCaseId).toBe('case-1');
    expect(routeVerdict('rent', facts, pack, TODAY)).not.toHaveProperty('runningCaseId');
  });
});

describe('purchase', () => {
  it('is open with one upload, for the balance less what must stay until the contract is checked', () => {
    expect(routeVerdict('purchase', renter, pack, TODAY)).toEqual({
      route: 'purchase', servedBy: 'online', eligible: true, maxFen: 7_999_999, reasons: [], decided: 'by-clerk', questions: 1, uploads: 1,
    });
  });

  const contract = { kind: 'purchase-contract', result: 'confirmed', local: true, paidFen: 5_000_000 } as const;

  it('pays no more than was paid, and at once when the home is local and confirmed', () => {
    const facts: WithdrawalFacts = { ...renter, documents: [contract], home: { boughtOn: '2026-08-03' } };
    expect(routeVerdict('purchase', facts, pack, TODAY)).toMatchObject({ eligible: true, maxFen: 5_000_000, decided: 'at-once' });
    expect(routeVerdict('purchase', { ...facts, home: {} }, pack, TODAY)).toMatchObject({ eligible: true, decided: 'by-clerk' });
    expect(withdrawalLimit('purchase', facts, pack, TODAY).basis.map((one) => one.name)).toEqual(['balance-less-stay', 'price-paid']);
    expect(routeVerdict('purchase', { ...renter, documents: [{ ...contract, local: false }] }, pack, TODAY).decided).toBe('by-clerk');
  });

  it('takes a source that does not answer for no answer, not for a mismatch', () => {
    expect(routeVerdict('purchase', { ...renter, documents: [{ ...contract, result: 'unavailable' }] }, pack, TODAY)).toMatchObject({ eligible: true, decided: 'by-clerk', maxFen: 7_999_999 });
    expect(codes('purchase', { ...renter, documents: [{ ...contract, result: 'mismatch' }] })).toEqual(['contract-mismatch']);
    expect(codes('purchase', { ...renter, documents: [{ ...contract, result: 'not-found' }] })).toEqual(['contract-not-found']);
  });

  it('waits while a fund loan runs: only its repayment may be withdrawn for', () => {
    expect(codes('purchase', borrower)).toEqual(['fund-loan-first']);
  });
});

describe('rent', () => {
  it('pays a month’s 1,800 to who has no home', () => {
    expect(routeVerdict('rent', renter, pack, TODAY)).toMatchObject({ eligible: true, maxFen: 180_000, servedBy: 'online', decided: 'at-once', questions: 0, uploads: 0 });
    expect(withdrawalLimit('rent', { ...renter, balanceFen: 50_001 }, pack, TODAY).maxFen).toBe(50_000);
  });

  it.each<[string, Partial<WithdrawalFacts>, string]>([
    ['an owner', { ownsHome: true }, 'owns-home'],
    ['whom the register does not answer for', { ownsHome: 'unknown' }, 'home-unknown'],
    ['a newcomer', { contributionMonths: 2 }, 'contributions-too-short'],
    ['a sealed account', { accountState: 'sealed', sealedSince: '2026-01-01' }, 'account-sealed'],
  ])('is closed to %s', (_what, change, expected) => {
    expect(codes('rent', { ...renter, ...change })).toEqual([expected]);
  });

  it('is open from the third month on', () => {
    expect(codes('rent', { ...renter, contributionMonths: 3 })).toEqual([]);
    expect(routeVerdict('rent', { ...renter, contributionMonths: 2 }, pack, TODAY).reasons).toEqual([{ code: 'contributions-too-short', params: { months: 2, needed: 3 } }]);
  });

  it('says when the centre’s amount is not known', () => {
    expect(codes('rent', renter, jiamusi)).toEqual(['rule-unknown']);
    expect(withdrawalLimit('rent', renter, jiamusi, TODAY)).toEqual({ maxFen: null, basis: [] });
  });

  it('says when the contribution that the amount is a share of is not known', () => {
    expect(codes('rent', renter, shenzhen)).toEqual(['contribution-unknown']);
    expect(withdrawalLimit('rent', renter, shenzhen, TODAY)).toEqual({ maxFen: null, basis: [] });
  });
});

describe('leaving a job', () => {
  const sealed: WithdrawalFacts = { ...renter, accountState: 'sealed', sealedSince: '2026-04-20', household: 'elsewhere' };

  it('is open for a household elsewhere six months after sealing, for everything', () => {
    expect(routeVerdict('leave-job', sealed, pack, TODAY)).toMatchObject({ eligible: true, maxFen: 8_000_000 });
  });

  it('is grey for a local household, with the reason', () => {
    expect(codes('leave-job', { ...sealed, household: 'local' })).toEqual(['household-local']);
    expect(codes('leave-job', { ...sealed, household: 'unknown' })).toEqual(['household-unknown']);
  });

  it('opens six months after sealing, to the day', () => {
    const facts: WithdrawalFacts = { ...sealed, sealedSince: '2026-08-31' };
    expect(routeVerdict('leave-job', facts, pack, '2027-02-27')).toMatchObject({ eligible: false, eligibleFrom: '2027-02-28', reasons: [{ code: 'sealed-too-short', params: { since: '2026-08-31', months: 6, date: '2027-02-28' } }] });
    expect(routeVerdict('leave-job', facts, pack, '2027-02-28').eligible).toBe(true);
  });

  it('names both reasons when both stand', () => {
    expect(codes('leave-job', { ...sealed, household: 'local', sealedSince: '2026-10-01' })).toEqual(['household-local', 'sealed-too-short']);
    expect(codes('leave-job', { ...renter, household: 'elsewhere' })).toEqual(['not-sealed']);
    expect(codes('leave-job', sealed, shenzhen)).toEqual(['rule-unknown']);
  });
});

describe('retirement', () => {
  it('opens on the first day of the month of the legal age', () => {
    const facts: WithdrawalFacts = { ...renter, birthDate: '1966-01-15' };
    expect(routeVerdict('retirement', facts, pack, TODAY)).toMatchObject({ eligible: true, maxFen: 8_000_000 });
    const near: WithdrawalFacts = { ...renter, birthDate: '1966-08-20' };
    expect(routeVerdict('retirement', near, pack, TODAY)).toMatchObject({ eligible: false, eligibleFrom: '2027-01-01', reasons: [{ code: 'not-yet-retired', params: { date: '2027-01-01' } }] });
    expect(routeVerdict('retirement', near, pack, '2027-01-01').eligible).toBe(true);
  });

  it('names both days for a woman whose category is unknown, and is certain from the later one', () => {
    const facts: WithdrawalFacts = { ...renter, sex: 'female', birthDate: '1975-03-10' };
    const verdict = routeVerdict('retirement', facts, pack, TODAY);
    expect(verdict.reasons).toEqual([{ code: 'retirement-category-unknown', params: { earliest: '2025-05-01', latest: '2031-07-01' } }]);
    expect(verdict).not.toHaveProperty('eligibleFrom');
    expect(routeVerdict('retirement', facts, pack, '2031-07-01').eligible).toBe(true);
    expect(codes('retirement', { ...facts, retirementCategory: 'F50' })).toEqual([]);
    expect(codes('retirement', { ...facts, retirementCategory: 'F55' })).toEqual(['not-yet-retired']);
  });

  it('needs a birthday and a sex', () => {
    const { birthDate: _birthDate, ...unborn } = renter;
    expect(codes('retirement', unborn)).toEqual(['birth-date-unknown']);
  });

  it('waits for the loan to be settled', () => {
    expect(codes('retirement', { ...borrower, birthDate: '1960-01-01' })).toEqual(['fund-loan-first']);
  });
});

describe('all routes', () => {
  it('are fifteen, each with a verdict in the same order', () => {
    expect(WITHDRAWAL_ROUTES).toHaveLength(15);
    expect(routeVerdicts(renter, pack, TODAY).map((verdict) => verdict.route)).toEqual(WITHDRAWAL_ROUTES);
    expect(WITHDRAWAL_ROUTES.every(isWithdrawalRoute)).toBe(true);
    for (const wrong of ['', 'toString', 'Rent']) expect(isWithdrawalRoute(wrong)).toBe(false);
  });

  it('are served online but for those of the disabled and the dead', () => {
    expect(WITHDRAWAL_ROUTES.filter((route) => routeTraits(route).servedBy !== 'online')).toEqual(['disability', 'death']);
  });

  it('that rest on papers say so, and promise no amount', () => {
    for (const route of ['down-payment', 'build-or-repair', 'renovation', 'repay-commercial-loan', 'lift', 'illness', 'disability', 'emigration', 'death'] as const) {
      expect(routeVerdict(route, renter, pack, TODAY)).toMatchObject({ eligible: false, maxFen: route === 'emigration' ? 8_000_000 : null, reasons: [{ code: 'proof-needed' }] });
    }
    expect(codes('property-fee', renter)).toEqual(['not-offered']);
    expect(codes('property-fee', renter, shenzhen)).toEqual(['proof-needed']);
  });

  const facts: fc.Arbitrary<WithdrawalFacts> = fc.record({
    accountState: fc.constantFrom(...ACCOUNT_STATES),
    balanceFen: fc.integer({ min: 0, max: 100_000_000 }),
    mustStayFen: fc.integer({ min: 0, max: 10_000 }),
    household: fc.constantFrom('local' as const, 'elsewhere' as const, 'unknown' as const),
    sealedSince: fc.constantFrom('2026-01-31', '2026-10-01'),
    birthDate: fc.constantFrom('1960-05-05', '1975-03-10', '1990-05-05'),
    sex: fc.constantFrom('male' as const, 'female' as const),
    contributionMonths: fc.integer({ min: 0, max: 20 }),
    ownsHome: fc.constantFrom(true, false, 'unknown' as const),
    loan: fc.constantFrom(null, loan, { ...loan, overduePeriods: 1 }),
    lastWithdrawals: fc.constantFrom({}, { 'repay-fund-loan': '2026-05-05' }),
    nextPermitted: fc.constantFrom({}, { 'repay-fund-loan': '2026-12-05' }),
    runningCases: fc.constantFrom([], [{ route: 'rent' as const, caseId: 'c' }]),
    usableCards: fc.integer({ min: 0, max: 2 }),
    tasks: fc.constantFrom([], ['name-differs' as const]),
    documents: fc.constant([]),
  });

  it('are open exactly when nothing stands against them, and never for more than the balance', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(pack, shenzhen), (one, rules) => {
        for (const verdict of routeVerdicts(one, rules, TODAY)) {
          expect(verdict.eligible).toBe(verdict.reasons.length === 0);
          if (verdict.maxFen !== null) {
            expect(verdict.maxFen).toBeGreaterThanOrEqual(0);
            expect(verdict.maxFen).toBeLessThanOrEqual(one.balanceFen);
          }
          if (verdict.eligible) expect(verdict.maxFen).toBeGreaterThan(0);
          if (verdict.eligibleFrom !== undefined) {
            expect(verdict.eligibleFrom > TODAY).toBe(true);
            expect(routeVerdict(verdict.route, one, rules, verdict.eligibleFrom).eligible).toBe(true);
          }
        }
      }),
    );
  });

  it('are all closed while the account is frozen', () => {
    for (const verdict of routeVerdicts({ ...borrower, accountState: 'frozen' }, pack, TODAY)) {
      expect(verdict.eligible).toBe(false);
      if (verdict.route !== 'death') expect(verdict.reasons[0]?.code).toBe('account-frozen');
    }
  });
});

describe('reason codes', () => {
  it('are each explained in the package’s README', () => {
    const readme = readFileSync(path.join(__dirname, '../../README.md'), 'utf8');
    expect(WITHDRAWAL_REASON_CODES.filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
    expect(new Set(WITHDRAWAL_REASON_CODES).size).toBe(WITHDRAWAL_REASON_CODES.length);
  });
});
