import type { PreApplicationBody, PrepaymentBody } from '@anju/shared/contract';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ValidationError } from 'class-validator';
import { HouseCheckDto, LoanPrepaymentDto, PreApplicationDto } from './http/loan-cases.dto.ts';

const application: PreApplicationBody = {
  amountFen: 60_000_000, termMonths: 240, method: 'equal-instalment', withPartner: false, retirementCategory: 'F55', otherMonthlyDebtFen: 0, monthlyIncomeFen: 1_000_000,
  household: { children: 2, ownsHome: false }, house: { priceFen: 300_000_000, order: 'first', kind: 'new', contractNumber: '(2026)XM-0001号' },
};
const prepayment: PrepaymentBody = { amountFen: 5_000_000, keep: 'term', bankCardId: 'a'.repeat(24) };

const pathsOf = (errors: readonly ValidationError[], before = ''): string[] =>
  errors.flatMap((error) => [...(error.constraints === undefined ? [] : [`${before}${error.property}`]), ...pathsOf(error.children ?? [], `${before}${error.property}.`)]);
const refusedBy = (dto: new () => object, body: unknown): string[] =>
  pathsOf(validateSync(plainToInstance(dto, body), { whitelist: true, forbidNonWhitelisted: true }));

describe('what a loan case is asked for with', () => {
  it('is taken as the contract describes it, with and without what may be left out', () => {
    const { retirementCategory: _category, otherMonthlyDebtFen: _debt, monthlyIncomeFen: _income, ...least } = application;
    const { amountFen: _amount, ...whole } = prepayment;
    expect([refusedBy(PreApplicationDto, application), refusedBy(PreApplicationDto, least)]).toEqual([[], []]);
    expect([refusedBy(LoanPrepaymentDto, prepayment), refusedBy(LoanPrepaymentDto, { ...whole, keep: 'whole' })]).toEqual([[], []]);
    expect(refusedBy(HouseCheckDto, { contractNumber: application.house.contractNumber })).toEqual([]);
  });

  it.each<[string, object]>([
    ['amountFen', { ...application, amountFen: '60000000' }],
    ['amountFen', { ...application, amountFen: 0 }],
    ['amountFen', { ...application, amountFen: -100 }],
    ['amountFen', { ...application, amountFen: Number.NaN }],
    ['amountFen', { ...application, amountFen: 1e21 }],
    ['amountFen', { ...application, amountFen: 100.5 }],
    ['termMonths', { ...application, termMonths: 0 }],
    ['termMonths', { ...application, termMonths: 361 }],
    ['method', { ...application, method: 'interest-only' }],
    ['withPartner', { ...application, withPartner: undefined }],
    ['withPartner', { ...application, withPartner: 'yes' }],
    ['retirementCategory', { ...application, retirementCategory: 'M60' }],
    ['otherMonthlyDebtFen', { ...application, otherMonthlyDebtFen: null }],
    ['house', { ...application, house: undefined }],
    ['house.contractNumber', { ...application, house: { ...application.house, contractNumber: undefined } }],
    ['house.contractNumber', { ...application, house: { ...application.house, contractNumber: '<script>' } }],
    ['house.priceFen', { ...application, house: { ...application.house, priceFen: '3000000' } }],
    ['house.order', { ...application, house: { ...application.house, order: 'third' } }],
    ['household.children', { ...application, household: { children: 'two' } }],
    ['centre', { ...application, centre: 'xiamen' }],
  ])('is refused with a wrong %s', (field, body) => {
    expect(refusedBy(PreApplicationDto, body)).toContain(field);
  });

  it.each<[string, object]>([
    ['amountFen', { ...prepayment, amountFen: 0 }],
    ['amountFen', { ...prepayment, amountFen: null }],
    ['keep', { ...prepayment, keep: 'nothing' }],
    ['keep', { ...prepayment, keep: undefined }],
    ['bankCardId', { ...prepayment, bankCardId: '../1' }],
    ['loanId', { ...prepayment, loanId: 'x' }],
  ])('is refused, of a prepayment, with a wrong %s', (field, body) => {
    expect(refusedBy(LoanPrepaymentDto, body)).toContain(field);
  });

  it.each(['', '123', 'x'.repeat(41), 'x'.repeat(100_000), 'a b c', '<b>12', 17])('is refused with the contract number %p', (contractNumber) => {
    expect(refusedBy(HouseCheckDto, { contractNumber })).toEqual(['contractNumber']);
  });
  it.each([' xm2026-0918-2046', 'XM2026 - 0918 - 2046 ', 'ＸＭ２０２６－０９１８－２０４６', 'Xm2026—0918–\u30002046'])('takes the contract number %p for the one that is meant', (contractNumber) => {
    expect(plainToInstance(HouseCheckDto, { contractNumber }).contractNumber).toBe('XM2026-0918-2046');
    expect(plainToInstance(PreApplicationDto, { ...application, house: { ...application.house, contractNumber } }).house.contractNumber).toBe('XM2026-0918-2046');
    expect(refusedBy(HouseCheckDto, { contractNumber })).toEqual([]);
  });
  it.each(['厦（2026）房字12号', '厦(2026)房字12号'])('leaves the brackets of %p as the register may have printed them', (contractNumber) => {
    expect(plainToInstance(HouseCheckDto, { contractNumber }).contractNumber).toBe(contractNumber);
  });
});
