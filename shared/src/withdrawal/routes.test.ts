import { packOf } from '../policy/packs/index.ts';
import { withdrawalGrounds } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { routeVerdict, withdrawalLimit, withdrawalTerms } from './index.ts';
import type { HomeFacts, WithdrawalFacts, WithdrawalRouteId } from './index.ts';

const TODAY = '2026-11-21';
const of = (centre: string): CentrePack => packOf(centre) as CentrePack;
const base: WithdrawalFacts = {
  accountState: 'normal', balanceFen: 10_000_000, mustStayFen: 1, household: 'local', birthDate: '1990-05-05', sex: 'male', contributionMonths: 60, ownsHome: false,
  loan: null, lastWithdrawals: {}, nextPermitted: {}, runningCases: [], usableCards: 1, tasks: [], documents: [],
};
const verdictOf = (route: WithdrawalRouteId, facts: Partial<WithdrawalFacts>, centre = 'xiamen', today = TODAY): ReturnType<typeof routeVerdict> =>
  routeVerdict(route, { ...base, ...facts }, of(centre), today);
const codes = (...args: Parameters<typeof verdictOf>): string[] => verdictOf(...args).reasons.map(({ code, params }) => (params?.['missing'] === undefined ? code : `${code} ${params['missing']}`));
const home: HomeFacts = { kind: 'new', boughtOn: '2026-01-10', certificateOn: '2026-03-01', builtOn: '2025-01-10', withLoan: true, paidFen: 5_000_000, downPaymentFen: 4_000_000, areaHundredths: 10_000 };
const repaid = { fromDate: '2025-12-01', toDate: '2026-11-20', principalFen: 100_000, interestFen: 50_000 };

