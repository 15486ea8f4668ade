import type { EndpointName } from '@anju/shared/contract';
import { bankCardWithCheck } from '@anju/shared/identity';

const HOUSEHOLD = { children: 2, taxResident: true, talent: false, fullTimeDegree: true, fundLoansBefore: 1, fundLoanRunning: false, ownsHome: false };
const HOUSE = { priceFen: 200_000_000, order: 'first', kind: 'new', greenStars: 2, prefab: true, locality: '思明区' };

/** An example of each JSON body that the BFF takes, good in itself; what the suite breaks field by field. */
export const BODIES: Partial<Record<EndpointName, unknown>> = {
  signInWithWechat: { code: 'a-login-code' },
  requestSmsCode: { mobile: '13900000010' },
  signInWithSms: { mobile: '13900000010', code: '123456' },
  bindPhone: { code: 'a-phone-code' },
  verifyRealName: { name: '欧阳明远', idType: 'resident-id', idNumber: '11010519491231002X', consentVersion: '2026-11-01' },
  startFace: { purpose: 'withdrawal' },
  useCounterCode: { code: '12345678' },
  saveDraft: { seen: 1, at: 'monthlyRent', answers: { monthlyRent: 250_000 }, files: [{ field: 'contract', fileId: '0123456789abcdef01234567', name: '合同.jpg' }], amountFen: 100_000, bankCardId: '0123456789abcdef01234567' },
  submitWithdrawal: { route: 'purchase', amountFen: 100_000, bankCardId: '0123456789abcdef01234567', answers: { contractNumber: 'XM2026-0001', homeCity: 'local' }, fileIds: ['0123456789abcdef01234567'] },
  signStandingOrder: { kind: 'rent', bankCardId: '0123456789abcdef01234567', day: 5 },
  changeStandingOrder: { action: 'change', bankCardId: '0123456789abcdef01234567', day: 6 },
  patchStandingOrder: { action: 'change', bankCardId: '0123456789abcdef01234567', day: 6 },
  resubmitCase: { amountFen: 100_000, bankCardId: '0123456789abcdef01234567', answers: { contractNumber: 'XM2026-0001' }, fileIds: ['0123456789abcdef01234567'] },
  addBankCard: { number: bankCardWithCheck('622202000000001') },
  estimateLoan: {
    centre: 'xiamen',
    asOf: '2026-11-21',
    household: HOUSEHOLD,
    applicants: [{ balanceFen: 8_000_000, averageBalance12Fen: 7_000_000, supplementaryBalanceFen: 100_000, monthlyContributionFen: 240_000, contributionBaseFen: 1_000_000, contributionMonths: 60, birthDate: '1990-01-01', sex: 'female', retirementCategory: 'F55' }],
    house: HOUSE,
    termYears: 25,
    otherMonthlyDebtFen: 100_000,
    monthlyIncomeFen: 2_000_000,
  },
  scheduleLoan: {
    principalFen: 100_000_000,
    annualRateMillionths: 26_000,
    months: 360,
    method: 'equal-instalment',
    firstDueOn: '2026-12-15',
    rateChanges: [{ from: '2028-01-01', annualRateMillionths: 28_500 }],
    prepayments: [{ afterPeriod: 12, amountFen: 10_000_000, keep: 'term' }],
  },
  prequalify: { household: HOUSEHOLD, house: HOUSE, retirementCategory: 'F55', termYears: 25, otherMonthlyDebtFen: 100_000, monthlyIncomeFen: 2_000_000 },
  checkHouse: { contractNumber: 'XM2026-0001' },
  preApply: {
    amountFen: 50_000_000,
    termMonths: 240,
    method: 'equal-instalment',
    house: { ...HOUSE, contractNumber: 'XM2026-0001' },
    household: HOUSEHOLD,
    withPartner: false,
    retirementCategory: 'F55',
    otherMonthlyDebtFen: 100_000,
    monthlyIncomeFen: 2_000_000,
  },
  quotePrepayment: { amountFen: 5_000_000 },
  prepay: { amountFen: 5_000_000, keep: 'term', bankCardId: '0123456789abcdef01234567' },
  book: { slotId: 'S0001', purpose: 'loan-signing', caseId: '3f2b8a52-6f0e-4a30-9f57-0f4d6d8f6a11' },
  markRead: { noticeIds: ['3f2b8a52-6f0e-4a30-9f57-0f4d6d8f6a11'] },
  recordSubscriptions: { results: { 'a-template': 'accept' } },
};

export interface Mutation {
  /** The path the refusal must name. */
  readonly field: string;
  readonly what: string;
  readonly body: unknown;
}

const copyWith = (body: unknown, path: readonly string[], change: (holder: Record<string, unknown>, key: string) => void): unknown => {
  const copy = structuredClone(body) as Record<string, unknown>;
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((place, key) => place[key] as Record<string, unknown>, copy);
  change(holder, path.at(-1) ?? '');
  return copy;
};

function leaves(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** Fields that `null` clears: there it is no fault. */
export const CLEARED_BY_NULL: Partial<Record<EndpointName, RegExp>> = { saveDraft: /^(at|amountFen|bankCardId|answers\.\w+)$/ };

/** Each field made into a thing it cannot be, and a field nobody knows at each level. */
export function mutationsOf(body: unknown, clearedByNull?: RegExp): readonly Mutation[] {
  const spoiled = leaves(body).flatMap((path) => {
    const field = path.join('.');
    const put = (what: string, value: unknown): Mutation => ({ field, what: `${field} is ${what}`, body: copyWith(body, path, (holder, key) => void (holder[key] = value)) });
    return [put('an object', { a: 1 }), put('10,000 characters', 'x'.repeat(10_000)), ...(clearedByNull?.test(field) === true ? [] : [put('null', null)])];
  });
  const unknown: Mutation = { field: 'surprise', what: 'an unknown field', body: { ...(body as object), surprise: 1 } };
  return [...spoiled, unknown];
}
