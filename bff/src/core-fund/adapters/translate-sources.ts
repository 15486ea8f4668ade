import type { CoreCard } from '../core-fund.port.ts';
import type { CoreHome, CoreSourceName, CoreSources } from '../core-sources.ts';
import {
  EMPLOYER_STATE, GRADE, HOUSE_KIND, HOUSEHOLD, MARITAL_STATUS, RELATION, SHARED_SOURCE, SOURCE_RESULT, WORKS_KIND, YES_NO,
} from './core-codes.ts';
import type { WireObject } from './core-fund.wire.ts';
import { code, count, list, listOrNone, objectOf, text, textOr, WireError } from './core-fund.wire.ts';
import { amount, area, day, moment, month } from './wire-values.ts';

/** What one reads of a source, or nothing where it does not say. */
const said = <T>(wire: WireObject, field: string, read: (from: WireObject, field: string) => T): T | undefined => (wire[field] === undefined ? undefined : read(wire, field));
const part = <T>(wire: WireObject, field: string, read: (from: WireObject) => T): T | undefined => said(wire, field, (from, name) => read(objectOf(from[name], name)));

/** The same object without what is undefined. */
function told<T extends object>(from: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(from).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** What a source says, by group; a group it does not speak of is undefined here. */
type Facts = { readonly [K in keyof CoreSources]?: CoreSources[K] | undefined };

function homeOf(wire: WireObject): CoreHome {
  const home = {
    homeNo: text(wire, 'FCBH'),
    address: text(wire, 'ZZ'),
    kind: code(wire, 'FWLX', HOUSE_KIND),
    contractNumber: textOr(wire, 'GFHTBH', undefined),
    filedOn: said(wire, 'BARQ', day),
    certificateOn: said(wire, 'DJRQ', day),
    builtOn: said(wire, 'JCRQ', day),
    areaHundredths: area(wire, 'JZMJ'),
    priceFen: amount(wire, 'FWZJ'),
    paidFen: said(wire, 'YFJE', amount),
    downPaymentFen: said(wire, 'SFK', amount),
    withLoan: code(wire, 'DKBZ', YES_NO),
    escrow: part(wire, 'JGZH', (from) => ({ name: text(from, 'ZHMC'), bank: text(from, 'YHMC'), number: text(from, 'ZHHM') })),
  };
  return told(home);
}

function realEstate(wire: WireObject): Facts {
  return {
    homes: listOrNone(wire, 'FC').map(homeOf),
    rentContract: part(wire, 'ZL', (from) => ({
      contractNumber: text(from, 'HTBH'), monthlyFen: amount(from, 'YZJ'), publicHousing: code(from, 'GZBZ', YES_NO), from: day(from, 'QSRQ'), to: day(from, 'ZZRQ'),
    })),
    works: part(wire, 'JZ', (from) =>
      told({ kind: code(from, 'LX', WORKS_KIND), permitNumber: text(from, 'XKBH'), grade: said(from, 'JDDJ', grade), costFen: said(from, 'FYJE', amount), address: text(from, 'ZZ') })),
    lift: part(wire, 'DT', (from) => ({
      address: text(from, 'ZZ'), completedOn: day(from, 'WGRQ'), ownShareFen: amount(from, 'FTJE'), relation: code(from, 'GX', RELATION),
    })),
  };
}

const grade = (from: WireObject, field: string): 'A' | 'B' | 'C' | 'D' => code(from, field, GRADE);
const yes = (from: WireObject, field: string): boolean => code(from, field, YES_NO);

const READ: Readonly<Record<CoreSourceName, (wire: WireObject) => Facts>> = {
  'public-security': (wire) => ({ household: said(wire, 'HJSZD', (from, field) => code(from, field, HOUSEHOLD)), settledAbroadOn: said(wire, 'CJRQ', day) }),
  'civil-affairs': (wire) => ({ maritalStatus: said(wire, 'HYZK', (from, field) => code(from, field, MARITAL_STATUS) ?? undefined), children: said(wire, 'ZNS', count) }),
  'real-estate': realEstate,
  'social-insurance': (wire) => ({
    retirementMonth: said(wire, 'TXNY', month),
    retired: said(wire, 'TXBZ', yes),
    employmentEndedOn: said(wire, 'LDZZRQ', day),
    unableToWork: said(wire, 'SNBZ', yes),
    illness: part(wire, 'YL', (from) => ({ ownCostFen: amount(from, 'GRZF'), settledOn: day(from, 'JSRQ'), listed: yes(from, 'MLBZ') })),
  }),
  employment: (wire) => ({ employed: said(wire, 'ZYBZ', yes) }),
  'market-regulation': (wire) => ({ employerState: said(wire, 'DWZT', (from, field) => code(from, field, EMPLOYER_STATE)) }),
  credit: (wire) => ({
    commercialLoan: part(wire, 'SD', (from) => ({
      contractNumber: text(from, 'HTBH'), bank: text(from, 'YHMC'), contracted: yes(from, 'QYBZ'), overduePeriods: count(from, 'YQQS'),
      from: day(from, 'QSRQ'), to: day(from, 'JZRQ'), principalFen: amount(from, 'BJ'), interestFen: amount(from, 'LX'),
    })),
  }),
  invoice: (wire) => ({
    propertyFee: part(wire, 'WYF', (from) => ({ paidFen: amount(from, 'JE'), homes: count(from, 'FCS') })),
    renovation: part(wire, 'ZHX', (from) => ({ costFen: amount(from, 'JE'), homeNo: text(from, 'FCBH') })),
  }),
};

/**
 * GX1001. A source we have no word for is left out; one whose facts are not as agreed counts as silent and is told, so that it hides none of
 * the others.
 * @throws WireError when the list itself cannot be read
 */
export function sourcesOf(body: WireObject, notKnown: (field: string) => void): CoreSources {
  const entries = list(body, 'HY').filter((wire) => Object.hasOwn(SHARED_SOURCE, text(wire, 'LY')));
  const read = entries.map((wire) => {
    const source = code(wire, 'LY', SHARED_SOURCE);
    const at = moment(wire, 'SJ');
    try {
      const result = code(wire, 'HYJG', SOURCE_RESULT);
      return { check: { source, at, result }, facts: result === 'matched' ? told(READ[source](wire)) : {} };
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      notKnown(`${text(wire, 'LY')}.${error.field}`);
      return { check: { source, at, result: 'unavailable' as const }, facts: {} };
    }
  });
  return Object.assign({ checks: read.map(({ check }) => check) }, ...read.map(({ facts }) => facts)) as CoreSources;
}

/** A card as YH1001 registered it. */
export function registeredCardOf(wire: WireObject): Omit<CoreCard, 'usable'> {
  return { cardNo: text(wire, 'KBH'), number: text(wire, 'GRCKZHHM'), bank: text(wire, 'GRCKZHKHYHMC') };
}
