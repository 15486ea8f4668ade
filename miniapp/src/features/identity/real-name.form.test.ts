import { residentIdWithCheck } from '@anju/shared/identity';
import { EMPTY_REAL_NAME, fieldOfProblem, realNameBody, realNameFaults } from './real-name.form.ts';

const filled = { ...EMPTY_REAL_NAME, name: '欧阳知夏', idNumber: residentIdWithCheck('35020319880312002'), consent: true };

describe('the real-name form', () => {
  it('lets a right one through', () => {
    expect(realNameFaults(filled)).toEqual({});
  });
  it('names each field that is wrong', () => {
    expect(Object.keys(realNameFaults(EMPTY_REAL_NAME))).toEqual(['name', 'idNumber', 'consent']);
  });
  it('refuses a wrong check digit before anything is sent', () => {
    const last = filled.idNumber.slice(-1) === '1' ? '2' : '1';
    expect(realNameFaults({ ...filled, idNumber: `${filled.idNumber.slice(0, 17)}${last}` })).toHaveProperty('idNumber');
  });
  it('asks for the counter code where no source can check the document', () => {
    const passport = { ...filled, idType: 'passport' as const, idNumber: 'E12345678' };
    expect(realNameFaults(passport)).toHaveProperty('counterCode');
    expect(realNameFaults({ ...passport, counterCode: '482913' })).toEqual({});
    expect(realNameBody({ ...passport, counterCode: '482913' }, 'v')).toMatchObject({ counterCode: '482913' });
  });
  it('sends no counter code with a resident id', () => {
    expect(realNameBody({ ...filled, counterCode: '482913' }, 'v')).not.toHaveProperty('counterCode');
  });
  it('puts a refusal at its field, and one of none above the button', () => {
    expect(fieldOfProblem('identity.not-matched')).toBe('idNumber');
    expect(fieldOfProblem('identity.counter-code-wrong')).toBe('counterCode');
    expect(fieldOfProblem('core.unreachable')).toBeUndefined();
  });
});
