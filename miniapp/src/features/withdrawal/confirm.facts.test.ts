import type { FormReply } from '@anju/shared/contract';
import { fieldWords } from '../../texts/withdrawal-fields.ts';
import { answerLines, answerText, basisLines, bodyOf, cardOf, checkAmount, choicesOf, confirmFacts, isOld, mostOf, standingAnswer, startAmount, statementOf } from './confirm.facts.ts';
import { NO_CONTENT } from './draft.content.ts';

const form: FormReply = {
  route: 'repay-fund-loan',
  verdict: { route: 'repay-fund-loan', servedBy: 'online', eligible: true, maxFen: 578_032, reasons: [], decided: 'at-once', uploads: 0 },
  asOf: '2026-11-21T07:00:00Z', prefilledFen: 578_032, minimumFen: 100, balanceFen: 8_641_235, mustStayFen: 100,
  card: { bankCardId: 'c1', bank: '建设银行', tail: '1496', usable: true }, missing: [], known: [],
  basis: [{ name: 'balance-less-stay', amountFen: 8_641_135 }, { name: 'repaid-since-last', amountFen: 578_032, from: '2025-11-21', to: '2026-11-20' }],
  nextEligibleOn: '2027-11-21',
};
const valueOf = (label: string): string | undefined => confirmFacts(form, 578_032, NO_CONTENT).find((fact) => fact.label === label)?.value;

describe('the confirm page', () => {
  it('says card, time, what stays, when again and that nothing must be handed in', () => {
    expect(valueOf('转入')).toBe('建设银行 ****\u00a01496（本人）');
    expect(valueOf('什么时候')).toBe('提交后即时，约\u00a010\u00a0秒到账');
    expect(valueOf('账户里还有')).toBe('80,632.03\u2009元');
    expect(valueOf('下次可提')).toBe('2027年11月21日起');
    expect(valueOf('材料')).toBe('不需要');
  });
  it('promises nothing at once while the core is silent', () => {
    expect([isOld(form), isOld({ ...form, state: 'fresh' }), isOld({ ...form, state: 'stale' })]).toEqual([false, false, true]);
    const when = (decided: 'at-once' | 'by-clerk') => confirmFacts({ ...form, verdict: { ...form.verdict, decided } }, 1, NO_CONTENT, true).find((fact) => fact.label === '什么时候')?.value;
    expect([when('at-once'), when('by-clerk')]).toEqual(['中心系统应答后约\u00a010\u00a0秒到账', '一般\u00a03\u00a0个工作日']);
  });
  it('says the working days first where the house is elsewhere', () => {
    const checked: FormReply = { ...form, route: 'purchase', verdict: { ...form.verdict, decided: 'by-clerk' } };
    const when = (homeCity: string) => confirmFacts(checked, 1, { ...NO_CONTENT, answers: { homeCity } }).find((fact) => fact.label === '什么时候')?.value;
    expect(when('elsewhere')).toContain('3\u00a0个工作日');
    expect(when('local')).toBe('核对一致，当场到账');
  });
  it('says where a down payment goes, and what interest a closing brings', () => {
    const of = (part: Partial<FormReply>, label: string) => confirmFacts({ ...form, ...part }, 8_641_235, NO_CONTENT).find((fact) => fact.label === label);
    expect(of({ escrow: { bank: '兴业银行', tail: '9021', name: '某某开发公司' } }, '转入')).toEqual({ label: '转入', value: '兴业银行 ****\u00a09021', note: '首付款监管账户：某某开发公司' });
    expect(of({ closing: { ends: [], interestFen: 12_345 } }, '另付利息')?.value).toBe('123.45\u2009元');
    expect(of({ closing: { ends: [], interestFen: null } }, '另付利息')?.value).toBe('按办结那天计算');
    expect(of({}, '另付利息')).toBeUndefined();
  });
  it('pays to the chosen card while it can be used, else to the first', () => {
    const second = { bankCardId: 'c2', bank: '工商银行', tail: '0007', usable: true };
    const cards = { ...form, cards: [...(form.card === null ? [] : [form.card]), second] };
    expect(cardOf(cards, { ...NO_CONTENT, bankCardId: 'c2' })).toEqual(second);
    expect(cardOf({ ...cards, cards: [{ ...second, usable: false }] }, { ...NO_CONTENT, bankCardId: 'c2' })?.bankCardId).toBe('c1');
  });
  it('takes everything where the account is closed, whatever was chosen', () => {
    expect(startAmount({ ...form, closing: { ends: [], interestFen: 0 } }, { ...NO_CONTENT, amountFen: 100_000 })).toBe(578_032);
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
    expect(startAmount(form, NO_CONTENT)).toBe(578_032);
    expect(startAmount(form, { ...NO_CONTENT, amountFen: 100_000 })).toBe(100_000);
    expect(startAmount(form, { ...NO_CONTENT, amountFen: 900_000 })).toBe(578_032);
  });
  it('asks how much where nobody can tell the maximum yet, up to what the account could give', () => {
    const open = { ...form, prefilledFen: null };
    expect([startAmount(open, NO_CONTENT), mostOf(open), startAmount(open, { ...NO_CONTENT, amountFen: 8_641_135 }), startAmount(open, { ...NO_CONTENT, amountFen: 8_641_136 })]).toEqual([0, 8_641_135, 8_641_135, 0]);
  });
  it('marks the line that sets the maximum', () => {
    expect(basisLines(form).map((line) => line.least)).toEqual([false, true]);
  });
  it('has a statement for each route', () => {
    expect(statementOf('purchase')).not.toBe(statementOf('repay-fund-loan'));
  });
});