describe('each reason', () => {
  it.each<[string, WithdrawalRouteId, Partial<WithdrawalFacts>, string, string[]]>([
    ['a transfer under way', 'purchase', { transferRunning: true }, 'xiamen', ['transfer-running']],
    ['a contribution on its way', 'leave-job', { contributionPending: true, accountState: 'sealed', sealedSince: '2026-01-01', household: 'elsewhere' }, 'xiamen', ['contribution-pending']],
    ['a contribution on its way, the account staying open', 'purchase', { contributionPending: true }, 'xiamen', []],
    ['work again', 'leave-job', { employed: true, accountState: 'sealed', sealedSince: '2026-01-01', household: 'elsewhere' }, 'xiamen', ['re-employed']],
    ['an account elsewhere', 'leave-job', { accountElsewhere: true, accountState: 'sealed', sealedSince: '2026-01-01', household: 'elsewhere' }, 'xiamen', ['account-elsewhere']],
    ['an account sealed nobody knows since when', 'leave-job', { accountState: 'sealed', household: 'elsewhere' }, 'xiamen', ['proof-needed']],
    ['a month repaid for last month', 'rent', { covered: [{ route: 'repay-fund-loan', from: '2025-11-01', to: '2026-10-31' }] }, 'xiamen', []],
    ['a home used before', 'purchase', { home: { ...home, used: [{ route: 'purchase', at: 'here' }] } }, 'xiamen', ['home-already-used']],
    ['a home used at another centre', 'purchase', { home: { ...home, used: [{ route: 'purchase', at: 'other-centre' }] } }, 'xiamen', ['home-used-elsewhere']],
    ['a home renovated nobody knows when, where ten years must lie between', 'renovation', { home: { renovationCostFen: 100, used: [{ route: 'renovation', at: 'here' }] } }, 'beijing', ['home-already-used']],
    ['a home renovated long ago, where ten years must lie between', 'renovation', { home: { renovationCostFen: 100, used: [{ route: 'renovation', at: 'other-centre', on: '2016-11-21' }] } }, 'beijing', []],
    ['a home used for something else', 'purchase', { home: { ...home, used: [{ route: 'renovation', at: 'here' }] } }, 'xiamen', []],
    ['a home renovated before', 'renovation', { home: { ...home, used: [{ route: 'renovation', at: 'here' }] } }, 'xiamen', ['home-already-used']],
    ['a home the family has used up', 'purchase', { home: { ...home, familyFen: { purchase: 5_000_000 } } }, 'xiamen', ['nothing-left']],
    ['a second-hand home bought with a loan', 'purchase', { home: { ...home, kind: 'second-hand', certificateOn: '2026-11-01' } }, 'fuzhou', []],
    ['a new home bought in cash', 'purchase', { home: { ...home, withLoan: false, certificateOn: '2026-11-01' } }, 'fuzhou', []],
    ['an early retirement that is confirmed', 'retirement', { documents: [{ kind: 'retirement', result: 'confirmed' }] }, 'xiamen', []],
    ['an early retirement that nobody answers for', 'retirement', { documents: [{ kind: 'retirement', result: 'unavailable' }] }, 'xiamen', ['not-yet-retired']],
    ['a home of which the day is unknown', 'purchase', { home: { kind: 'new' } }, 'xiamen', []],
    ['no home known', 'renovation', { home: 'unknown' }, 'xiamen', ['proof-needed']],
    ['single facts missing', 'renovation', { home: { kind: 'new' } }, 'xiamen', ['proof-needed bought-on', 'proof-needed certificate', 'proof-needed area']],
    ['a bought-long-ago home', 'renovation', { home: { ...home, boughtOn: '2021-11-20' } }, 'xiamen', ['outside-window']],
    ['a pause', 'renovation', { home, pausedRoutes: ['renovation'] }, 'xiamen', ['route-paused']],
    ['a down payment of a kind not told', 'down-payment', { home: { ...home, kind: 'affordable' } }, 'fuzhou', ['rule-unknown']],
    ['a down payment of unknown kind', 'down-payment', { home: { downPaymentFen: 1 } }, 'fuzhou', ['proof-needed home-kind']],
    ['a contract that is denied', 'down-payment', { home, documents: [{ kind: 'purchase-contract', result: 'mismatch', local: true }] }, 'fuzhou', ['contract-mismatch']],
    ['a sound house', 'build-or-repair', { works: { kind: 'overhaul', permit: 'confirmed', grade: 'B', costFen: 1 } }, 'xiamen', ['not-dangerous']],
    ['a house nobody graded', 'build-or-repair', { works: { kind: 'overhaul', permit: 'unavailable', costFen: 1 } }, 'xiamen', ['proof-needed permit', 'proof-needed grade']],
    ['a permit that is denied', 'build-or-repair', { works: { kind: 'build', permit: 'mismatch', costFen: 1 } }, 'xiamen', ['source-mismatch']],
    ['works withdrawn for', 'build-or-repair', { works: { kind: 'rebuild', permit: 'confirmed', costFen: 1, used: true } }, 'xiamen', ['home-already-used']],
    ['a fee already paid out', 'property-fee', { propertyFee: { paidFen: 1 }, lastWithdrawals: { 'property-fee': '2026-09-30' } }, 'fuzhou', ['year-used']],
    ['a year the couple used up', 'property-fee', { propertyFee: { paidFen: 1, yearUsed: { year: 2026, amountFen: 300_000 } } }, 'fuzhou', ['year-used']],
    ['a fee without invoice', 'property-fee', { propertyFee: {} }, 'fuzhou', ['proof-needed fee']],
    ['no bank’s loan', 'repay-commercial-loan', { commercialLoan: null }, 'xiamen', ['no-commercial-loan']],
    ['an unknown bank’s loan', 'repay-commercial-loan', { commercialLoan: 'unknown' }, 'xiamen', ['proof-needed']],
    ['a bank’s loan in arrears', 'repay-commercial-loan', { commercialLoan: { overduePeriods: 1 } }, 'xiamen', ['bank-loan-in-arrears', 'proof-needed repaid']],
    ['nothing repaid to the bank', 'repay-commercial-loan', { commercialLoan: { repaid: { ...repaid, principalFen: 0, interestFen: 0 } } }, 'xiamen', ['nothing-repaid']],
    ['months of rent', 'repay-commercial-loan', { commercialLoan: { repaid }, covered: [{ route: 'rent', from: '2026-10-01', to: '2026-10-31' }] }, 'xiamen', ['period-taken']],
    ['months of rent before', 'repay-commercial-loan', { commercialLoan: { repaid }, covered: [{ route: 'rent', from: '2025-10-01', to: '2025-11-30' }] }, 'xiamen', []],
    ['a relative not counted', 'lift', { lift: { ownShareFen: 1, relation: 'parent' } }, 'xiamen', ['relation-not-covered']],
    ['a stranger', 'lift', { lift: { ownShareFen: 1, relation: 'other' } }, 'fuzhou', ['relation-not-covered', 'proof-needed completed-on']],
    ['a lift long finished', 'lift', { lift: { ownShareFen: 1, relation: 'owner', completedOn: '2025-11-20' } }, 'fuzhou', ['outside-window']],
    ['a lift withdrawn for', 'lift', { lift: { ownShareFen: 1, relation: 'owner', used: true } }, 'xiamen', ['home-already-used']],
    ['an illness off the list', 'illness', { illness: { ownCostFen: 1, listed: false, paidOn: '2026-11-01' } }, 'wuhan', ['illness-not-listed']],
    ['an illness nobody looked up', 'illness', { illness: { ownCostFen: 1, paidOn: '2026-11-01' } }, 'wuhan', ['proof-needed listed']],
    ['a cost of unknown day', 'illness', { illness: { ownCostFen: 1 } }, 'xiamen', ['proof-needed paid-on']],
    ['a proof that is denied', 'disability', { documents: [{ kind: 'disability', result: 'mismatch' }, { kind: 'employment-ended', result: 'not-found' }] }, 'xiamen', ['source-mismatch', 'source-not-found']],
    ['a proof that is half there', 'disability', { documents: [{ kind: 'disability', result: 'confirmed' }] }, 'xiamen', ['proof-needed employment-ended']],
    ['heirs with everything confirmed', 'death', { usableCards: 0, tasks: ['name-differs'], documents: [{ kind: 'death', result: 'confirmed' }, { kind: 'inheritance', result: 'confirmed' }] }, 'xiamen', []],
    ['heirs of a frozen account', 'death', { accountState: 'frozen', documents: [{ kind: 'death', result: 'confirmed' }, { kind: 'inheritance', result: 'confirmed' }] }, 'xiamen', ['account-frozen']],
  ])('%s: %s', (_what, route, facts, centre, expected) => {
    expect(codes(route, facts, centre)).toEqual(expected);
  });

  it('is joined by every other: nothing is kept back for later', () => {
    expect(codes('renovation', { usableCards: 0, tasks: ['name-differs'], runningCases: [{ route: 'rent' }], transferRunning: true, pausedRoutes: ['renovation'], home: { ...home, used: [{ route: 'renovation', at: 'here' }, { route: 'renovation', at: 'other-centre' }], certificateOn: '2026-10-01' } })).toEqual([
      'transfer-running', 'name-differs', 'case-running', 'card-missing', 'route-paused', 'home-already-used', 'home-used-elsewhere', 'proof-too-new',
    ]);
  });
});

