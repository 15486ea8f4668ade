import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice } from '../national/index.ts';

const guide: PolicySource = {
  id: 'wuhan/loan-guide',
  title: '住房公积金贷款指南（武汉住房公积金管理中心官网）',
  url: 'https://gjj.wuhan.gov.cn/bsfw/ywzl/ywzn/dkyw/202412/t20241219_2504837.html',
  date: '2026-04-24',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const caps2025: PolicySource = {
  id: 'wuhan/loan-2025',
  title: '武汉楼市优惠政策来了，公积金最高可贷150万元（人民网；武住更发〔2025〕12号）',
  url: 'http://hb.people.com.cn/n2/2025/1001/c192237-41370929.html',
  date: '2025-10-01',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const answers: PolicySource = {
  id: 'wuhan/formula-answers',
  title: '武汉住房公积金管理中心官网问答（2026年5月26日，经公开规则库转录）',
  url: 'https://github.com/danfeistar/house-skills-kit',
  date: '2026-05-26',
  seenOn: '2026-08-31',
  confidence: 'medium',
};
const base2026: PolicySource = {
  id: 'wuhan/base-2026',
  title: '2026年武汉公积金基数上限（武汉住房公积金管理中心官网问答）',
  url: 'https://gjj.wuhan.gov.cn/hdjl/zcwd/zwzx_content_2024.html?metadataid=69496',
  date: '2026-07-22',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const matrix: PolicySource = {
  id: 'wuhan/matrix-2026-09',
  title: '各城市公积金提取政策对照（2026年9月1日汇总）',
  url: null,
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};
const report2025: PolicySource = {
  id: 'wuhan/report-2025',
  title: '武汉住房公积金2025年年度报告（武汉住房公积金管理中心官网）',
  url: 'https://gjj.wuhan.gov.cn/',
  date: null,
  seenOn: '2026-08-20',
  confidence: 'high',
};

const SINCE = { source: caps2025, validFrom: '2025-10-01' };
const GUIDE = { source: guide, validFrom: '2026-04-24' };
const ANSWERS = { source: answers, validFrom: '2026-05-26' };
const YEAR_2026 = { source: base2026, validFrom: '2026-07-01', validTo: '2027-06-30' };

/** 武汉. Twenty times the balance by a factor of contribution months; two sources differ on the share of the base. */
export const pack: CentrePack = {
  centre: 'wuhan',
  city: '武汉',
  name: '武汉住房公积金管理中心',
  version: 'wuhan-2026.2',
  checkedOn: '2026-09-01',
  loan: {
    cap: [{ value: [{ singleFen: 120_000_000, jointFen: 150_000_000 }], ...SINCE }],
    uplifts: [
      {
        value: [
          { id: 'two-children', words: '多子女家庭', when: { childrenFrom: 2 }, effect: { kind: 'share', millionths: 200_000 }, group: 'children' },
          { id: 'green-building', words: '绿色建筑', when: { greenStarsFrom: 1 }, effect: { kind: 'share', millionths: 100_000 }, group: 'building' },
        ],
        ...SINCE,
      },
    ],
    stacking: [{ value: { rule: 'unknown' }, ...SINCE }],
    unknownUplifts: ['绿色建筑上浮要求的星级未见公开资料，有星级即计入'],
    account: [
      {
        value: {
          kind: 'balance-multiple-by-months',
          multipleMillionths: 20_000_000,
          factors: [
            { fromMonths: 0, factorMillionths: 0 },
            { fromMonths: 6, factorMillionths: 500_000 },
            { fromMonths: 12, factorMillionths: 800_000 },
            { fromMonths: 24, factorMillionths: 1_000_000 },
            { fromMonths: 36, factorMillionths: 1_200_000 },
            { fromMonths: 60, factorMillionths: 1_500_000 },
          ],
        },
        ...ANSWERS,
      },
    ],
    downPayment: [{ value: [{ when: { order: 'first' }, millionths: 200_000 }, { when: { order: 'second' }, millionths: 300_000 }], ...GUIDE }],
    ability: [
      {
        value: { kind: 'base-share-years', shareMillionths: 350_000 },
        ...ANSWERS,
        conflict: { words: '中心的贷款指南写还贷比例为40%，此处按较低的35%计算', source: guide },
      },
    ],
    loanCount: [{ value: { most: 2, outstandingAllowed: false }, ...GUIDE }],
  },
  contribution: {
    rounding: [{ value: { unitFen: 1, mode: 'half-up' }, ...YEAR_2026 }],
    baseUpper: [{ value: [{ amountFen: 3_607_225 }], ...YEAR_2026 }],
    baseLower: [{ value: [{ amountFen: 240_000 }], ...YEAR_2026 }],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [{ value: ['property-fee', 'renovation'], source: matrix, validFrom: '2026-09-01' }],
    rentPerMonth: [
      {
        value: 180_000,
        source: matrix,
        validFrom: '2026-01-01',
        conflict: { words: '2025年年度报告写单身职工每年最高1.8万元', source: report2025 },
      },
    ],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    rent: [{ value: { byChildren: [{ childrenFrom: 2, amountFen: 270_000 }] }, source: matrix, validFrom: '2026-01-01' }],
    purchase: [{ value: { everyMonths: 36 }, source: matrix, validFrom: '2026-09-01' }],
    illness: [{ value: { costMonths: 12, listed: true }, source: matrix, validFrom: '2026-09-01' }],
    keepForLoanMonths: [{ value: 6, source: matrix, validFrom: '2026-09-01' }],
  },
  notFound: [],
};
