import type { ContractCheck, CoreAccount, CoreCard, CoreEntry, CoreOverview } from '../core-fund.port.ts';
import type { CoreLoan } from '../core-loan.ts';
import {
  ACCOUNT_STATE, CARD_CLASS_ONE, CARD_OPEN, CHECK_RESULT, ENTRY_KIND, HOUSEHOLD, ID_TYPE, LOAN_MATTER, MARITAL_STATUS, MARRIAGE, NEW_BASE, OFFSET_SIGNED,
  REPAYMENT_METHOD, ROUTE, SEX,
} from './core-codes.ts';
import type { WireObject } from './core-fund.wire.ts';
import { code, count, list, listOrNone, objectOf, text, textOr, WireError } from './core-fund.wire.ts';
import { historyOf } from './translate-history.ts';
import { amount, day, month, rate } from './wire-values.ts';

/** Told of a field whose code this version does not know; the rest of the reply is as good as ever. */
type NotKnown = (field: string) => void;

/** One of the keys of a code table, else what stands for a code nobody here knows: one field must not hide everything else. */
function codeOr<T, U>(from: WireObject, field: string, table: Readonly<Record<string, T>>, otherwise: U, notKnown: NotKnown): T | U {
  const value = from[field];
  if (typeof value === 'string' && Object.hasOwn(table, value)) return table[value] as T;
  notKnown(field);
  return otherwise;
}

const codeOrNull = <T>(from: WireObject, field: string, table: Readonly<Record<string, T>>, notKnown: NotKnown): T | null =>
  from[field] === undefined ? null : codeOr(from, field, table, null, notKnown);

function account(wire: WireObject, notKnown: NotKnown): CoreAccount {
  return {
    accountNo: text(wire, 'GRZH'),
    state: codeOr(wire, 'GRZHZT', ACCOUNT_STATE, 'other', notKnown),
    ...(wire['ZTRQ'] === undefined ? {} : { stateSince: day(wire, 'ZTRQ') }),
    ...(wire['ZTYY'] === undefined ? {} : { stateReason: text(wire, 'ZTYY') }),
    employer: textOr(wire, 'DWMC', null),
    balanceFen: amount(wire, 'GRZHYE'),
    monthlyFen: amount(wire, 'GRYJCE') + amount(wire, 'DWYJCE'),
    unitMonthlyFen: amount(wire, 'DWYJCE'),
    personMonthlyFen: amount(wire, 'GRYJCE'),
    averageBalance12Fen: wire['PJYE'] === undefined ? null : amount(wire, 'PJYE'),
    ...(wire['YTLX'] === undefined ? {} : { accruedInterestFen: amount(wire, 'YTLX') }),
    contributionBaseFen: amount(wire, 'GRJCJS'),
    paidThrough: month(wire, 'JZNY'),
    openedOn: day(wire, 'KHRQ'),
  };
}

/** Usable for a payment: open, and the person's own class I account. */
function card(wire: WireObject, notKnown: NotKnown): CoreCard {
  return {
    cardNo: text(wire, 'KBH'),
    number: text(wire, 'GRCKZHHM'),
    bank: text(wire, 'GRCKZHKHYHMC'),
    usable: codeOr(wire, 'KZT', CARD_OPEN, false, notKnown) && codeOr(wire, 'ZHLB', CARD_CLASS_ONE, false, notKnown),
  };
}

