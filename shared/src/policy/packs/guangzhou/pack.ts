import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice } from '../national/index.ts';

const loan2026: PolicySource = {
  id: 'guangzhou/loan-2026',
  title: '广州住房公积金管理中心关于调整住房公积金贷款政策的通知-广州市人民政府',
  url: 'https://www.gz.gov.cn/gfxwj/sbmgfxwj/gzzfgjjglzx/content/post_10796725.html',
  date: '2026-04-30',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const guide: PolicySource = {
  id: 'guangzhou/loan-guide',
  title: '个人住房公积金贷款服务指南（普通公积金贷款）-广州住房公积金管理中心',
  url: 'https://gjj.gz.gov.cn/bsfw/qtfw/content/post_5748060.html',
  date: '2026-06-08',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const base2026: PolicySource = {
  id: 'guangzhou/base-2026',
  title: '2026年度广州公积金缴存基数公布（上限+下限）-广州本地宝',
  url: 'http://gz.bendibao.com/life/202572/360268.shtml',
  date: '2026-07-03',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const rent: PolicySource = {
  id: 'guangzhou/rent',
  title: '租房提取办事指南-广州住房公积金管理中心',
  url: 'http://gjj.gz.gov.cn/bsfw/qtfw/content/post_6998160.html',
  date: '2026-07-29',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const matrix: PolicySource = {
  id: 'guangzhou/matrix-2026-09',
  title: '各城市公积金提取政策对照（2026年9月1日汇总）',
  url: null,
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};

const SINCE = { source: loan2026, validFrom: '2026-04-30' };
const GUIDE = { source: guide, validFrom: '2026-04-30' };
const YEAR_2026 = { source: base2026, validFrom: '2026-07-01', validTo: '2027-06-30' };

/** 广州. Ten times the balance, and the monthly amount for every month to retirement. */
export const pack: CentrePack = {
  centre: 'guangzhou',
  city: '广州',
  name: '广州住房公积金管理中心',
  version: 'guangzhou-2026.2',
  checkedOn: '2026-09-01',
  loan: {
    cap: [
      { value: [{ singleFen: 80_000_000, jointFen: 160_000_000 }], source: loan2026, validFrom: '2026-04-29', validTo: '2026-04-29' },
      { value: [{ singleFen: 100_000_000, jointFen: 200_000_000 }], ...SINCE },
    ],
    uplifts: [
      {
        value: [
          { id: 'one-child', words: '一孩家庭', when: { childrenFrom: 1, childrenTo: 1 }, effect: { kind: 'share', millionths: 100_000 }, group: 'children' },
          { id: 'two-children', words: '二孩家庭', when: { childrenFrom: 2, childrenTo: 2 }, effect: { kind: 'share', millionths: 400_000 }, group: 'children' },
          { id: 'three-children', words: '三孩及以上家庭', when: { childrenFrom: 3 }, effect: { kind: 'share', millionths: 500_000 }, group: 'children' },
        ],
        ...SINCE,
      },
    ],
    stacking: [{ value: { rule: 'sum', ceilingJointFen: 360_000_000 }, ...SINCE }],
    unknownUplifts: ['购买“好房子”可上浮30%，认定标准未见公开资料，未计入'],
    account: [{ value: { kind: 'balance-and-months-to-retirement', multipleMillionths: 10_000_000 }, ...GUIDE }],
    downPayment: [{ value: [{ when: { kind: 'affordable' }, millionths: 150_000 }, { millionths: 200_000 }], ...SINCE }],
    ability: [{ value: { kind: 'monthly-share', shareMillionths: 500_000, of: 'household-income', counts: 'instalment' }, ...GUIDE }],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 4_169_700 }], ...YEAR_2026 }],
    baseLower: [{ value: [{ amountFen: 250_000 }], ...YEAR_2026 }],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [{ value: ['property-fee', 'renovation', 'illness'], source: matrix, validFrom: '2026-09-01' }],
    rentPerMonth: [{ value: 200_000, source: rent, validFrom: '2024-11-01' }],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    rent: [{ value: { byChildren: [{ childrenFrom: 2, amountFen: 280_000 }], everyMonths: 3 }, source: matrix, validFrom: '2026-09-01' }],
    repayCommercialLoanEveryMonths: [{ value: 3, source: matrix, validFrom: '2026-09-01' }],
  },
  notFound: ['申请贷款前须缴存的月数未查到'],
};
