import { CASE_STAGES } from '@anju/shared/progress';
import { WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { caseSms, caseSubscribeMessage } from './index.ts';

const MATTERS = [...WITHDRAWAL_ROUTES, 'loan-pre-application', 'loan-prepayment'] as const;
const words = { caseId: '22222222-2222-4222-8222-222222222222', number: 'T20261121000001', at: new Date('2026-11-21T07:01:00.000Z') };

describe('what goes out to a person', () => {
  it.each(CASE_STAGES)('fits the limits of WeChat in stage %s for every route, uncut', (stage) => {
    for (const route of MATTERS) {
      const { fields, page } = caseSubscribeMessage('open-1', 'template-1', { ...words, route, stage });
      expect(Object.values(fields).some((text) => text.includes('…'))).toBe(false);
      expect(fields['time4']).toBe('2026年11月21日 15:01');
      expect(page).toBe(`features/progress/pages/case/index?caseId=${words.caseId}`);
    }
  });

  it.each(CASE_STAGES)('fits them for who borrows too in stage %s, and asks nothing of them that the applicant alone may do', (stage) => {
    const sent = (role: 'applicant' | 'co-borrower') => caseSubscribeMessage('open-1', 'template-1', { ...words, route: 'loan-pre-application', stage, role }).fields;
    expect(Object.values(sent('co-borrower')).some((text) => text.includes('…'))).toBe(false);
    expect(sent('co-borrower')['thing5']).not.toMatch(/可以预约|重新申请|您的银行卡|退回账户|还款计划/);
    expect(sent('co-borrower')).toEqual({ ...sent('applicant'), thing5: expect.any(String) });
  });

  it('gives an SMS its three parameters, none empty', () => {
    for (const route of MATTERS) expect(caseSms({ ...words, route, stage: 'paid' }).filter((text) => text !== '')).toHaveLength(3);
  });

  it('says of a run of the offset, and of a down payment, where the money went; neither is on a card', () => {
    expect(caseSms({ ...words, route: 'repay-fund-loan', stage: 'paid', origin: 'order' })[2]).toBe('已还入贷款');
    expect(caseSms({ ...words, route: 'repay-fund-loan', stage: 'paid', origin: 'centre' })[2]).toBe('已到账');
    const hint = (more: object) => caseSubscribeMessage('open-1', 'template-1', { ...words, route: 'rent', stage: 'paid', ...more }).fields['thing5'];
    expect([hint({ route: 'repay-fund-loan', origin: 'order' }), hint({ route: 'down-payment' }), hint({ origin: 'order' })]).toEqual(['已用于偿还您的公积金贷款', '款项已转入资金监管账户', '请核对您的银行卡到账情况']);
  });

  it('says of a loan case what it is: its signing can be booked, it is paid out, it went into the loan', () => {
    expect(caseSms({ ...words, route: 'loan-pre-application', stage: 'signing' })).toEqual(['贷款预受理', words.number, '待面签']);
    expect(caseSms({ ...words, route: 'loan-pre-application', stage: 'paid' })[2]).toBe('已放款');
    expect(caseSms({ ...words, route: 'loan-prepayment', stage: 'paid' })).toEqual(['提前还款', words.number, '已还入贷款']);
    expect(caseSubscribeMessage('open-1', 'template-1', { ...words, route: 'loan-pre-application', stage: 'signing' }).fields['thing5']).toBe('预受理已通过，可以预约面签');
  });
});