describe('a day', () => {
  it.each<[string, WithdrawalRouteId, Partial<WithdrawalFacts>, string, string, string]>([
    ['the certificate is six months old', 'renovation', { home: { ...home, certificateOn: '2026-08-31' } }, 'xiamen', TODAY, '2027-02-28'],
    ['a home bought in cash is six months old', 'purchase', { home: { ...home, kind: 'second-hand', withLoan: false, certificateOn: '2026-09-15' } }, 'fuzhou', TODAY, '2027-03-15'],
    ['a house is more than twenty years old', 'renovation', { home: { ...home, builtOn: '2007-03-03' } }, 'taizhou', TODAY, '2027-03-04'],
    ['a house is more than twenty years old, on no day of its own', 'renovation', { home: { ...home, builtOn: '2008-02-29' } }, 'taizhou', TODAY, '2028-03-01'],
    ['ten years have gone since the last renovation', 'renovation', { home: { renovationCostFen: 1_000_000, used: [{ route: 'renovation', at: 'here', on: '2018-02-02' }] } }, 'beijing', TODAY, '2028-02-02'],
    ['ten years have gone since the later of two', 'renovation', { lastWithdrawals: { renovation: '2019-05-05' }, home: { renovationCostFen: 1_000_000, used: [{ route: 'renovation', at: 'here', on: '2018-02-02' }] } }, 'beijing', TODAY, '2029-05-05'],
    ['three years have gone since the last purchase', 'purchase', { lastWithdrawals: { purchase: '2025-01-31' } }, 'wuhan', TODAY, '2028-01-31'],
    ['three months have gone since the last rent', 'rent', { lastWithdrawals: { rent: '2026-11-30' } }, 'guangzhou', '2026-12-01', '2027-02-28'],
    ['twelve months have gone since the last repayment', 'repay-commercial-loan', { commercialLoan: { repaid }, lastWithdrawals: { 'repay-commercial-loan': '2026-06-30' } }, 'xiamen', TODAY, '2027-06-30'],
    ['a new year begins', 'property-fee', { propertyFee: { paidFen: 100_000, yearUsed: { year: 2026, amountFen: 300_000 } } }, 'fuzhou', TODAY, '2027-01-01'],
    ['a new year begins for rent', 'rent', { rent: { yearUsed: { year: 2026, amountFen: 1_500_000 } } }, 'taizhou', TODAY, '2027-01-01'],
    ['the months repaid for are over', 'rent', { covered: [{ route: 'repay-commercial-loan', from: '2026-11-01', to: '2026-11-30' }, { route: 'repay-commercial-loan', from: '2026-12-01', to: '2026-12-31' }] }, 'xiamen', TODAY, '2027-01-01'],
    ['the month is over that a repayment reached into', 'rent', { covered: [{ route: 'repay-commercial-loan', from: '2025-11-22', to: '2026-11-01' }] }, 'xiamen', TODAY, '2026-12-01'],
    ['months of rent are more than a year back', 'repay-commercial-loan', { commercialLoan: { repaid }, covered: [{ route: 'rent', from: '2026-01-01', to: '2026-03-31' }] }, 'xiamen', TODAY, '2027-03-31'],
    ['a leap day’s rent is more than a year back', 'repay-commercial-loan', { commercialLoan: { repaid: { ...repaid, fromDate: '2027-06-01', toDate: '2028-05-31' } }, covered: [{ route: 'rent', from: '2028-02-01', to: '2028-02-29' }] }, 'xiamen', '2028-06-01', '2029-03-01'],
    ['three years after false papers are over', 'purchase', { falsePapers: { for: 'withdrawal', on: '2026-10-08' } }, 'xiamen', TODAY, '2029-10-08'],
    ['five years after a false loan are over', 'purchase', { falsePapers: { for: 'loan', on: '2026-10-08' } }, 'xiamen', TODAY, '2031-10-08'],
    ['the social insurance’s month comes', 'retirement', { retirementMonth: '2027-05' }, 'xiamen', TODAY, '2027-05-01'],
  ])('is named: when %s', (_what, route, facts, centre, today, opens) => {
    expect(verdictOf(route, facts, centre, today)).toMatchObject({ eligible: false, eligibleFrom: opens });
    expect(verdictOf(route, facts, centre, opens)).toMatchObject({ eligible: true, reasons: [] });
  });

  it('is not named where it would only uncover another reason', () => {
    const facts: Partial<WithdrawalFacts> = { home: { ...home, boughtOn: '2021-12-01', certificateOn: '2026-10-01' } };
    expect(verdictOf('renovation', facts).reasons).toEqual([{ code: 'proof-too-new', params: { months: 6, date: '2027-04-01' } }]);
    expect(verdictOf('renovation', facts)).not.toHaveProperty('eligibleFrom');
    expect(codes('renovation', facts, 'xiamen', '2027-04-01')).toEqual(['outside-window']);
  });

  it('is the last one too: a window closes the day after', () => {
    const facts: Partial<WithdrawalFacts> = { home };
    expect(codes('purchase', facts, 'xiamen', '2027-01-10')).toEqual([]);
    expect(codes('purchase', facts, 'xiamen', '2027-01-11')).toEqual(['outside-window']);
    expect(codes('purchase', { home: { ...home, boughtOn: '2020-02-29' } }, 'shanghai', '2025-02-28')).toEqual([]);
  });
});

