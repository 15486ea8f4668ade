import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice } from '../national/index.ts';

const questions: PolicySource = {
  id: 'beijing/loan-questions',
  title: '住房公积金个人住房贷款业务问答-北京住房公积金网',
  url: 'https://gjj.beijing.gov.cn/web/zwfw5/1747335/1747338/743726795/index.html',
  date: '2026-08-18',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const caps2026: PolicySource = {
  id: 'beijing/loan-2026',
  title: '北京住房公积金贷款上限最高可达340万元-北京商报（搜狐转载；京建发〔2026〕400号）',
  url: 'https://www.sohu.com/a/1060151797_115865',
  date: '2026-08-07',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const collection: PolicySource = {
  id: 'beijing/collection-2026-09',
  title: '各城市公积金政策汇总（2026年9月1日）',
  url: 'https://github.com/polarsta/gjj-policy-watch',
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};
const base2025: PolicySource = {
  id: 'beijing/base-2025',
  title: '北京市公积金缴存基数-北京本地宝（来源：北京住房公积金管理中心）',
  url: 'http://bj.bendibao.com/zffw/2020127/285025.shtm',
  date: '2025-12-15',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const base2026: PolicySource = {
  id: 'beijing/base-2026',
  title: '2026住房公积金年度缴存基数上下限（京房公积金管委会办〔2026〕6号）',
  url: null,
  date: null,
  seenOn: '2026-09-01',
  confidence: 'high',
};
const rent: PolicySource = {
  id: 'beijing/rent',
  title: '租房申请提取住房公积金操作详解-北京住房公积金网',
  url: 'https://gjj.beijing.gov.cn/web/zwfw5/386727/386730/386732/11098834/index.html',
  date: '2026-06-12',
  seenOn: '2026-08-20',
  confidence: 'high',
};

const SINCE = { source: caps2026, validFrom: '2026-08-08' };
const RULES = { source: questions, validFrom: '2026-08-08' };
const YEAR_2025 = { source: base2025, validFrom: '2025-07-01', validTo: '2026-06-30' };
const YEAR_2026 = { source: base2026, validFrom: '2026-07-01', validTo: '2027-06-30' };

/** 北京. 京建发〔2026〕400号: caps by how many of the household contribute, 20万元 for each year of contribution. */
export const pack: CentrePack = {
  centre: 'beijing',
  city: '北京',
  name: '北京住房公积金管理中心',
  version: 'beijing-2026.3',
  checkedOn: '2026-09-01',
  loan: {
    cap: [
      {
        value: [{ when: { order: 'first' }, singleFen: 120_000_000, jointFen: 240_000_000 }, { when: { order: 'second' }, singleFen: 100_000_000, jointFen: 200_000_000 }],
        ...SINCE,
      },
    ],
    uplifts: [
      {
        value: [
          { id: 'two-children', words: '二孩及以上家庭', when: { childrenFrom: 2 }, effect: { kind: 'amount', singleFen: 40_000_000, jointFen: 40_000_000 }, group: 'children' },
          { id: 'green-building', words: '绿色建筑', when: { greenStarsFrom: 1 }, effect: { kind: 'amount', singleFen: 40_000_000, jointFen: 40_000_000 }, group: 'building' },
        ],
        ...SINCE,
      },
    ],
    stacking: [{ value: { rule: 'sum', ceilingSingleFen: 180_000_000, ceilingJointFen: 340_000_000 }, ...SINCE }],
    unknownUplifts: ['城六区户籍家庭在城六区以外购房可再上浮20万元，户籍不在测算之内，未计入', '绿色建筑上浮要求的星级未见公开资料，有星级即计入'],
    account: [{ value: { kind: 'per-contribution-year', perYearFen: 20_000_000 }, ...RULES }],
    downPayment: [{ value: [{ when: { order: 'first' }, millionths: 200_000 }, { when: { order: 'second' }, millionths: 250_000 }], ...RULES }],
    contributionMonths: [{ value: 6, ...RULES }],
    longestYears: [{ value: 30, source: collection, validFrom: '2026-09-01' }],
    endingAge: [{ value: { kind: 'after-retirement', years: 5 }, source: collection, validFrom: '2026-09-01' }],
  },
  contribution: {
    rounding: [{ value: { unitFen: 100, mode: 'half-up' }, ...YEAR_2026 }],
    baseUpper: [
      { value: [{ amountFen: 3_581_100 }], ...YEAR_2025 },
      {
        value: [{ amountFen: 3_634_800 }],
        ...YEAR_2026,
        conflict: { words: '有转载在2026年8月仍写35811元，那是2025年度的上限', source: base2025 },
      },
    ],
    baseLower: [
      { value: [{ amountFen: 242_000 }], source: base2025, validFrom: '2025-07-01', validTo: '2025-08-31' },
      { value: [{ amountFen: 254_000 }], source: base2025, validFrom: '2025-09-01', validTo: '2026-06-30' },
      { value: [{ amountFen: 254_000 }], ...YEAR_2026 },
    ],
    ratio: [
      { value: { least: 50_000, most: 120_000 }, ...YEAR_2025 },
      { value: { least: 50_000, most: 120_000 }, ...YEAR_2026 },
    ],
  },
  withdrawal: {
    notOffered: [{ value: ['property-fee'], source: collection, validFrom: '2026-09-01' }],
    rentPerMonth: [{ value: 200_000, source: rent, validFrom: '2026-06-12' }],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    rent: [{ value: { actual: ['public', 'many-children'], actualToContribution: ['filed'] }, source: rent, validFrom: '2026-06-12' }],
    mustStayFen: [{ value: 1_000, source: collection, validFrom: '2026-09-01' }],
    renovation: [{ value: { shareMillionths: 500_000, ceilingFen: 25_000_000, gapYears: 10 }, source: collection, validFrom: '2026-09-01' }],
  },
  notFound: ['缴存不满一年的月份如何折算额度未见公开资料', '申请人还款能力的计算口径未见公开资料'],
};