function loan(wire: WireObject, notKnown: NotKnown): CoreLoan {
  const settled = text(wire, 'DKZT') === '3';
  return {
    loanNo: text(wire, 'DKZH'),
    contractNo: text(wire, 'JKHTBH'),
    grantedFen: amount(wire, 'HTDKJE'),
    balanceFen: amount(wire, 'DKYE'),
    annualRateMillionths: rate(wire, 'DKLL'),
    method: codeOr(wire, 'DKHKFS', REPAYMENT_METHOD, null, notKnown),
    months: count(wire, 'DKQS'),
    grantedOn: day(wire, 'DKFFRQ'),
    // a settled loan has no next instalment; its end stands there
    nextDueOn: day(wire, settled && wire['XCHKRQ'] === undefined ? 'YDDQRQ' : 'XCHKRQ'),
    nextDueFen: settled && wire['DQJHHKJE'] === undefined ? 0 : amount(wire, 'DQJHHKJE'),
    overduePeriods: count(wire, 'DQYQQS'),
    overdueFen: amount(wire, 'YQZE'),
    settled,
    offset: offset(wire),
    paidPrincipalFen: amount(wire, 'HSBJZE'),
    paidInterestFen: amount(wire, 'HSLXZE'),
    prepaidFen: amount(wire, 'TQGHBJZE'),
    periodsLeft: settled && wire['SYQS'] === undefined ? 0 : count(wire, 'SYQS'),
  };
}

/** The loans of `DK` that are the person's own, or those they owe as the co-borrower; whoever else `JKR` may name some day is not the borrower. */
const loansIn = (body: WireObject, joint: boolean, notKnown: NotKnown): readonly CoreLoan[] =>
  listOrNone(body, 'DK').filter(({ JKR = '1' }) => (JKR !== '1') === joint).map((one) => loan(one, notKnown));

function offset(wire: WireObject): CoreLoan['offset'] {
  if (wire['CHD'] === undefined) return { state: 'none' };
  const told = objectOf(wire['CHD'], 'CHD');
  return code(told, 'ZT', OFFSET_SIGNED) ? { state: 'signed', since: day(told, 'QYRQ') } : { state: 'none' };
}

function person(wire: WireObject, notKnown: NotKnown): CoreOverview['person'] {
  return {
    name: text(wire, 'XINGMING'),
    idType: codeOr(wire, 'ZJLX', ID_TYPE, null, notKnown),
    idNumber: text(wire, 'ZJHM'),
    mobile: textOr(wire, 'SJHM', null),
    sex: codeOrNull(wire, 'XINGBIE', SEX, notKnown),
    birthDate: wire['CSNY'] === undefined ? null : day(wire, 'CSNY'),
    maritalStatus: codeOrNull(wire, 'HYZK', MARITAL_STATUS, notKnown),
    household: codeOrNull(wire, 'HJSZD', HOUSEHOLD, notKnown),
  };
}

function withdrawalFacts(wire: WireObject, body: WireObject): CoreOverview['withdrawal'] {
  const repaid = wire['HK'] === undefined ? null : objectOf(wire['HK'], 'HK');
  return {
    mustStayFen: amount(wire, 'ZLJE'),
    repaid: repaid && { from: day(repaid, 'QSRQ'), to: day(repaid, 'JZRQ'), principalFen: amount(repaid, 'BJ'), interestFen: amount(repaid, 'LX') },
    last: known(listOrNone(wire, 'SCTQ'), ROUTE).map((item) => ({ route: code(item, 'YWLX', ROUTE), on: day(item, 'JZRQ') })),
    nextPermitted: known(listOrNone(wire, 'XCTQRQ'), ROUTE).map((item) => ({ route: code(item, 'YWLX', ROUTE), on: day(item, 'RQ') })),
    running: known(listOrNone(wire, 'ZBYW'), ROUTE).map((item) => ({ caseNo: text(item, 'YWLSH'), route: code(item, 'YWLX', ROUTE) })),
    history: historyOf(wire, body),
  };
}

/** Matters the core knows and a table of ours does not are left out. */
const known = (items: readonly WireObject[], table: Readonly<Record<string, unknown>>): readonly WireObject[] => items.filter((item) => Object.hasOwn(table, text(item, 'YWLX')));

const TASK = { XINGMING: 'name-differs', SJHM: 'mobile-differs' } as const;