describe('money', () => {
  it('that is missing is named to the fen, where it is all that is missing', () => {
    expect(verdictOf('purchase', { balanceFen: 9_500 }, 'putian')).toMatchObject({ eligible: false, missingFen: 501, reasons: [{ code: 'nothing-to-withdraw', params: { balanceFen: 9_500, mustStayFen: 10_000 } }] });
    expect(verdictOf('purchase', { balanceFen: 10_001 }, 'putian')).toMatchObject({ eligible: true, maxFen: 1 });
    expect(verdictOf('purchase', { balanceFen: 9_500, usableCards: 0 }, 'putian')).not.toHaveProperty('missingFen');
  });

  it('stays by whichever asks for more, the core or the centre', () => {
    expect(withdrawalLimit('purchase', { ...base, mustStayFen: 50_000 }, of('longyan'), TODAY).maxFen).toBe(9_950_000);
    expect(withdrawalLimit('purchase', base, of('longyan'), TODAY).maxFen).toBe(9_999_000);
    expect(withdrawalLimit('retirement', base, of('longyan'), TODAY).maxFen).toBe(10_000_000);
  });

  it.each<[string, Partial<WithdrawalFacts>, string, number | null]>([
    ['a share of the contribution', { monthlyContributionFen: 240_001 }, 'shenzhen', 192_000],
    ['a share, the contribution unknown', {}, 'shenzhen', null],
    ['many children, and the contribution is more', { monthlyContributionFen: 240_001, family: { children: 2 }, rent: { monthlyFen: 300_000 } }, 'shenzhen', 240_001],
    ['many children, the contract filed', { monthlyContributionFen: 240_001, family: { children: 2 }, rent: { monthlyFen: 300_000, filed: true } }, 'shenzhen', 300_000],
    ['public housing: the rent and no more', { rent: { monthlyFen: 90_000, publicHousing: true } }, 'beijing', 90_000],
    ['a filed contract, up to the contribution', { monthlyContributionFen: 250_000, rent: { monthlyFen: 700_000, filed: true } }, 'beijing', 250_000],
    ['a filed contract, the contribution unknown', { rent: { monthlyFen: 700_000, filed: true } }, 'beijing', 200_000],
    ['a household’s amount, the spouse’s part taken off', { rent: { familyFen: 150_000 } }, 'shanghai', 250_000],
    ['each person’s amount, whatever the spouse took', { rent: { familyFen: 150_000 } }, 'xiamen', 180_000],
    ['three children', { family: { children: 3 } }, 'taizhou', 200_000],
    ['a year with little left', { family: { married: true }, rent: { yearUsed: { year: 2026, amountFen: 2_950_000 } } }, 'taizhou', 50_000],
    ['last year’s use', { rent: { yearUsed: { year: 2025, amountFen: 1_500_000 } } }, 'taizhou', 125_000],
    ['a year’s amount alone', {}, 'luan', 1_800_000],
  ])('for rent: %s', (_what, facts, centre, expected) => {
    expect(withdrawalLimit('rent', { ...base, ...facts }, of(centre), TODAY).maxFen).toBe(expected);
  });

  const { paidFen: _paid, ...unpaid } = home;
  it.each<[string, HomeFacts, number, readonly string[]]>([
    ['with a loan, no more than the down payment', home, 4_000_000, ['price-paid', 'down-payment']],
    ['with a loan, what was paid when that is less', { ...home, paidFen: 3_999_999 }, 3_999_999, ['price-paid']],
    ['with a loan, the down payment when no source told what was paid', unpaid, 4_000_000, ['down-payment']],
    ['without a loan, what was paid', { ...home, withLoan: false }, 5_000_000, ['price-paid']],
    ['with a loan, the spouse’s part taken off the down payment', { ...home, familyFen: { purchase: 1_500_000 } }, 2_500_000, ['price-paid', 'down-payment', 'family-left']],
  ])('for a purchase: %s', (_what, bought, most, lines) => {
    const limit = withdrawalLimit('purchase', { ...base, home: bought }, of('xiamen'), TODAY);
    expect([limit.maxFen, limit.basis.slice(1).map(({ name }) => name)]).toEqual([most, lines]);
  });

  it('for a fee of two homes counts the homes that the centre counts', () => {
    const fee = (homes: number): number | null => withdrawalLimit('property-fee', { ...base, propertyFee: { paidFen: 9_000_000, homes } }, of('taizhou'), TODAY).maxFen;
    expect([fee(1), fee(2), fee(3)]).toEqual([1_000_000, 2_000_000, 2_000_000]);
    expect(withdrawalLimit('property-fee', { ...base, propertyFee: { paidFen: 9_000_000, homes: 3 } }, of('fuzhou'), TODAY).maxFen).toBe(300_000);
  });

  it('for a renovation counts no more square metres than the centre does', () => {
    const lines = (areaHundredths: number): readonly number[] => withdrawalLimit('renovation', { ...base, home: { ...home, areaHundredths } }, of('fuzhou'), TODAY).basis.map(({ amountFen }) => amountFen);
    expect([lines(14_399)[1], lines(14_400)[1], lines(20_000)[1]]).toEqual([21_598_500, 21_600_000, 21_600_000]);
  });

  it('of the spouse for the same loan is taken off', () => {
    const loan = { balanceFen: 1, overduePeriods: 0, repaid, familyFen: 60_000 };
    expect(withdrawalLimit('repay-fund-loan', { ...base, loan }, of('xiamen'), TODAY).basis).toEqual([
      { name: 'balance-less-stay', amountFen: 9_999_999 }, { name: 'repaid-since-last', amountFen: 150_000, from: '2025-12-01', to: '2026-11-20' }, { name: 'family-left', amountFen: 90_000 },
    ]);
  });
});

