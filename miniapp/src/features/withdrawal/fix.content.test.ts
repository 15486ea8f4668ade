import type { CaseFix, CaseReply, FormReply } from '@anju/shared/contract';
import { amountAgain, askedOf, fixBody, fixFault, fixFrom, NO_FIX, withOnlyCard } from './fix.content.ts';
import type { Asked } from './fix.content.ts';
import { fixTexts } from '../../texts/withdrawal-fix.ts';

const TODAY = '2026-11-26';
const reply = (fix: CaseFix | undefined, part: Partial<CaseReply> = {}): CaseReply => ({
  caseId: 'k1', number: 'T1', route: 'purchase', amountFen: 500_000, stage: 'refused', submittedAt: '2026-11-20T00:00:00Z', updatedAt: '2026-11-20T00:00:00Z', holder: null, dueAt: null,
  overdue: false, steps: [], checks: [], payee: null, canCancel: false, awaitingCore: false, now: '2026-11-26T00:00:00Z', ...(fix === undefined ? {} : { fix }), ...part,
});
const form = { missing: [{ name: 'invoice', kind: 'file' }, { name: 'grade', kind: 'choice', choices: ['C', 'D'] }], prefilledFen: 300_000, minimumFen: 100 } as unknown as FormReply;
const asked = (fix: CaseFix, part: Partial<CaseReply> = {}): Asked => askedOf(reply(fix, part), form) as Asked;
const card = { bankCardId: 'c2', bank: '工商银行', tail: '0007', usable: true };

describe('what a refused case asks again', () => {
  it('is nothing where it cannot be handed in again, or was already', () => {
    expect(askedOf(reply(undefined), form)).toBeNull();
    expect(askedOf(reply({ item: 'nothing', resubmit: false }), form)).toBeNull();
    expect(askedOf(reply({ item: 'card', resubmit: true }, { resubmittedAs: 'k2' }), form)).toBeNull();
  });
  it('is one paper: the named one, else the form\'s', () => {
    expect(asked({ item: 'papers', resubmit: true })).toEqual({ item: 'field', field: { name: 'invoice', kind: 'file' } });
    expect(asked({ item: 'papers', field: 'diagnosis', resubmit: true })).toEqual({ item: 'field', field: { name: 'diagnosis', kind: 'file' } });
    expect(askedOf(reply({ item: 'papers', resubmit: true }), null)).toEqual({ item: 'field', field: { name: 'proof', kind: 'file' } });
  });
  it('is one answer: as the form asks it, else by its name alone', () => {
    expect(asked({ item: 'answer', field: 'grade', resubmit: true })).toMatchObject({ field: { kind: 'choice', choices: ['C', 'D'] } });
    expect(asked({ item: 'answer', field: 'relation', resubmit: true })).toMatchObject({ field: { kind: 'choice', choices: ['owner', 'spouse', 'child', 'parent', 'other'] } });
    expect(asked({ item: 'answer', field: 'contractNumber', resubmit: true })).toMatchObject({ field: { kind: 'text' } });
  });
  it('is the amount, no more than the refusal or the form allows', () => {
    expect(asked({ item: 'amount', resubmit: true })).toEqual({ item: 'amount', mostFen: 300_000, leastFen: 100, start: '3000.00' });
    expect(asked({ item: 'amount', resubmit: true }, { refusal: { code: 'amount-above-maximum', params: { maxFen: 200_000 } } })).toMatchObject({ mostFen: 200_000 });
  });
  it.each(['identity', 'date', 'loan', 'account'] as const)('is nothing here where %s is put right elsewhere', (item) => {
    expect(asked({ item, resubmit: true })).toEqual({ item: 'elsewhere' });
  });
});

describe('what is sent again', () => {
  it('is only what changed', () => {
    expect(fixBody({ item: 'card' }, { ...NO_FIX, bankCardId: 'c2' })).toEqual({ bankCardId: 'c2' });
    expect(fixBody(asked({ item: 'amount', resubmit: true }), { ...NO_FIX, amount: '2500.5' })).toEqual({ amountFen: 250_050 });
    expect(fixBody(asked({ item: 'amount', resubmit: true }), NO_FIX)).toEqual({ amountFen: 300_000 });
    expect(fixBody(asked({ item: 'answer', field: 'grade', resubmit: true }), { ...NO_FIX, answers: { grade: 'D', other: 'x' } })).toEqual({ answers: { grade: 'D' } });
    expect(fixBody(asked({ item: 'papers', resubmit: true }), { ...NO_FIX, files: [{ field: 'invoice', fileId: 'f1', name: 'a' }, { field: 'other', fileId: 'f2', name: 'b' }] })).toEqual({ fileIds: ['f1'] });
    expect(fixBody({ item: 'elsewhere' }, NO_FIX)).toEqual({});
  });
  it('says how much: what stands in the field, else what the case asked for', () => {
    const amount = asked({ item: 'amount', resubmit: true });
    expect([amountAgain(reply(undefined), { item: 'card' }, NO_FIX), amountAgain(reply(undefined), amount, NO_FIX), amountAgain(reply(undefined), amount, { ...NO_FIX, amount: '2500.5' })]).toEqual([500_000, 300_000, 250_050]);
    expect(amountAgain(reply(undefined), amount, { ...NO_FIX, amount: '' })).toBeNull();
    expect([fixTexts.again('2,500.50 元'), fixTexts.again(null)]).toEqual(['重新提交 2,500.50 元', '重新提交']);
  });
  it('waits until it is right', () => {
    expect(fixFault({ item: 'card' }, NO_FIX, [card], TODAY)).toBe('请选一张卡');
    expect(fixFault({ item: 'card' }, { ...NO_FIX, bankCardId: 'c2' }, [card], TODAY)).toBeNull();
    expect(fixFault({ item: 'card' }, { ...NO_FIX, bankCardId: 'c2' }, [{ ...card, usable: false }], TODAY)).toBe('请选一张卡');
    expect(fixFault(asked({ item: 'amount', resubmit: true }), { ...NO_FIX, amount: '3000.01' }, [], TODAY)).toContain('最多');
    expect(fixFault(asked({ item: 'papers', resubmit: true }), NO_FIX, [], TODAY)).toBe('请上传发票');
    expect(fixFault({ item: 'elsewhere' }, NO_FIX, [], TODAY)).toBeNull();
  });
  it('goes to the only other card without a choice, and never to the one it came back from', () => {
    const payee = { bank: '建设银行', tail: '1496' };
    expect(withOnlyCard(NO_FIX, [card], payee).bankCardId).toBe('c2');
    expect(withOnlyCard(NO_FIX, [{ ...card, tail: '1496' }], payee).bankCardId).toBeNull();
    expect(withOnlyCard(NO_FIX, [card, { ...card, bankCardId: 'c3' }], payee).bankCardId).toBeNull();
    expect(withOnlyCard({ ...NO_FIX, bankCardId: 'c3' }, [card], payee).bankCardId).toBe('c3');
    expect(withOnlyCard(NO_FIX, [card], null).bankCardId).toBe('c2');
  });
  it('is kept on the device as it stands', () => {
    expect(fixFrom(JSON.stringify({ ...NO_FIX, bankCardId: 'c2' }))).toEqual({ ...NO_FIX, bankCardId: 'c2' });
    expect([fixFrom(null), fixFrom('{')]).toEqual([NO_FIX, NO_FIX]);
  });
});
