import fc from 'fast-check';
import {
  bankCardWithCheck, bankOfCard, checkDocument, checkResidentId, creditCodeWithChecks, ID_TYPES, isBankCardNumber, isCreditCode, isMobile, isPersonName,
  maskIdNumber, maskMobile, maskName, normaliseName, residentIdWithCheck, upgradeResidentId,
} from './index.ts';

const seventeen = (birth: string, sequence = '001', region = '350200'): string => `${region}${birth}${sequence}`;

describe('resident id', () => {
  it.each(['11010519491231002X', '11010119900307475X', '350200199002280010', '35020020000229002X', '230800197908150032'])('knows the published sample %s', (sample) => {
    expect(checkDocument('resident-id', sample)).toMatchObject({ ok: true, normalised: sample });
  });

  it('reads birthday and sex, and a small x', () => {
    expect(checkResidentId(' 11010519491231002x ')).toEqual({ ok: true, normalised: '11010519491231002X', birthDate: '1949-12-31', sex: 'female' });
    expect(checkResidentId(residentIdWithCheck(seventeen('19900228')))).toMatchObject({ sex: 'male' });
  });

  it('makes a 15-digit number of the first generation into its 18-digit form', () => {
    const upgraded = upgradeResidentId('350200790815003');
    expect(upgraded.slice(0, 17)).toBe(seventeen('19790815', '003'));
    expect(checkResidentId('350200790815003')).toEqual({ ok: true, normalised: upgraded, birthDate: '1979-08-15', sex: 'male' });
    expect(checkResidentId('350200791315003')).toEqual({ ok: false, rule: 'birth-date' });
  });

  it.each([
    ['month 13', seventeen('19901301'), 'birth-date'],
    ['30 February', seventeen('19900230'), 'birth-date'],
    ['29 February 1900', seventeen('19000229'), 'birth-date'],
    ['an unknown province', seventeen('19900101', '001', '990000'), 'region'],
    ['province 10', seventeen('19900101', '001', '100000'), 'region'],
  ])('refuses %s', (_what, digits, rule) => {
    expect(checkResidentId(residentIdWithCheck(digits))).toEqual({ ok: false, rule });
  });

  it.each(['', '123', 'abcdefghijklmnopqr', '1101051949123100', '3502001990022800101', '🀄'.repeat(9)])('refuses %p as no number', (text) => {
    expect(checkResidentId(text)).toEqual({ ok: false, rule: 'format' });
  });

  it('refuses every other check character, and every number with one digit changed', () => {
    const digits = fc.tuple(fc.integer({ min: 1920, max: 2020 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 999 }));
    const two = (value: number): string => String(value).padStart(2, '0');
    fc.assert(
      fc.property(digits, fc.integer({ min: 14, max: 16 }), fc.integer({ min: 1, max: 9 }), ([year, month, day, sequence], place, shift) => {
        const good = residentIdWithCheck(seventeen(`${year}${two(month)}${two(day)}`, String(sequence).padStart(3, '0')));
        expect(checkResidentId(good)).toMatchObject({ ok: true, birthDate: `${year}-${two(month)}-${two(day)}` });
        const changed = (Number(good.charAt(place)) + shift) % 10;
        expect(checkResidentId(`${good.slice(0, place)}${changed}${good.slice(place + 1)}`)).toEqual({ ok: false, rule: 'check-digit' });
      }),
    );
  });

  it('adds a check only to 17 digits', () => {
    expect(() => residentIdWithCheck('123')).toThrow(RangeError);
    expect(() => upgradeResidentId('123')).toThrow(RangeError);
  });
});

describe('other documents', () => {
  it.each([['hmt-residence-permit', '810000199408230021'], ['hmt-residence-permit', '820000199001010037'], ['foreign-permanent-resident-id', '932682198501010017'], ['foreign-permanent-resident-id', '931586198001010028']] as const)(
    'knows the published sample of a %s',
    (idType, sample) => {
      expect(checkDocument(idType, sample)).toMatchObject({ ok: true, normalised: sample });
    },
  );

  it('reads no sex from a permanent resident’s card', () => {
    expect(checkDocument('foreign-permanent-resident-id', '932682198501010017')).toEqual({ ok: true, normalised: '932682198501010017', birthDate: '1985-01-01' });
  });

  it('takes the old card of a permanent resident and passports by their form', () => {
    expect(checkDocument('foreign-permanent-resident-id', 'usa310112345678')).toEqual({ ok: true, normalised: 'USA310112345678' });
    expect(checkDocument('passport', 'e12345678')).toEqual({ ok: true, normalised: 'E12345678' });
  });

  it.each([
    ['foreign-permanent-resident-id', '832682198501010017', 'region'],
    ['foreign-permanent-resident-id', '932682198513010017', 'birth-date'],
    ['foreign-permanent-resident-id', '932682198501010018', 'check-digit'],
    ['foreign-permanent-resident-id', 'US3101123456789', 'format'],
    ['hmt-residence-permit', '11010519491231002X', 'region'],
    ['hmt-residence-permit', '810000199408230022', 'check-digit'],
    ['hmt-residence-permit', '8100001994082300', 'format'],
    ['passport', 'ABCDEF', 'format'],
    ['passport', 'E 1234567', 'format'],
    ['passport', 'E123', 'format'],
    ['resident-id', '1'.repeat(10_000), 'format'],
  ] as const)('refuses for %s %s', (idType, number, rule) => {
    expect(checkDocument(idType, number)).toEqual({ ok: false, rule });
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.constantFrom(...ID_TYPES), fc.string({ unit: 'binary' }), (idType, text) => expect(typeof checkDocument(idType, text).ok).toBe('boolean')));
  });
});