function tasks(wire: WireObject): CoreOverview['tasks'] {
  const fields = wire['HYBZ'] ?? [];
  if (!Array.isArray(fields)) throw new WireError('HYBZ');
  return fields.map((field: unknown) => {
    if (field !== 'XINGMING' && field !== 'SJHM') throw new WireError('HYBZ');
    return TASK[field];
  });
}

/**
 * GR1002. A code outside our tables leaves its one field open (null, `other`, a card not usable) and is told; money, days and numbers
 * that are not as agreed are an error.
 * @throws WireError
 */
export function overviewOf(body: WireObject, notKnown: NotKnown): CoreOverview {
  const last = body['SBJC'] === undefined ? null : objectOf(body['SBJC'], 'SBJC');
  const months = objectOf(body['JC'], 'JC');
  const facts = objectOf(body['TQ'], 'TQ');
  return {
    person: person(objectOf(body['GR'], 'GR'), notKnown),
    accounts: list(body, 'ZH').map((one) => account(one, notKnown)),
    lastContribution: last && { accountNo: text(last, 'GRZH'), bookedOn: day(last, 'JZRQ'), amountFen: amount(last, 'FSE'), month: month(last, 'SSNY') },
    contributionMonths: { consecutive: count(months, 'LXYS'), total: count(months, 'LJYS') },
    loans: loansIn(body, false, notKnown),
    jointLoans: loansIn(body, true, notKnown),
    loanCount: count(body, 'DKCS'),
    loanCases: known(listOrNone(facts, 'ZBYW'), LOAN_MATTER).map((item) => ({ caseNo: text(item, 'YWLSH'), matter: code(item, 'YWLX', LOAN_MATTER) })),
    cards: listOrNone(body, 'YHK').map((one) => card(one, notKnown)),
    homes: list(body, 'FC').length,
    withdrawal: withdrawalFacts(facts, body),
    tasks: tasks(body),
  };
}

/** One line of GR1003. */
export function entryOf(wire: WireObject): CoreEntry {
  const kind = text(wire, 'GJHTQYWLX');
  return {
    entryNo: text(wire, 'YWLSH'),
    bookedOn: day(wire, 'JZRQ'),
    kind: ENTRY_KIND[kind] ?? 'other',
    amountFen: amount(wire, 'FSE'),
    balanceFen: amount(wire, 'YE'),
    ...(wire['SSNY'] === undefined ? {} : { month: month(wire, 'SSNY') }),
    ...(wire['DWMC'] === undefined ? {} : { employer: text(wire, 'DWMC') }),
    ...(kind === NEW_BASE ? { newBase: true } : {}),
  };
}

/** FC1001 */
export function contractCheckOf(body: WireObject): ContractCheck {
  const result = code(body, 'HYJG', CHECK_RESULT);
  if (result !== 'matched') return { result };
  return {
    result,
    address: text(body, 'FWZL'),
    priceFen: amount(body, 'FWZJ'),
    paidFen: amount(body, 'YFJE'),
    filedOn: day(body, 'BARQ'),
    local: text(body, 'BDSZ') === '1',
  };
}

const NAME_ANSWER = { '1': 'agrees', '2': 'differs' } as const;
const MOBILE_ANSWER = { '1': 'agrees', '2': 'differs', '9': 'not-on-file' } as const;

/** GR1001 */
export function verifiedPersonOf(body: WireObject): { customerNo: string; name: 'agrees' | 'differs'; mobile: 'agrees' | 'differs' | 'not-on-file' } {
  const answers = objectOf(body['HYJG'], 'HYJG');
  return {
    customerNo: text(body, 'KHBH'),
    name: code<'agrees' | 'differs'>(answers, 'XINGMING', NAME_ANSWER),
    mobile: answers['SJHM'] === undefined ? 'not-on-file' : code<'agrees' | 'differs' | 'not-on-file'>(answers, 'SJHM', MOBILE_ANSWER),
  };
}

/** HY1001 */
export const marriageOf = (body: WireObject): 'married' | 'not-married' | 'unavailable' => code(body, 'HYJG', MARRIAGE);
