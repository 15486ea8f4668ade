import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice } from '../national/index.ts';

const loan2026: PolicySource = {
  id: 'xiamen/loan-2026',
  title: '2026年1月1日起最高96万！厦门公积金贷款最新政策（转载厦门市住房公积金中心消息）',
  url: 'https://www.sohu.com/a/970580945_121123882',
  date: '2025-12-29',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const liquidity2026: PolicySource = {
  id: 'xiamen/liquidity-2026',
  title: '厦门住房公积金贷款流动性调节系数调整至0.8（河北省省直住房资金中心转载）',
  url: 'https://szgjj.hebei.gov.cn/2025-12/31/content_9460802.htm',
  date: '2025-12-31',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const formulaBefore: PolicySource = {
  id: 'xiamen/loan-formula-before-2024-02',
  title: '厦门公积金贷款额度计算公式旧文本（贷款前12个月缴存额×贷款年限×1.45＋账户余额）',
  url: null,
  date: null,
  seenOn: '2026-08-20',
  confidence: 'medium',
};
const base2026: PolicySource = {
  id: 'xiamen/base-2026',
  title: '厦门市2026年度住房公积金缴存基数调整（厦门晨报/海西晨报）',
  url: 'https://www.sunnews.cn/xmcs/202606/t20260630_437104.html',
  date: '2026-06-30',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const rent: PolicySource = {
  id: 'xiamen/rent-2025',
  title: '厦门提高无房职工租房提取公积金额度至每人每月1800元（腾讯新闻转载厦门公积金中心消息）',
  url: 'https://news.qq.com/rain/a/20250525A03KQI00',
  date: '2025-05-25',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const assistant: PolicySource = {
  id: 'xiamen/assistant',
  title: '厦门市住房公积金中心智能客服“小金灵”公开答复',
  url: null,
  date: null,
  seenOn: '2026-08-20',
  confidence: 'high',
};
const affordable: PolicySource = {
  id: 'xiamen/affordable',
  title: '厦门保障性住房公积金贷款最低首付15%（媒体梳理）',
  url: null,
  date: null,
  seenOn: '2026-08-20',
  confidence: 'medium',
};
const matrix: PolicySource = {
  id: 'xiamen/matrix-2026-09',
  title: '各城市公积金提取政策对照（2026年9月1日汇总）',
  url: null,
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};

const YEAR_2026 = { source: base2026, validFrom: '2026-07-01', validTo: '2027-06-30' };
/** A source that tells only what a change replaced bears out the old figure for the eve of the change and no longer. */
const EVE = { validFrom: '2024-01-31', validTo: '2024-01-31' };

/** 厦门. The cap is published as 120万元 × 流动性调节系数; the amounts of its uplifts were not to be found. */
export const pack: CentrePack = {
  centre: 'xiamen',
  city: '厦门',
  name: '厦门市住房公积金中心',
  version: 'xiamen-2026.4',
  checkedOn: '2026-09-01',
  loan: {
    cap: [{ value: [{ singleFen: 120_000_000, jointFen: 120_000_000 }], source: loan2026, validFrom: '2026-01-01' }],
    unknownUplifts: ['绿色建筑、二孩及三孩家庭、人才的上浮幅度未见公开资料，未计入'],
    account: [
      { value: { kind: 'contribution-flow', months: 12, factorMillionths: 1_450_000 }, source: formulaBefore, ...EVE },
      { value: { kind: 'contribution-flow', months: 6, factorMillionths: 2_900_000 }, source: liquidity2026, validFrom: '2024-02-01' },
    ],
    liquidity: [{ value: { millionths: 800_000, on: 'account-and-cap' }, source: liquidity2026, validFrom: '2026-01-01' }],
    downPayment: [
      { value: [{ when: { order: 'second' }, millionths: 250_000 }], source: loan2026, validFrom: '2024-12-31', validTo: '2024-12-31' },
      { value: [{ when: { kind: 'affordable' }, millionths: 150_000, source: affordable }, { millionths: 200_000 }], source: loan2026, validFrom: '2025-01-01' },
    ],
    contributionMonths: [
      { value: 12, source: loan2026, ...EVE },
      { value: 6, source: loan2026, validFrom: '2024-02-01' },
    ],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 3_293_700 }], ...YEAR_2026 }],
    baseLower: [{ value: [{ amountFen: 226_500 }], ...YEAR_2026 }],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [{ value: ['property-fee'], source: matrix, validFrom: '2026-09-01' }],
    rentPerMonth: [
      { value: 180_000, source: rent, validFrom: '2025-01-01', conflict: { words: '另一份汇总写2024年7月1日起就是每人每月1800元', source: matrix } },
    ],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    leaveJobSealedMonths: [{ value: 6, source: assistant, validFrom: '2025-01-01' }],
    leaveJobHousehold: [{ value: 'elsewhere', source: assistant, validFrom: '2025-01-01' }],
    repayFundLoanEveryMonths: [{ value: 12, source: assistant, validFrom: '2025-01-01' }],
    repayCommercialLoanEveryMonths: [{ value: 12, source: assistant, validFrom: '2025-01-01' }],
    purchase: [{ value: { withinMonths: 12 }, source: matrix, validFrom: '2026-09-01' }],
    downPayment: [{ value: ['second-hand'], source: matrix, validFrom: '2026-02-01' }],
    renovation: [
      {
        value: { perSquareMetreFen: 180_000, ceilingFen: 25_000_000, withinYears: 5, proofMonths: 6, pauseMillionths: 900_000 },
        source: matrix,
        validFrom: '2026-05-25',
      },
    ],
    rent: [{ value: { actual: ['many-children-filed'], actualToContribution: ['young-or-new'] }, source: rent, validFrom: '2025-01-01' }],
    lift: [{ value: { relations: ['owner', 'spouse', 'child'] }, source: matrix, validFrom: '2026-09-01' }],
    illness: [{ value: { costMonths: 36 }, source: matrix, validFrom: '2026-09-01' }],
  },
  notFound: ['2026年以前的流动性调节系数和最高额度未见公开资料', '额度计算结果取整到哪一位未见公开资料'],
};