const missing = [
  { name: 'contractNumber', kind: 'text' }, { name: 'homeCity', kind: 'choice', choices: ['local', 'elsewhere'] }, { name: 'cost', kind: 'amount' },
  { name: 'area', kind: 'number', decimals: 2 }, { name: 'paidOn', kind: 'date' }, { name: 'paymentVoucher', kind: 'file' }, { name: 'invoice', kind: 'file', optional: true },
] as const;
const filled = {
  ...NO_CONTENT,
  answers: { contractNumber: 'A-0001', homeCity: 'local', cost: 1_234_500, area: 8950, paidOn: '2026-03-18', leftOver: 'x' },
  files: [{ field: 'paymentVoucher', fileId: 'f1', name: '发票.jpg' }, { field: 'paymentVoucher', fileId: 'f2', name: '回单.jpg' }, { field: 'gone', fileId: 'f3', name: 'x' }],
};

describe('what the person filled in', () => {
  it('is read line by line, in the order of the questions', () => {
    expect(answerLines({ ...form, missing }, filled).map((line) => [line.label, line.text])).toEqual([
      ['购房合同编号', 'A-0001'], ['房子所在地', '本市'], ['费用金额', '12,345.00\u2009元'], ['建筑面积', '89.5\u2009平方米'], ['结算日期', '2026年03月18日'], ['付款凭证', '已上传 2 份'], ['发票', '没有填'],
    ]);
  });
  it('keeps the words of a choice that the service words itself', () => {
    expect(choicesOf({ name: 'homeNo', kind: 'choice', choices: ['思明区一号'] })).toEqual([{ value: '思明区一号', label: '思明区一号' }]);
    expect(choicesOf({ name: 'homeCity', kind: 'choice' }).map((choice) => choice.label)).toEqual(['本市', '外地']);
  });
});

describe('which of several homes', () => {
  const home = { name: 'registeredHome', kind: 'choice', group: 'home', choices: ['思明区一号', '集美区二号'], optional: true } as const;
  const chosen = (answers: Record<string, string>) => ({ ...NO_CONTENT, answers });
  it('is the first one until another is chosen: it is shown so, read so and sent so', () => {
    expect(standingAnswer(home, NO_CONTENT)).toBe('思明区一号');
    expect([answerText(home, NO_CONTENT), answerText(home, chosen({ registeredHome: '集美区二号' }))]).toEqual(['思明区一号', '集美区二号']);
    const sent = (content: typeof NO_CONTENT) => bodyOf({ ...form, missing: [home] }, 1, content).answers;
    expect([sent(NO_CONTENT), sent(chosen({ registeredHome: '集美区二号' }))]).toEqual([{ registeredHome: '思明区一号' }, { registeredHome: '集美区二号' }]);
  });
  it('is asked in plain words, and no other choice answers itself', () => {
    expect(fieldWords('registeredHome').help).toBe('您名下登记的房子不止一套，已先选好第一套；要换就点另一套');
    expect(standingAnswer({ name: 'homeCity', kind: 'choice', choices: ['local', 'elsewhere'], optional: true }, NO_CONTENT)).toBeUndefined();
  });
});

describe('the wish', () => {
  it('has the same body for the same wish, so that it has the same key', () => {
    expect(JSON.stringify(bodyOf(form, 1, NO_CONTENT))).toBe('{"route":"repay-fund-loan","amountFen":1,"bankCardId":"c1"}');
  });
  it('carries what the form asks for and nothing that an older form asked', () => {
    const body = bodyOf({ ...form, route: 'purchase', missing }, 1, filled);
    expect(body.answers).toEqual({ contractNumber: 'A-0001', homeCity: 'local', cost: 1_234_500, area: 8950, paidOn: '2026-03-18' });
    expect(body.fileIds).toEqual(['f1', 'f2']);
  });
  it('names no card where a supervised account is paid', () => {
    expect(bodyOf({ ...form, escrow: { bank: 'x', tail: '1', name: 'y' } }, 1, NO_CONTENT).bankCardId).toBe('');
  });
});
