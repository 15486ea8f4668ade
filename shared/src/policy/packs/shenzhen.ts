import type { CentrePack, PolicySource } from '../policy-pack.ts';
import { rentNotice } from './national.ts';

const loan2026: PolicySource = {
  title: '2026年4月30日起，住房公积金贷款最高额度是多少？-深圳市住房和建设局',
  url: 'https://zjj.sz.gov.cn/hdjl/ywzs/gjj/content/post_12798776.html',
  date: '2026-05-21',
  confidence: 'high',
};
const downPayment: PolicySource = {
  title: '深圳公积金贷款首付比例-深圳本地宝',
  url: 'http://bsy.sz.bendibao.com/bsyDetail/643463.html',
  date: '2025-06-12',
  confidence: 'high',
};

/** 深圳. 《深圳市住房公积金贷款管理规定》 and 深建字〔2026〕86号. Its withdrawal rules are kept no further than Anju needs them. */
export const shenzhen: CentrePack = {
  centre: 'shenzhen',
  name: '深圳市住房公积金管理中心',
  version: 'shenzhen-2026.1',
  effectiveFrom: '2026-04-30',
  checkedOn: '2026-08-20',
  loan: {
    cap: [{ value: { singleFen: 70_000_000, jointFen: 130_000_000 }, source: loan2026, validFrom: '2026-04-30' }],
    firstHomeUplift: [{ value: 600_000, source: loan2026, validFrom: '2026-04-30' }],
    firstHomeRulesFromChildren: [{ value: 2, source: loan2026, validFrom: '2026-04-30' }],
    unknownUplifts: ['首套之外的其他上浮（叠加后个人最高189万元、家庭最高351万元）的各项幅度未见公开资料，未计入'],
    account: [{ value: { kind: 'balance-multiple', multiple: 16 }, source: loan2026, validFrom: '2026-04-30' }],
    downPaymentFirst: [{ value: 200_000, source: downPayment, validFrom: '2025-03-24' }],
    downPaymentSecond: [{ value: 200_000, source: downPayment, validFrom: '2025-03-24' }],
    downPaymentAffordable: [{ value: 150_000, source: downPayment, validFrom: '2025-03-24' }],
    repaymentShare: [{ value: 500_000, source: loan2026, validFrom: '2026-04-30' }],
    contributionMonths: [{ value: 6, source: loan2026, validFrom: '2026-04-30' }],
  },
  withdrawal: {
    notOffered: [],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
  },
};