describe('the law of 2026-09-20', () => {
  const fee: Partial<WithdrawalFacts> = { propertyFee: { paidFen: 100_000 } };

  it('has nine grounds where there were six', () => {
    expect(withdrawalGrounds.map(({ value }) => value.length)).toEqual([6, 9]);
  });

  it('opens renovation and property fees on the day, where the centre had not before', () => {
    expect(codes('renovation', {}, 'hangzhou', '2026-09-19')).toEqual(['ground-not-yet', 'proof-needed']);
    expect(codes('renovation', {}, 'hangzhou', '2026-09-20')).toEqual(['proof-needed']);
    expect(codes('property-fee', fee, 'hangzhou', '2026-09-19')).toEqual(['ground-not-yet', 'rule-unknown']);
    expect(codes('property-fee', fee, 'hangzhou', '2026-09-20')).toEqual(['rule-unknown']);
    expect(codes('property-fee', fee, 'fuzhou', '2026-08-27')).toEqual(['ground-not-yet', 'rule-unknown']);
    expect(codes('property-fee', fee, 'fuzhou', '2026-09-19')).toEqual([]);
  });

  it('counts rent whatever its share of the income', () => {
    const facts: Partial<WithdrawalFacts> = { rent: { aboveIncomeShare: false } };
    expect(verdictOf('rent', facts, 'xiamen', '2026-09-19')).toMatchObject({ eligible: false, eligibleFrom: '2026-09-20', reasons: [{ code: 'rent-within-income', params: { date: '2026-09-20' } }] });
    expect(codes('rent', facts, 'xiamen', '2026-09-20')).toEqual([]);
    expect(codes('rent', { rent: { aboveIncomeShare: true } }, 'xiamen', '2026-09-19')).toEqual([]);
    expect(codes('rent', {}, 'xiamen', '2026-09-19')).toEqual([]);
  });

  it('bars nobody for papers found false before it', () => {
    expect(codes('purchase', { falsePapers: { for: 'withdrawal', on: '2026-09-19' } })).toEqual([]);
    expect(codes('purchase', { falsePapers: { for: 'withdrawal', on: '2026-09-20' } })).toEqual(['barred']);
  });

  it('asks for no certificate of the employer any more', () => {
    const certificate = (today: string): boolean | null => withdrawalTerms('rent', base, of('xiamen'), today).employerCertificate;
    expect([certificate('2026-09-19'), certificate('2026-09-20')]).toEqual([true, false]);
    expect(withdrawalTerms('rent', base, of('xiamen'), TODAY).decisionDays).toBe(3);
    expect(withdrawalTerms('rent', base, of('xiamen'), '2018-01-01')).toMatchObject({ decisionDays: null, employerCertificate: null });
  });
});

