import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import type { RentTerms } from '../../withdrawal-terms.ts';
import { rentNotice } from '../national/index.ts';

const loan2026: PolicySource = {
  id: 'shenzhen/loan-2026',
  title: '2026年4月30日起，住房公积金贷款最高额度是多少？-深圳市住房和建设局',
  url: 'https://zjj.sz.gov.cn/hdjl/ywzs/gjj/content/post_12798776.html',
  date: '2026-05-21',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const downPayment: PolicySource = {
  id: 'shenzhen/down-payment-2025',
  title: '深圳公积金贷款首付比例-深圳本地宝',
  url: 'http://bsy.sz.bendibao.com/bsyDetail/643463.html',
  date: '2025-06-12',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const matrix: PolicySource = {
  id: 'shenzhen/matrix-2026-09',
  title: '各城市公积金提取政策对照（2026年9月1日汇总）',
  url: null,
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};
const rentShare: PolicySource = {
  id: 'shenzhen/rent-2025',
  title: '下月起深圳公积金租房提取比例调整 按当月应缴存额80%提取-深圳政府在线',
  url: 'https://www.sz.gov.cn/cn/xxgk/zfxxgj/zwdt/content/post_12457652.html',
  date: '2025-10-27',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const base2026: PolicySource = {
  id: 'shenzhen/base-2026',
  title: '单位缴存职工的缴存基数调整有什么要求?-深圳市住房和建设局',
  url: 'https://zjj.sz.gov.cn/hdjl/ywzs/gjj/content/post_12893588.html',
  date: '2026-07-15',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const YEAR_2026 = { source: base2026, validFrom: '2026-07-01', validTo: '2027-06-30' };
const SINCE = { source: loan2026, validFrom: '2026-04-30' };
const RENTERS: RentTerms = { actual: ['many-children-filed', 'public'], actualToContribution: ['many-children'] };

/** 深圳. 《深圳市住房公积金贷款管理规定》 and 深建字〔2026〕86号. Of its withdrawal rules only what was found. */
export const pack: CentrePack = {
  centre: 'shenzhen',
  city: '深圳',
  name: '深圳市住房公积金管理中心',
  version: 'shenzhen-2026.3',
  checkedOn: '2026-09-01',
  loan: {
    cap: [{ value: [{ singleFen: 70_000_000, jointFen: 130_000_000 }], ...SINCE }],
    uplifts: [{ value: [{ id: 'first-home', words: '首套住房', when: { order: 'first' }, effect: { kind: 'share', millionths: 600_000 } }], ...SINCE }],
    stacking: [{ value: { rule: 'sum', ceilingSingleFen: 189_000_000, ceilingJointFen: 351_000_000 }, ...SINCE }],
    firstHomeRulesFromChildren: [{ value: 2, ...SINCE }],
    unknownUplifts: ['首套之外的其他上浮（叠加后个人最高189万元、家庭最高351万元）的各项幅度未见公开资料，未计入'],
    account: [{ value: { kind: 'balance-multiple', multipleMillionths: 16_000_000 }, ...SINCE }],
    downPayment: [
      { value: [{ when: { kind: 'affordable' }, millionths: 150_000 }, { millionths: 200_000 }], source: downPayment, validFrom: '2025-03-24' },
    ],
    ability: [{ value: { kind: 'monthly-share', shareMillionths: 500_000, of: 'contribution-bases', counts: 'instalment' }, ...SINCE }],
    contributionMonths: [{ value: 6, ...SINCE }],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 4_847_100 }], ...YEAR_2026 }],
    baseLower: [{ value: [{ amountFen: 252_000 }], ...YEAR_2026 }],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    rent: [
      { value: { shareMillionths: 650_000, ...RENTERS }, source: rentShare, validFrom: '2025-10-31', validTo: '2025-10-31' },
      { value: { shareMillionths: 800_000, ...RENTERS }, source: rentShare, validFrom: '2025-11-01', validTo: '2027-10-31' },
      { value: { shareMillionths: 650_000, ...RENTERS }, source: rentShare, validFrom: '2027-11-01' },
    ],
    illness: [{ value: { costMonths: 24, listed: true }, source: matrix, validFrom: '2026-09-01' }],
  },
  notFound: ['额度计算结果取整到哪一位未见公开资料'],
};
