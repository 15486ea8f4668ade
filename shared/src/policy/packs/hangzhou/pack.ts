import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice } from '../national/index.ts';

const loan2026: PolicySource = {
  id: 'hangzhou/loan-2026',
  title: '杭州公积金贷款最高额度提至180万（潮新闻；杭房公委〔2026〕1号）',
  url: 'https://tidenews.com.cn/tmh_news.html?id=69ce18f3b8d3ca00014c8583',
  date: '2026-03-30',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const base2026: PolicySource = {
  id: 'hangzhou/base-2026',
  title: '杭州公积金中心重要通知（2026年度缴存调整，杭州网）',
  url: 'https://hznews.hangzhou.com.cn/jingji/content/2026-07/25/content_9263759.htm',
  date: '2026-07-25',
  seenOn: '2026-08-20',
  confidence: 'high',
};

const COUNTIES = ['桐庐县', '淳安县', '建德市'];
const SINCE = { source: loan2026, validFrom: '2026-04-01' };
const YEAR_2026 = { source: base2026, validFrom: '2026-07-01', validTo: '2027-06-30' };

/**
 * 杭州. Twenty times the mean balance of twelve months; the rows without a locality are those of 市区. Its rent amount differs by county,
 * which a withdrawal rule cannot say yet: it is left out.
 */
export const pack: CentrePack = {
  centre: 'hangzhou',
  city: '杭州',
  name: '杭州住房公积金管理中心',
  version: 'hangzhou-2026.1',
  checkedOn: '2026-08-20',
  localities: ['市区', ...COUNTIES],
  loan: {
    cap: [{ value: [{ when: { locality: COUNTIES }, singleFen: 65_000_000, jointFen: 130_000_000 }, { singleFen: 90_000_000, jointFen: 180_000_000 }], ...SINCE }],
    unknownUplifts: ['多子女、人才、绿色建筑等上浮（叠加后最高306万元）的各项幅度未见公开资料，未计入'],
    account: [{ value: { kind: 'average-balance-multiple', multipleMillionths: 20_000_000 }, ...SINCE }],
    downPayment: [
      {
        value: [{ when: { kind: 'affordable' }, millionths: 150_000 }, { when: { order: 'first' }, millionths: 200_000 }, { when: { order: 'second' }, millionths: 300_000 }],
        ...SINCE,
      },
    ],
    contributionMonths: [{ value: 6, ...SINCE }],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 4_215_100 }], ...YEAR_2026 }],
    baseLower: [{ value: [{ locality: COUNTIES, amountFen: 243_000 }, { amountFen: 266_000 }], ...YEAR_2026 }],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
  },
  notFound: ['申请人还款能力的计算口径未见公开资料'],
};