describe('organisations, cards and mobiles', () => {
  it.each(['91440300708461136T', '91110108551385082Q'])('knows the credit code %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
    expect(creditCodeWithChecks(code.slice(0, 16))).toBe(code);
  });

  it.each(['91440300708461136X', '91S40300708461136T', '9144030070846113', '91440300708461126T', ''])('refuses the credit code %p', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it('adds checks only to 16 characters of the alphabet', () => {
    expect(() => creditCodeWithChecks('9144')).toThrow(RangeError);
    expect(() => creditCodeWithChecks('91I4030070846113')).toThrow(RangeError);
  });

  it('a card is recognised by its beginning, and only once there is one', () => {
    expect([bankOfCard('6217001930000000001'), bankOfCard('622202'), bankOfCard('6228480061'), bankOfCard('62220'), bankOfCard('6299990000'), bankOfCard('abc')]).toEqual(['建设银行', '工商银行', '农业银行', null, null, null]);
  });
  it('knows cards by their Luhn digit', () => {
    for (const card of ['6222020000000000000', '6217000000000000012', '6228480000000000026']) {
      expect(isBankCardNumber(card)).toBe(true);
      expect(bankCardWithCheck(card.slice(0, -1))).toBe(card);
    }
    expect(isBankCardNumber('6222020000000000001')).toBe(false);
    expect(isBankCardNumber('622202')).toBe(false);
    expect(isBankCardNumber('6222 0200 0000 0000 000')).toBe(false);
    expect(() => bankCardWithCheck('1')).toThrow(RangeError);
  });

  it('knows mobiles by their pattern only', () => {
    expect(isMobile('13800000000')).toBe(true);
    expect(isMobile('19912345678')).toBe(true);
    for (const wrong of ['12800000000', '1380000000', '138000000000', '+8613800000000', '１3800000000', '']) expect(isMobile(wrong)).toBe(false);
  });
});

describe('masks', () => {
  it('hide the middle of a name, by whole characters', () => {
    expect(maskName('张三')).toBe('张*');
    expect(maskName('欧阳小三')).toBe('欧**三');
    expect(maskName('王𠮷三')).toBe('王*三');
    expect(maskName('古丽·买买提')).toBe('古****提');
    expect(maskName('张')).toBe('*');
    expect(maskName('')).toBe('');
  });

  it('keep four and four of a number, never a short one', () => {
    expect(maskIdNumber('35020019900228001X')).toBe('3502**********001X');
    expect(maskIdNumber('USA310112345678')).toBe('USA3*******5678');
    expect(maskIdNumber('E12345678')).toBe('E******78');
    expect(maskIdNumber('E1234')).toBe('E**34');
    expect(maskIdNumber('E123')).toBe('***3');
    expect(maskMobile('13812341234')).toBe('138****1234');
    expect(maskMobile('123')).toBe('*23');
  });

  it('never show a whole number', () => {
    fc.assert(fc.property(fc.string({ minLength: 2, maxLength: 30 }), (text) => expect(maskIdNumber(text)).toContain('*')));
  });
});

describe('names', () => {
  it('compare without blanks and the kind of middle dot', () => {
    expect(normaliseName('古丽 ・买买提')).toBe(normaliseName('古丽·买买提'));
    expect(normaliseName('Li Lei')).toBe('LILEI');
  });

  it.each(['张三', '古丽·买买提', '王𠮷三', 'JOHN SMITH', "Jean Pierre"])('take %s', (name) => {
    expect(isPersonName(name)).toBe(true);
  });

  it.each(['张', '张3', '张三😀', '<b>张三</b>', '张三\u0000', 'x'.repeat(51), '', '  '])('refuse %p', (name) => {
    expect(isPersonName(name)).toBe(false);
  });
});
