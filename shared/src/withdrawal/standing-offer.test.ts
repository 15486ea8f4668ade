import { packOf } from '../policy/packs/index.ts';
import { standingOffer } from './standing-offer.ts';
import type { StandingOrder, WithdrawalFacts } from './withdrawal-facts.ts';

const pack = packOf('xiamen');
if (pack === null) throw new Error('no pack');
const TODAY = '2026-11-21';
const repaid = { fromDate: '2025-11-21', toDate: '2026-11-20', principalFen: 1_000_000, interestFen: 500_000 };
const base: WithdrawalFacts = {
  accountState: 'normal', balanceFen: 6_000_000, mustStayFen: 1, household: 'local', birthDate: '1990-05-05', sex: 'male', contributionMonths: 60, ownsHome: false,
  loan: null, commercialLoan: null, lastWithdrawals: {}, nextPermitted: {}, runningCases: [], usableCards: 1, tasks: [], documents: [],
};
const loan = { balanceFen: 50_000_000, overduePeriods: 0, repaid };
const codes = (kind: StandingOrder, facts: Partial<WithdrawalFacts>) => standingOffer(kind, { ...base, ...facts }, pack, TODAY).reasons.map(({ code }) => code);

describe('a standing order can be signed', () => {
  it('for the fund loan in good order, without a card and whenever the last withdrawal was', () => {
    expect(standingOffer('offset', { ...base, loan, usableCards: 0, lastWithdrawals: { 'repay-fund-loan': '2026-10-01' } }, pack, TODAY)).toEqual({ kind: 'offset', possible: true, reasons: [] });
    expect(codes('offset', {})).toEqual(['no-fund-loan']);
    expect(codes('offset', { loan: { ...loan, role: 'co-borrower' } })).toEqual(['borrower-signs']);
    expect(codes('offset', { loan: { ...loan, overduePeriods: 2 } })).toContain('loan-in-arrears');
  });

  it('for a loan of a bank that has a contract, and on no guess', () => {
    expect(codes('repay-commercial-loan', { ownsHome: true, commercialLoan: { repaid, contracted: true } })).toEqual([]);
    expect(codes('repay-commercial-loan', { commercialLoan: { repaid, contracted: false } })).toEqual(['bank-not-contracted']);
    expect(codes('repay-commercial-loan', { commercialLoan: 'unknown' })).toContain('bank-not-contracted');
    expect(codes('repay-commercial-loan', { commercialLoan: null })).toEqual(['no-commercial-loan']);
    expect(codes('repay-commercial-loan', { loan, commercialLoan: { repaid, contracted: true } })).toContain('fund-loan-first');
  });

  it('for the rent of who owns no home and has a card', () => {
    expect(codes('rent', { runningCases: [{ route: 'rent' }] })).toEqual([]);
    expect(codes('rent', { ownsHome: true })).toEqual(['owns-home']);
    expect(codes('rent', { usableCards: 0, contributionMonths: 2 })).toEqual(expect.arrayContaining(['card-missing', 'contributions-too-short']));
  });

  it('once of a kind, and not on a frozen account', () => {
    expect(codes('rent', { standingOrders: ['rent'] })).toEqual(['standing-exists']);
    expect(codes('rent', { standingOrders: ['offset'] })).toEqual([]);
    expect(codes('offset', { loan, accountState: 'frozen' })).toContain('account-frozen');
  });
});
