import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice, withdrawalPattern } from '../national/index.ts';

const loan2025: PolicySource = {
  id: 'fuzhou/loan-2025',
  title: '福州住房公积金中心：申请商业性购房贷款转公积金个人住房贷款（含最高贷款额度规定）',
  url: 'https://zfgjj.fuzhou.gov.cn/wsbs/xzzx_49891/202208/t20220805_4412021.htm',
  date: '2025-12-30',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const liquidity: PolicySource = {
  id: 'fuzhou/liquidity-2026-q3',
  title: '各城市公积金政策汇总（2026年8月20日）：福州2026年第三季度流动性调节系数为1.2',
  url: 'https://github.com/polarsta/gjj-policy-watch',
  date: '2026-08-20',
  seenOn: '2026-08-20',
  confidence: 'medium',
};
const downPayment: PolicySource = {
  id: 'fuzhou/down-payment-2025',
  title: '福州住房公积金可贷额度提高（流动性调节系数1.2、首付20%）',
  url: 'http://mp.weixin.qq.com/s?__biz=MzI2MjkxOTY4MA==&mid=2247594548&idx=1&sn=dd75fffa59f53ba71ad978bd97a5007f',
  date: '2025-07-16',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const base2026: PolicySource = {
  id: 'fuzhou/base-2026',
  title: '福州调整2026年度住房公积金缴存基数（福州住房公积金中心发布，搜狐转载）',
  url: 'https://www.sohu.com/a/1044117988_121106994',
  date: '2026-06-30',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const matrix: PolicySource = {
  id: 'fuzhou/matrix-2026-09',
  title: '各城市公积金提取政策对照（2026年9月1日汇总）',
  url: null,
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};
const rent: PolicySource = {
  id: 'fuzhou/rent-2026',
  title: '福州市公积金租房提取线上办理指南（福州住房公积金中心连江管理部）',
  url: 'https://m12333.cn/qa/swkcm.html',
  date: '2026-06-23',
  seenOn: '2026-08-20',
  confidence: 'high',
};

const SINCE = { source: loan2025, validFrom: '2025-12-30' };
const YEAR_2026 = { source: base2026, validFrom: '2026-07-01', validTo: '2027-06-30' };

/** 福州. The caps are those of 宽松 and 正常; the liquidity factor is set by the quarter. Its formula was not to be found. */
export const pack: CentrePack = {
  centre: 'fuzhou',
  city: '福州',
  name: '福州住房公积金中心',
  version: 'fuzhou-2026.2',
  checkedOn: '2026-09-01',
  loan: {
    cap: [{ value: [{ singleFen: 60_000_000, jointFen: 100_000_000 }], ...SINCE }],
    uplifts: [
      {
        value: [
          { id: 'two-children', words: '二孩家庭', when: { childrenFrom: 2, childrenTo: 2 }, effect: { kind: 'amount', singleFen: 20_000_000, jointFen: 20_000_000 }, group: 'children' },
          { id: 'three-children', words: '三孩家庭', when: { childrenFrom: 3 }, effect: { kind: 'amount', singleFen: 40_000_000, jointFen: 40_000_000 }, group: 'children' },
          { id: 'green-building', words: '二星级以上绿色建筑', when: { greenStarsFrom: 2 }, effect: { kind: 'share', millionths: 200_000 }, group: 'building' },
          { id: 'prefab', words: '装配式商品住房', when: { prefab: true }, effect: { kind: 'share', millionths: 200_000 }, group: 'building' },
        ],
        ...SINCE,
      },
    ],
    stacking: [{ value: { rule: 'unknown' }, ...SINCE }],
    unknownUplifts: [],
    liquidity: [
      {
        value: { millionths: 1_200_000, on: 'account', exceptFirstLoanNoHome: true },
        source: liquidity,
        validFrom: '2026-07-01',
        validTo: '2026-09-30',
      },
    ],
    downPayment: [{ value: [{ when: { kind: 'affordable' }, millionths: 150_000 }, { millionths: 200_000 }], source: downPayment, validFrom: '2025-07-16' }],
    ability: [{ value: { kind: 'monthly-share', shareMillionths: 600_000, of: 'household-income', counts: 'instalment-and-debts' }, ...SINCE }],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 3_243_000 }], ...YEAR_2026 }],
    baseLower: [{ value: [{ amountFen: 219_500 }], ...YEAR_2026 }],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [],
    rentPerMonth: [{ value: 150_000, source: rent, validFrom: '2026-06-23' }],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    rent: [
      {
        value: { byChildren: [{ childrenFrom: 2, amountFen: 180_000 }], actual: ['public'], everyMonths: 1 },
        source: rent,
        validFrom: '2026-06-23',
      },
    ],
    purchase: [{ value: { withinMonths: 36, cashProofMonths: 6 }, source: matrix, validFrom: '2026-09-01' }],
    downPayment: [{ value: ['new', 'second-hand'], source: matrix, validFrom: '2026-09-01' }],
    renovation: [
      {
        value: { perSquareMetreFen: 150_000, mostSquareMetres: 144, ceilingFen: 21_600_000, withinYears: 5, proofMonths: 6 },
        source: matrix,
        validFrom: '2026-08-28',
      },
    ],
    propertyFee: [{ value: { perYearFen: 300_000, per: 'person' }, source: matrix, validFrom: '2026-08-28', validTo: '2031-08-27' }],
    lift: [{ value: { relations: ['owner', 'spouse', 'child', 'parent'], withinMonths: 12 }, source: matrix, validFrom: '2026-09-01' }],
    illness: [{ value: { costMonths: 36 }, source: matrix, validFrom: '2026-09-01' }],
    leaveJobSealedMonths: [{ value: 6, source: withdrawalPattern, validFrom: '2026-09-01' }],
    leaveJobHousehold: [{ value: 'any', source: matrix, validFrom: '2026-09-01' }],
  },
  notFound: [
    '2026年9月30日以后的流动性状态未见公布；如转为紧张，最高额度为双缴存人60万元、单缴存人40万元',
    '2026年8月27日另有新通知，其贷款内容未查到',
  ],
};
