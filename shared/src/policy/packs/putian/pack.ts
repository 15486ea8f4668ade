import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice, withdrawalPattern } from '../national/index.ts';

const loan2025: PolicySource = {
  id: 'putian/loan-2025',
  title: '最高可贷款105万元！莆田调整住房公积金政策（福建日报·新福建）',
  url: 'https://www.fjdaily.com/app/content/2025-01/02/content_3020799.html',
  date: '2025-01-02',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const report2024: PolicySource = {
  id: 'putian/report-2024',
  title: '莆田市住房公积金2024年年度报告',
  url: 'https://www.putian.gov.cn/ptgjj/xxgk/zfgjjnb/202503/t20250330_1987966.htm',
  date: '2025-03-30',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const base2026: PolicySource = {
  id: 'putian/base-2026',
  title: '莆田市调整2026年度住房公积金缴存基数（海峡都市报）',
  url: 'https://www.hxdsb.com/html/content/bm/39cc9f38f7a342459b47ba99804e2183.shtml',
  date: '2026-07-01',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const matrix: PolicySource = {
  id: 'putian/matrix-2026-09',
  title: '各城市公积金提取政策对照（2026年9月1日汇总）',
  url: null,
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};

const SINCE = { source: loan2025, validFrom: '2025-01-01' };
const EVE = { source: loan2025, validFrom: '2024-12-31', validTo: '2024-12-31' };
const YEAR_2026 = { source: base2026, validFrom: '2026-07-01', validTo: '2027-06-30' };

/** 莆田. The size of its liquidity factor was not to be found, nor whether it multiplies the second term only: hence the empty list. */
export const pack: CentrePack = {
  centre: 'putian',
  city: '莆田',
  name: '莆田市住房公积金中心',
  version: 'putian-2026.2',
  checkedOn: '2026-09-01',
  loan: {
    cap: [
      { value: [{ singleFen: 50_000_000, jointFen: 80_000_000 }], ...EVE },
      { value: [{ singleFen: 55_000_000, jointFen: 90_000_000 }], ...SINCE },
    ],
    uplifts: [
      { value: [{ id: 'two-children', words: '二孩及以上家庭', when: { childrenFrom: 2 }, effect: { kind: 'amount', singleFen: 15_000_000, jointFen: 15_000_000 } }], ...SINCE },
    ],
    unknownUplifts: ['人才最高可达4倍，各类人才的倍数未见公开资料，未计入'],
    account: [
      {
        value: { kind: 'balance-and-months-to-retirement', multipleMillionths: 2_000_000 },
        ...SINCE,
        conflict: { words: '流动性调节系数乘全部还是只乘“月缴存额×至退休月数”，公布的公式可作两种理解', source: report2024 },
      },
    ],
    liquidity: [],
    downPayment: [{ value: [{ when: { kind: 'affordable' }, millionths: 150_000 }, { millionths: 200_000 }], ...SINCE }],
    contributionMonths: [{ value: 6, ...SINCE }],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 2_398_500 }], ...YEAR_2026 }],
    baseLower: [{ value: [{ amountFen: 204_500 }], ...YEAR_2026 }],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [{ value: ['property-fee'], source: matrix, validFrom: '2026-09-01' }],
    rentPerMonth: [
      { value: 70_000, ...EVE },
      { value: 80_000, ...SINCE, conflict: { words: '另一份汇总仍写每人每月700元、每年不超过7200元', source: matrix } },
    ],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    rent: [
      { value: { byChildren: [{ childrenFrom: 2, amountFen: 100_000 }] }, ...EVE },
      {
        value: { byChildren: [{ childrenFrom: 2, amountFen: 120_000 }] },
        ...SINCE,
        conflict: { words: '另一份汇总仍写多子女家庭每人每月1000元', source: matrix },
      },
    ],
    mustStayFen: [{ value: 10_000, source: matrix, validFrom: '2026-09-01' }],
    purchase: [
      {
        value: { withinMonths: 12, cashProofMonths: 6 },
        source: loan2025,
        validFrom: '2026-09-01',
        conflict: { words: '另一份汇总写购房三年内都可以提取', source: matrix },
      },
    ],
    renovation: [{ value: { perSquareMetreFen: 160_000, ceilingFen: 20_000_000, withinYears: 5, proofMonths: 6 }, source: matrix, validFrom: '2026-09-01' }],
    lift: [{ value: { relations: ['owner', 'spouse', 'child', 'parent'] }, source: matrix, validFrom: '2026-09-01' }],
    illness: [{ value: {}, source: matrix, validFrom: '2026-09-01' }],
    leaveJobSealedMonths: [{ value: 6, source: withdrawalPattern, validFrom: '2026-09-01' }],
    leaveJobHousehold: [{ value: 'any', source: matrix, validFrom: '2026-09-01' }],
  },
  notFound: ['莆田现行的流动性调节系数未见公开资料', '申请人还款能力的计算口径未见公开资料'],
};
