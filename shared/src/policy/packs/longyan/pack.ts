import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice, withdrawalPattern } from '../national/index.ts';

const loan2025: PolicySource = {
  id: 'longyan/loan-2025',
  title: '龙岩调整住房公积金政策（扬子晚报网转载，2025年6月）',
  url: 'https://wap.yzwb.net/news_details.html?id=2301147',
  date: '2025-06-27',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const base2025: PolicySource = {
  id: 'longyan/base-2025',
  title: '龙岩市住房公积金管理中心关于调整2025年度住房公积金缴存基数的通知（龙住公〔2025〕10号）',
  url: 'https://zc.51shebao.com/detail/836711',
  date: '2025-06-25',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const rent2026: PolicySource = {
  id: 'longyan/rent-2026',
  title: '福建两地住房公积金政策有调整（福州新闻网，含龙岩租房提取额度提高）',
  url: 'https://m.fznews.com.cn/dsxw/20260617/F277R3G2ro.shtml',
  date: '2026-06-17',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const matrix: PolicySource = {
  id: 'longyan/matrix-2026-09',
  title: '各城市公积金提取政策对照（2026年9月1日汇总）',
  url: null,
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};

const OTHERS = ['漳平市', '永定区', '上杭县', '武平县', '长汀县', '连城县'];
const SINCE = { source: loan2025, validFrom: '2025-06-27' };
const YEAR_2025 = { source: base2025, validFrom: '2025-07-01', validTo: '2026-06-30' };

/** 龙岩. The rows without a locality are those of 新罗区. Its formula and the bases of 2026 were not to be found. */
export const pack: CentrePack = {
  centre: 'longyan',
  city: '龙岩',
  name: '龙岩市住房公积金管理中心',
  version: 'longyan-2026.2',
  checkedOn: '2026-09-01',
  localities: ['新罗区', ...OTHERS],
  loan: {
    cap: [{ value: [{ when: { locality: OTHERS }, singleFen: 50_000_000, jointFen: 60_000_000 }, { singleFen: 55_000_000, jointFen: 65_000_000 }], ...SINCE }],
    uplifts: [
      {
        value: [
          { id: 'two-children', words: '二孩家庭购买首套', when: { childrenFrom: 2, childrenTo: 2, order: 'first' }, effect: { kind: 'amount', singleFen: 15_000_000, jointFen: 15_000_000 }, group: 'children' },
          { id: 'three-children', words: '三孩家庭购买首套', when: { childrenFrom: 3, order: 'first' }, effect: { kind: 'amount', singleFen: 25_000_000, jointFen: 25_000_000 }, group: 'children' },
          { id: 'green-building', words: '绿色建筑', when: { greenStarsFrom: 1 }, effect: { kind: 'amount', singleFen: 5_000_000, jointFen: 5_000_000 }, group: 'building' },
          { id: 'prefab', words: '装配式住宅', when: { prefab: true }, effect: { kind: 'amount', singleFen: 5_000_000, jointFen: 5_000_000 }, group: 'building' },
        ],
        ...SINCE,
      },
    ],
    stacking: [{ value: { rule: 'sum', ceilingSingleFen: 95_000_000, ceilingJointFen: 95_000_000 }, ...SINCE }],
    unknownUplifts: ['绿色建筑上浮要求的星级未见公开资料，有星级即计入'],
    downPayment: [
      { value: [{ when: { order: 'second' }, millionths: 400_000 }], source: loan2025, validFrom: '2025-05-31', validTo: '2025-05-31' },
      { value: [{ when: { order: 'second' }, millionths: 300_000 }, { millionths: 200_000 }], source: loan2025, validFrom: '2025-06-01' },
    ],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 2_687_700 }], ...YEAR_2025 }],
    baseLower: [
      {
        value: [
          { locality: ['漳平市', '永定区', '上杭县'], amountFen: 204_500 },
          { locality: ['武平县', '长汀县', '连城县'], amountFen: 189_500 },
          { amountFen: 219_500 },
        ],
        ...YEAR_2025,
      },
    ],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2025 }],
  },
  withdrawal: {
    notOffered: [{ value: ['property-fee'], source: matrix, validFrom: '2026-09-01' }],
    rentPerMonth: [
      { value: 80_000, source: rent2026, validFrom: '2026-06-14', validTo: '2026-06-14' },
      { value: 100_000, source: rent2026, validFrom: '2026-06-15' },
    ],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    rent: [{ value: { byChildren: [{ childrenFrom: 2, amountFen: 120_000 }] }, source: rent2026, validFrom: '2026-06-15' }],
    mustStayFen: [{ value: 1_000, source: matrix, validFrom: '2026-09-01' }],
    purchase: [{ value: { withinMonths: 36, cashProofMonths: 6 }, source: matrix, validFrom: '2026-09-01' }],
    downPayment: [{ value: ['new'], source: matrix, validFrom: '2026-09-01' }],
    renovation: [
      {
        value: { perSquareMetreFen: 160_000, ceilingFen: 20_000_000, withinYears: 5, proofMonths: 6, pauseMillionths: 950_000 },
        source: matrix,
        validFrom: '2026-02-25',
      },
    ],
    lift: [{ value: { relations: ['owner', 'spouse', 'child', 'parent'] }, source: matrix, validFrom: '2026-09-01' }],
    illness: [{ value: { listed: true }, source: matrix, validFrom: '2026-09-01' }],
    leaveJobSealedMonths: [{ value: 6, source: withdrawalPattern, validFrom: '2026-09-01' }],
    leaveJobHousehold: [{ value: 'any', source: matrix, validFrom: '2026-09-01' }],
  },
  notFound: ['2026年7月以后的缴存基数上下限未见公开资料'],
};
