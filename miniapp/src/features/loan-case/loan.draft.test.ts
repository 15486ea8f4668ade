import type { DeviceStore } from '../../platform/ports.ts';
import { draftName, EMPTY_DRAFT, EMPTY_PREPAYMENT, readLoanDraft, readPrepaymentDraft } from './loan.draft.ts';

const holding = (text: string | null): DeviceStore => ({ get: () => text, set: () => undefined, remove: () => undefined, keys: () => [] });

describe('a kept draft', () => {
  it('is the person\'s own, and forgotten at sign-out', () => {
    expect(draftName('p1', 'loan')).toBe('wish:p1:draft:loan');
  });
  it('comes back as it was', () => {
    const draft = { ...EMPTY_DRAFT, wish: { ...EMPTY_DRAFT.wish, price: '200' }, carried: 'x', contractNumber: 'XM-1', house: { contractNumber: 'XM-1', result: 'matched' as const, address: '思明区', priceFen: 1, filedOn: '2026-10-01' }, amountFen: 90_000_000, method: 'equal-principal' as const };
    expect(readLoanDraft(holding(JSON.stringify(draft)), 'n')).toEqual(draft);
    const prepayment = { ...EMPTY_PREPAYMENT, amount: '50000', keep: 'term' as const, bankCardId: 'c2' };
    expect(readPrepaymentDraft(holding(JSON.stringify(prepayment)), 'n')).toEqual(prepayment);
  });
  it.each([null, '', 'nonsense', '[]', '7', '{"contractNumber":7,"wish":"x","house":{"result":"matched"},"method":"x"}'])('that reads %s is empty', (text) => {
    expect(readLoanDraft(holding(text), 'n')).toEqual(EMPTY_DRAFT);
  });
});
