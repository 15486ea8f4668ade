import type { CentrePack, PolicySource } from '../policy-pack.ts';
import { rentNotice } from './national.ts';

const loan2026: PolicySource = {
  title: '2026年1月1日起最高96万！厦门公积金贷款最新政策（转载厦门市住房公积金中心消息）',
  url: 'https://www.sohu.com/a/970580945_121123882',
  date: '2025-12-29',
  confidence: 'high',
};
const liquidity2026: PolicySource = {
  title: '厦门住房公积金贷款流动性调节系数调整至0.8（河北省省直住房资金中心转载）',
  url: 'https://szgjj.hebei.gov.cn/2025-12/31/content_9460802.htm',
  date: '2025-12-31',
  confidence: 'high',
};
const rent: PolicySource = {
  title: '厦门提高无房职工租房提取公积金额度至每人每月1800元（腾讯新闻转载厦门公积金中心消息）',
  url: 'https://news.qq.com/rain/a/20250525A03KQI00',
  date: '2025-05-25',
  confidence: 'high',
};
const assistant: PolicySource = { title: '厦门市住房公积金中心智能客服“小金灵”公开答复', url: null, date: null, confidence: 'high' };
const affordable: PolicySource = { title: '厦门保障性住房公积金贷款最低首付15%（媒体梳理）', url: null, date: null, confidence: 'medium' };
const matrix: PolicySource = { title: '各城市公积金提取政策对照（2026年9月1日汇总）', url: null, date: '2026-09-01', confidence: 'medium' };

/** 厦门. Caps, formula and down payments as published for 2026; the amounts of its uplifts were not to be found and are left out. */
export const xiamen: CentrePack = {
  centre: 'xiamen',
  name: '厦门市住房公积金中心',
  version: 'xiamen-2026.1',
  effectiveFrom: '2026-01-01',
  checkedOn: '2026-08-20',
  loan: {
    cap: [{ value: { singleFen: 96_000_000, jointFen: 96_000_000 }, source: loan2026, validFrom: '2026-01-01' }],
    unknownUplifts: ['绿色建筑、二孩及三孩家庭、人才的上浮幅度未见公开资料，未计入'],
    account: [
      {
        value: { kind: 'contribution-flow', months: 6, factorMillionths: 2_900_000, liquidityMillionths: 800_000 },
        source: liquidity2026,
        validFrom: '2026-01-01',
      },
    ],
    downPaymentFirst: [{ value: 200_000, source: loan2026, validFrom: '2025-01-01' }],
    downPaymentSecond: [{ value: 200_000, source: loan2026, validFrom: '2025-01-01' }],
    downPaymentAffordable: [{ value: 150_000, source: affordable, validFrom: '2025-01-01' }],
    contributionMonths: [{ value: 6, source: loan2026, validFrom: '2024-02-01' }],
  },
  withdrawal: {
    notOffered: [{ value: ['property-fee'], source: matrix, validFrom: '2026-01-01' }],
    rentPerMonth: [{ value: 180_000, source: rent, validFrom: '2025-01-01' }],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    leaveJobSealedMonths: [{ value: 6, source: assistant, validFrom: '2025-01-01' }],
    leaveJobHousehold: [{ value: 'elsewhere', source: assistant, validFrom: '2025-01-01' }],
    repayFundLoanEveryMonths: [{ value: 12, source: assistant, validFrom: '2025-01-01' }],
  },
};
