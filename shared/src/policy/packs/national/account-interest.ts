import type { PlainDate } from '../../../calendar/index.ts';
import type { Figures, PolicySource } from '../../policy-pack.ts';

/** What an account earns a year, in millionths, on 360 days: the money of this fund year and that carried over (上年结转). */
export interface AccountInterest {
  readonly currentYear: number;
  readonly carriedOver: number;
}

const notice2016: PolicySource = {
  id: 'national/account-interest-2016',
  title: '央行、住建部、财政部《关于完善职工住房公积金账户存款利率形成机制的通知》',
  url: null,
  date: null,
  seenOn: '2026-08-01',
  confidence: 'high',
};
/** Before 2016-02-21: this year's money at the demand rate, the rest at the three-month rate. */
const benchmark: PolicySource = {
  id: 'national/account-interest-before-2016',
  title: '中国人民银行金融机构人民币存款基准利率（当年归集按活期，上年结转按三个月整存整取）',
  url: null,
  date: null,
  seenOn: '2026-09-01',
  confidence: 'medium',
};
const DEMAND = 3_500;
const THREE_MONTHS: readonly (readonly [from: PlainDate, to: PlainDate, millionths: number])[] = [
  ['2012-07-06', '2014-11-21', 26_000],
  ['2014-11-22', '2015-02-28', 23_500],
  ['2015-03-01', '2015-05-10', 21_000],
  ['2015-05-11', '2015-06-27', 18_500],
  ['2015-06-28', '2015-08-25', 16_000],
  ['2015-08-26', '2015-10-23', 13_500],
  ['2015-10-24', '2016-02-20', 11_000],
];

/** Interest on fund accounts since 2012-07-06: 1.50 % for all of it since 2016-02-21. */
export const accountInterest: Figures<AccountInterest> = [
  ...THREE_MONTHS.map(([validFrom, validTo, carriedOver]) => ({ value: { currentYear: DEMAND, carriedOver }, source: benchmark, validFrom, validTo })),
  { value: { currentYear: 15_000, carriedOver: 15_000 }, source: notice2016, validFrom: '2016-02-21' },
];
