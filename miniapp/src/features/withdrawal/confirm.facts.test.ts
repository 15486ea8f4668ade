import type { FormReply } from '@anju/shared/contract';
import { basisLines, checkAmount, confirmFacts, nextStepText, startAmount, statementOf } from './confirm.facts.ts';
import { choicesOf, formFaults } from './form.faults.ts';
import { bodyOf, EMPTY_DRAFT, pressCounts, PRESS_KEPT_MS } from './withdrawal.draft.ts';

const form: FormReply = {
  route: 'repay-fund-loan',
  verdict: { route: 'repay-fund-loan', servedBy: 'online', eligible: true, maxFen: 578_032, reasons: [], decided: 'at-once', uploads: 0 },
  asOf: '2026-11-21T07:00:00Z', prefilledFen: 578_032, minimumFen: 100, balanceFen: 8_641_235, mustStayFen: 100,
  card: { bankCardId: 'c1', bank: '建设银行', tail: '1496', usable: true }, missing: [], known: [],
  basis: [{ name: 'balance-less-stay', amountFen: 8_641_135 }, { name: 'repaid-since-last', amountFen: 578_032, from: '2025-11-21', to: '2026-11-20' }],
  nextEligibleOn: '2027-11-21',
};
const valueOf = (label: string): string | undefined => confirmFacts(form, 578_032, EMPTY_DRAFT).find((fact) => fact.label === label)?.value;

describe('the confirm page', () => {
  it('says card, time, what stays, when again and that nothing must be handed in', () => {
    expect(valueOf('转入')).toBe('建设银行 ****\u00a01496（本人）');
    expect(valueOf('什么时候')).toBe('提交后即时，约\u00a010\u00a0秒到账');
    expect(valueOf('账户里还有')).toBe('80,632.03\u2009元');
    expect(valueOf('下次可提')).toBe('2027年11月21日起');
    expect(valueOf('材料')).toBe('不需要');
  });
  it('says the working days first where the house is elsewhere', () => {
    const checked: FormReply = { ...form, route: 'purchase', verdict: { ...form.verdict, decided: 'by-clerk' } };
    const when = (homeCity: string) => confirmFacts(checked, 1, { ...EMPTY_DRAFT, homeCity }).find((fact) => fact.label === '什么时候')?.value;
    expect(when('elsewhere')).toContain('3\u00a0个工作日');
    expect(when('local')).toBe('核对一致，当场到账');
  });
  it('takes an amount between the least and the most, to the fen', () => {
    expect(checkAmount('5780.32', 100, 578_032)).toEqual({ fen: 578_032 });
    expect(checkAmount('12.', 100, 578_032)).toEqual({ fen: 1200 });
  });
  it('refuses nothing, too little, too much and what is no amount, each in words', () => {
    expect(checkAmount('', 100, 200)).toEqual({ error: '请填金额' });
    expect(checkAmount('0', 100, 200)).toEqual({ error: '最少 1.00\u2009元' });
    expect(checkAmount('2.01', 100, 200)).toEqual({ error: '最多 2.00\u2009元' });
    expect(checkAmount('1e3', 100, 200)).toEqual({ error: '请填金额' });
  });
  it('starts with the maximum, or with what the person chose while it still fits', () => {
    expect(startAmount(form, EMPTY_DRAFT)).toBe(578_032);
    expect(startAmount(form, { ...EMPTY_DRAFT, amountFen: 100_000 })).toBe(100_000);
    expect(startAmount(form, { ...EMPTY_DRAFT, amountFen: 900_000 })).toBe(578_032);
  });
  it('marks the line that sets the maximum', () => {
    expect(basisLines(form).map((line) => line.least)).toEqual([false, true]);
  });
  it('names the next step for a face, for a counter code and after either', () => {
    expect(nextStepText('face', false)).toContain('刷脸');
    expect(nextStepText('counter-code', false)).toContain('柜台验证码');
    expect(nextStepText('face', true)).toContain('直接提交');
  });
  it('has a statement for each route', () => {
    expect(statementOf('purchase')).not.toBe(statementOf('repay-fund-loan'));
  });
});

describe('the wish', () => {
  it('has the same body for the same wish, so that it has the same key', () => {
    expect(JSON.stringify(bodyOf('repay-fund-loan', 1, 'c1', EMPTY_DRAFT))).toBe('{"route":"repay-fund-loan","amountFen":1,"bankCardId":"c1"}');
  });
  it('carries answers and files where there are some', () => {
    const draft = { ...EMPTY_DRAFT, contractNumber: 'A1', homeCity: 'local', files: [{ fileId: 'f1', name: '发票.jpg' }] };
    expect(bodyOf('purchase', 1, 'c1', draft)).toMatchObject({ answers: { contractNumber: 'A1', homeCity: 'local' }, fileIds: ['f1'] });
  });
  it('goes on by itself after the face check for ten minutes, no longer, and not before it was pressed', () => {
    const draft = { ...EMPTY_DRAFT, pressedAt: 1000 };
    expect(pressCounts(draft, 1000 + PRESS_KEPT_MS - 1)).toBe(true);
    expect(pressCounts(draft, 1000 + PRESS_KEPT_MS)).toBe(false);
    expect(pressCounts(draft, 999)).toBe(false);
    expect(pressCounts(EMPTY_DRAFT, 1000)).toBe(false);
  });
});

describe('the form', () => {
  const missing = [{ name: 'contractNumber', kind: 'text' }, { name: 'homeCity', kind: 'choice', choices: ['local', 'elsewhere'] }, { name: 'paymentVoucher', kind: 'file' }] as const;
  it('names each thing that is missing', () => {
    expect(Object.keys(formFaults(missing, EMPTY_DRAFT))).toEqual(['contractNumber', 'homeCity', 'paymentVoucher']);
  });
  it('says what the number of a contract looks like where it is none', () => {
    expect(formFaults([missing[0]], { ...EMPTY_DRAFT, contractNumber: 'a b*' }).contractNumber).toContain('例如');
    expect(formFaults([missing[0]], { ...EMPTY_DRAFT, contractNumber: ' XM2026-0318-0127 ' })).toEqual({});
  });
  it('asks for nothing the route does not need', () => {
    expect(formFaults([], EMPTY_DRAFT)).toEqual({});
  });
  it('words the choice of the city', () => {
    expect(choicesOf(missing[1]).map((choice) => choice.label)).toEqual(['本市', '外地']);
  });
});