describe('the terms of a route', () => {
  it('of a closing withdrawal name what ends, and the interest to the day', () => {
    const facts: WithdrawalFacts = { ...base, accruedInterestFen: 12_345, standingOrders: ['offset', 'rent'] };
    expect(withdrawalTerms('leave-job', facts, of('xiamen'), TODAY)).toMatchObject({ mustStayFen: 0, loanLimit: 'account-closes', closing: { ends: ['offset', 'rent'], interestFen: 12_345 } });
    expect(withdrawalTerms('death', base, of('xiamen'), TODAY).closing).toEqual({ ends: [], interestFen: null });
    for (const route of ['retirement', 'disability', 'leave-job', 'emigration', 'death'] as const) expect(withdrawalTerms(route, base, of('xiamen'), TODAY).closing).not.toBeNull();
    for (const route of ['purchase', 'rent', 'illness', 'repay-fund-loan'] as const) expect(withdrawalTerms(route, base, of('xiamen'), TODAY).closing).toBeNull();
  });

  it('say whether the loan’s limit rests on the balance', () => {
    const effect = (centre: string, today = TODAY): string => withdrawalTerms('rent', base, of(centre), today).loanLimit;
    expect(['xiamen', 'shenzhen', 'hangzhou', 'wuhan', 'putian'].map((centre) => effect(centre))).toEqual(Array(5).fill('balance-counts'));
    expect(['beijing', 'luan'].map((centre) => effect(centre))).toEqual(Array(2).fill('balance-does-not-count'));
    expect(['jiamusi', 'fuzhou'].map((centre) => effect(centre))).toEqual(Array(2).fill('unknown'));
  });

  it('say how often, and what to keep for a loan', () => {
    expect(withdrawalTerms('rent', base, of('guangzhou'), TODAY)).toMatchObject({ everyMonths: 3, yearly: false, oncePerHome: false, keepForLoanFen: null });
    expect(withdrawalTerms('renovation', base, of('beijing'), TODAY)).toMatchObject({ everyMonths: 120, oncePerHome: false });
    expect(withdrawalTerms('renovation', base, of('xiamen'), TODAY)).toMatchObject({ everyMonths: null, oncePerHome: true });
    expect(withdrawalTerms('property-fee', base, of('fuzhou'), TODAY)).toMatchObject({ yearly: true });
    expect(withdrawalTerms('purchase', { ...base, monthlyContributionFen: 240_000 }, of('wuhan'), TODAY).keepForLoanFen).toBe(1_440_000);
    expect(withdrawalTerms('purchase', base, of('wuhan'), TODAY).keepForLoanFen).toBeNull();
  });
});
