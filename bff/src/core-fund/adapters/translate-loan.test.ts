import { planBody } from '../testing/wire-examples.ts';
import { WireError } from './core-fund.wire.ts';
import { loanApplicationBody, loanPlanOf, prepaymentBody } from './translate-loan.ts';

describe('the loan in the core\'s words and ours', () => {
  const appliedAt = '2026-11-21T01:30:15.000Z';
  const application = {
    customerNo: 'KH1', amountFen: 60_000_000, months: 360, method: 'equal-principal', contractNumber: 'HT', priceFen: 200_000_000, houseOrder: 'second',
    houseKind: 'second-hand', appliedAt,
  } as const;

  test('a pre-application', () => {
    const body = {
      KHBH: 'KH1', SQJE: '600000.00', DKQS: '360', DKHKFS: '02', GFHTBH: 'HT', FWZJ: '2000000.00', FWTS: '2', FWLX: '2', SQSJ: '20261121093015',
    };
    expect(loanApplicationBody(application)).toEqual(body);
    expect(loanApplicationBody({ ...application, partner: 'KH2' })).toEqual({ ...body, GTJKR: { KHBH: 'KH2', CDGX: '1' } });
    expect(loanApplicationBody({ ...application, method: 'equal-instalment', houseOrder: 'first', houseKind: 'affordable' })).toMatchObject({ DKHKFS: '01', FWTS: '1', FWLX: '3' });
  });

  test('a prepayment of a part says what stays; one of the whole names no amount', () => {
    const prepayment = { customerNo: 'KH1', loanNo: 'DK1', cardNo: 'K1', appliedAt } as const;
    expect(prepaymentBody({ ...prepayment, keep: 'instalment', amountFen: 5_000_000 })).toEqual({
      KHBH: 'KH1', DKZH: 'DK1', HKLX: '3', HKJE: '50000.00', SQFS: '1', KBH: 'K1', SQSJ: '20261121093015',
    });
    expect(prepaymentBody({ ...prepayment, keep: 'term', amountFen: 5_000_000 })).toMatchObject({ HKLX: '3', SQFS: '2' });
    expect(prepaymentBody({ ...prepayment, keep: 'whole' })).toEqual({ KHBH: 'KH1', DKZH: 'DK1', HKLX: '2', KBH: 'K1', SQSJ: '20261121093015' });
  });

  test('a plan, row by row', () => {
    expect(loanPlanOf(planBody)).toMatchObject({
      rows: [
        { period: 1, dueOn: '2020-02-10', instalmentFen: 427_811, principalFen: 254_478, interestFen: 173_333, balanceFen: 79_745_522, annualRateMillionths: 26_000, state: 'paid' },
        { period: 2, state: 'ahead' },
      ],
      paidPrincipalFen: 254_478, paidInterestFen: 173_333, prepaidFen: 0,
    });
    expect(loanPlanOf({ ...planBody, JH: [{ ...planBody.JH[0], ZT: '2' }] }).rows[0]?.state).toBe('overdue');
    expect(() => loanPlanOf({ ...planBody, JH: [{ ...planBody.JH[0], ZT: '4' }] })).toThrow(new WireError('ZT'));
  });
});
