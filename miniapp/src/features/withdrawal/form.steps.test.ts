import type { Draft, FormReply, MissingField } from '@anju/shared/contract';
import { answerFault, routeDefinition, WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import { fieldWords } from '../../texts/withdrawal-fields.ts';
import { NO_CONTENT } from './draft.content.ts';
import { fieldFault, formFaults } from './field.faults.ts';
import { before, closedAt, firstOpen, nextAfter, startAt, stepOf, whyBack } from './form.steps.ts';
import { figureText, figureTyped } from './typed.figure.ts';
import { backUrl } from './withdrawal.paths.ts';

const TODAY = '2026-11-26';
const missing: readonly MissingField[] = [
  { name: 'contractNumber', kind: 'text' }, { name: 'homeCity', kind: 'choice', choices: ['local', 'elsewhere'] }, { name: 'cost', kind: 'amount', minimum: 100, maximum: 500_000 }, { name: 'paymentVoucher', kind: 'file' },
];
const content = (answers: Record<string, string | number>, at: string | null = null) => ({ ...NO_CONTENT, answers, at });
const voucher = { field: 'paymentVoucher', fileId: 'f1', name: 'a.jpg' };

describe('the steps of a form', () => {
  it('count the confirm page as the last', () => {
    expect(stepOf(missing, 'homeCity')).toMatchObject({ number: 2, total: 5, last: false });
    expect(stepOf(missing, 'paymentVoucher')).toMatchObject({ number: 4, total: 5, last: true });
    expect([stepOf(missing, 'gone'), stepOf(missing, null)]).toEqual([null, null]);
  });
  it('begin at the first question; later where the person stood', () => {
    expect(startAt(missing, NO_CONTENT, TODAY)).toBe('contractNumber');
    expect(startAt(missing, content({ contractNumber: 'A-0001', homeCity: 'local' }, 'cost'), TODAY)).toBe('cost');
    expect(startAt(missing, content({ contractNumber: 'A-0001', homeCity: 'local' }, 'homeCity'), TODAY)).toBe('homeCity');
  });
  it('never begin behind a question that is open', () => {
    expect(startAt(missing, content({ contractNumber: 'A-0001' }, 'paymentVoucher'), TODAY)).toBe('homeCity');
    expect(startAt(missing, content({ contractNumber: 'A-0001' }, 'asked no more'), TODAY)).toBe('homeCity');
  });
  it('stand at the last question when all is answered, and nowhere when nothing is asked', () => {
    const all = { ...content({ contractNumber: 'A-0001', homeCity: 'local', cost: 100 }), files: [voucher] };
    expect([startAt(missing, all, TODAY), firstOpen(missing, all, TODAY), startAt([], all, TODAY)]).toEqual(['paymentVoucher', null, null]);
  });
  it('lead nowhere from an answer that closed the route, until it is another', () => {
    const [text, city, , paper] = missing as [MissingField, MissingField, MissingField, MissingField];
    const form = (eligible: boolean) => ({ verdict: { eligible } as FormReply['verdict'], draft: { answers: { contractNumber: 'A-0001', homeCity: 'local' }, files: [voucher] } as unknown as Draft });
    const judged = { ...content({ contractNumber: 'A-0001', homeCity: 'local' }), files: [voucher] };
    expect([text, city, paper].map((field) => closedAt(form(false), field, judged, TODAY))).toEqual([true, true, true]);
    expect(closedAt(form(true), city, judged, TODAY)).toBe(false);
    expect([closedAt(form(false), city, content({ contractNumber: 'A-0001', homeCity: 'elsewhere' }), TODAY), closedAt(form(false), paper, { ...judged, files: [{ ...voucher, fileId: 'f2' }] }, TODAY)]).toEqual([false, false]);
    // What is still open is asked for first.
    expect(closedAt({ ...form(false), draft: null }, city, NO_CONTENT, TODAY)).toBe(false);
  });
  it('say why the confirm page led back to them, as long as something is open', () => {
    const all = { ...content({ contractNumber: 'A-0001', homeCity: 'local', cost: 100 }), files: [voucher] };
    expect(backUrl('purchase', 'papers')).toBe('/features/withdrawal/pages/form/index?route=purchase&why=papers');
    expect(whyBack('papers', missing, { ...all, files: [] }, TODAY)).toContain('请重新上传');
    expect(whyBack('answers', missing, NO_CONTENT, TODAY)).toContain('还有内容没有填好');
    expect([whyBack('papers', missing, all, TODAY), whyBack(undefined, missing, NO_CONTENT, TODAY), whyBack('x', missing, NO_CONTENT, TODAY)]).toEqual([null, null, null]);
  });
  it('go forward one by one, then to what is still open, then to the confirm page', () => {
    const all = { ...content({ contractNumber: 'A-0001', homeCity: 'local', cost: 100 }), files: [voucher] };
    expect(nextAfter(missing, 'contractNumber', all, TODAY, false)).toBe('homeCity');
    expect(nextAfter(missing, 'paymentVoucher', { ...all, answers: {} }, TODAY, false)).toBe('contractNumber');
    expect(nextAfter(missing, 'paymentVoucher', all, TODAY, false)).toBeNull();
  });
  it('go straight back to the confirm page when one answer was changed', () => {
    const all = { ...content({ contractNumber: 'A-0001', homeCity: 'local', cost: 100 }), files: [voucher] };
    expect(nextAfter(missing, 'contractNumber', all, TODAY, true)).toBeNull();
    expect(nextAfter(missing, 'contractNumber', { ...all, files: [] }, TODAY, true)).toBe('paymentVoucher');
  });
  it('go back one by one, and not before the first', () => {
    expect([before(missing, 'homeCity'), before(missing, 'contractNumber')]).toEqual(['contractNumber', null]);
  });
});

describe('what is wrong with an answer', () => {
  const fault = (field: MissingField, value?: string | number) => fieldFault(field, content(value === undefined ? {} : { [field.name]: value }), TODAY);
  it('names each thing that is missing, in its own words', () => {
    expect(formFaults(missing, NO_CONTENT, TODAY)).toEqual({ contractNumber: '请填购房合同编号', homeCity: '请选房子在本市还是外地', cost: '请填费用金额', paymentVoucher: '请上传付款凭证' });
    expect(formFaults([], NO_CONTENT, TODAY)).toEqual({});
  });
  it('lets out what need not be given', () => {
    expect(fault({ name: 'relation', kind: 'choice', optional: true })).toBeNull();
    expect(fault({ name: 'invoice', kind: 'file', optional: true })).toBeNull();
  });
  it('says what the number of a contract looks like where it is none', () => {
    expect(fault({ name: 'contractNumber', kind: 'text' }, 'a b*')).toContain('例如');
    expect(fault({ name: 'contractNumber', kind: 'text' }, ' XM2026-0318-0127 ')).toBeNull();
    expect(fault({ name: 'contractNumber', kind: 'text' }, '   ')).toBe('请填购房合同编号');
  });
  it('holds an amount against its bounds', () => {
    const cost: MissingField = { name: 'cost', kind: 'amount', minimum: 100, maximum: 500_000 };
    expect([fault(cost, 99), fault(cost, 100), fault(cost, 500_000), fault(cost, 500_001)]).toEqual(['不能少于 1.00\u2009元，请核对', null, null, '不能超过 5,000.00\u2009元，请核对']);
    expect(fault({ name: 'cost', kind: 'amount' }, 0)).not.toBeNull();
  });
  it('takes no day that has not come, none that is none, none out of all time', () => {
    const day: MissingField = { name: 'paidOn', kind: 'date' };
    expect([fault(day, '2026-11-26'), fault(day, '2026-11-27'), fault(day, '1899-12-31'), fault(day, '20261126')].map((words) => words !== null)).toEqual([false, true, true, true]);
  });
  it('takes only a choice that is offered', () => {
    expect([fault({ name: 'grade', kind: 'choice', choices: ['C', 'D'] }, 'C'), fault({ name: 'grade', kind: 'choice', choices: ['C', 'D'] }, 'A')]).toEqual([null, '请选一项']);
  });
  it('holds a number against its bounds, in the unit that is read', () => {
    const area: MissingField = { name: 'area', kind: 'number', decimals: 2, minimum: 1000, maximum: 50_000 };
    expect([fault(area, 8950), fault(area, 999), fault(area, 50_001)]).toEqual([null, '不能少于 10，请核对', '不能超过 500，请核对']);
  });
  it('says how long a text may be, and that it holds what it cannot hold', () => {
    expect(fault({ name: 'note', kind: 'text', maximum: 3 }, '四个字了')).toBe('最多 3 个字，请写短一点');
    expect(fault({ name: 'escrowAccount', kind: 'text', minimum: 8, pattern: '^[0-9]+$' }, '1234567')).toBe('至少 8 个字，请核对');
    expect(fault({ name: 'escrowAccount', kind: 'text', minimum: 8, pattern: '^[0-9]+$' }, '1234567x')).toContain('对照原件');
  });
  it('is wrong here where it is wrong for the service, for every field of every route', () => {
    const tried = [undefined, 0, 1, 99, 100, 8953, 10_000_000_001, '', 'a', 'XM-2026-00123', '12345678', '不是*', 'local', 'no', 'F55', 'C', 'owner', 'new', 'build', '2026-11-26', '2026-11-27', '1899-12-31', '2026-02-30'] as const;
    let held = 0;
    for (const route of WITHDRAWAL_ROUTES) {
      for (const field of routeDefinition(route).asks.filter((ask) => ask.kind !== 'file' && ask.optional !== true)) {
        expect(fieldWords(field.name, field.kind).empty).not.toBe(fieldWords('no such field', field.kind).empty);
        // A text field gives texts: what is typed is never a number there.
        for (const value of tried.filter((one) => field.kind !== 'text' || typeof one !== 'number')) {
          const theirs = value === undefined || answerFault(field, value, TODAY) !== null;
          expect([field.name, value, fault(field, value) !== null]).toEqual([field.name, value, theirs]);
          held += 1;
        }
      }
    }
    expect(held).toBeGreaterThan(200);
  });
  it('has words of its own for every paper of every route, saying what it must show', () => {
    for (const route of WITHDRAWAL_ROUTES) {
      for (const field of routeDefinition(route).asks.filter((ask) => ask.kind === 'file')) {
        expect([field.name, fieldWords(field.name, 'file').label]).not.toEqual([field.name, '证明材料']);
        expect(fieldWords(field.name, 'file').shows?.length).toBeGreaterThan(1);
      }
    }
  });
});

describe('a figure that is typed', () => {
  const cost: MissingField = { name: 'cost', kind: 'amount' };
  const area: MissingField = { name: 'area', kind: 'number', decimals: 2 };
  const count: MissingField = { name: 'count', kind: 'number' };
  it('is handed over in fen, or without its point, and read as it was typed', () => {
    expect(figureTyped(cost, '12,345.5')).toEqual({ kind: 'value', value: 1_234_550 });
    expect([figureTyped(area, '89.5'), figureTyped(area, '８９．53'), figureTyped(area, '90')].map((typed) => (typed.kind === 'value' ? typed.value : null))).toEqual([8950, 8953, 9000]);
    expect([figureTyped(count, '3'), figureTyped(area, ''), figureTyped(count, '')]).toEqual([{ kind: 'value', value: 3 }, { kind: 'empty' }, { kind: 'empty' }]);
    expect([figureText(cost, 1_234_500), figureText(area, 8950), figureText(count, 3), figureText(count, undefined)]).toEqual(['12345', '89.5', '3', '']);
  });
  it('says what is wrong where it is none', () => {
    for (const [field, text] of [[cost, '十二'], [area, 'x'], [area, '1.234'], [area, '-1'], [count, '1.5']] as const) {
      expect(figureTyped(field, text)).toMatchObject({ kind: 'fault', words: expect.stringMatching(/[\u4e00-\u9fff]/) });
    }
  });
});

describe('the words of a field', () => {
  it('are found by its name, and by its kind where it is new', () => {
    expect(fieldWords('cost').label).toBe('费用金额');
    expect(fieldWords('brandNew', 'date').question).toBe('是哪一天？');
    expect(fieldWords('brandNew', 'file').shows?.length).toBeGreaterThan(1);
  });
});
