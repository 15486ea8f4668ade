import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice, withdrawalPattern } from '../national/index.ts';

const loan2026: PolicySource = {
  id: 'taizhou/loan-2026',
  title: '关于调整住房公积金贷款政策的通知（泰州市住房公积金管理中心）',
  url: 'https://gjj.taizhou.gov.cn/xxgk/fdgknr/zcwj/bmwj/art/2026/art_7887774dd7aa4856b56202084b2952fc.html',
  date: '2026-08-01',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const base2026: PolicySource = {
  id: 'taizhou/base-2026',
  title: '泰州市2026年度住房公积金缴存基数调整通知（政策库转载）',
  url: 'https://zc.51shebao.com/detail/840132',
  date: '2026-01-15',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const collection: PolicySource = {
  id: 'taizhou/collection-2026-09',
  title: '各城市公积金政策汇总（2026年9月1日）',
  url: 'https://github.com/polarsta/gjj-policy-watch',
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};
const rent: PolicySource = {
  id: 'taizhou/rent-2026',
  title: '租房提取住房公积金办事指南（泰州市住房公积金管理中心）',
  url: 'https://gjj.taizhou.gov.cn/bsfw/bszn/zfgjjtq/art/2026/art_ea46d540c0d44e62aa0dd87fe0f69f61.html',
  date: '2026-01-01',
  seenOn: '2026-08-20',
  confidence: 'high',
};

const SINCE = { source: loan2026, validFrom: '2026-08-03', validTo: '2027-12-31' };
const YEAR_2026 = { source: base2026, validFrom: '2026-01-01', validTo: '2026-12-31' };

/** 泰州, 江苏. Its formula was not to be found; a guaranteed minimum (保底额度) was. */
export const pack: CentrePack = {
  centre: 'taizhou',
  city: '泰州',
  name: '泰州市住房公积金管理中心',
  version: 'taizhou-2026.3',
  checkedOn: '2026-09-01',
  localities: ['海陵区', '姜堰区', '医药高新区（高港区）', '靖江市', '泰兴市', '兴化市'],
  loan: {
    cap: [
      { value: [{ singleFen: 80_000_000, jointFen: 130_000_000 }], source: loan2026, validFrom: '2026-08-02', validTo: '2026-08-02' },
      { value: [{ singleFen: 90_000_000, jointFen: 150_000_000 }], ...SINCE },
    ],
    uplifts: [
      {
        value: [
          { id: 'talent', words: '人才', when: { talent: true }, effect: { kind: 'cap', singleFen: 125_000_000, jointFen: 200_000_000 } },
          { id: 'two-children', words: '二孩家庭双职工', when: { childrenFrom: 2, childrenTo: 2 }, effect: { kind: 'cap', singleFen: 90_000_000, jointFen: 190_000_000 } },
          { id: 'three-children', words: '三孩家庭双职工', when: { childrenFrom: 3 }, effect: { kind: 'cap', singleFen: 90_000_000, jointFen: 200_000_000 } },
        ],
        ...SINCE,
      },
    ],
    stacking: [{ value: { rule: 'unknown' }, ...SINCE }],
    unknownUplifts: ['二孩、三孩家庭只有一人缴存时的最高额度未见公开资料，未上浮', '各类人才各自的额度未见公开资料，选了人才的按其中最高的计算'],
    guaranteedMinimumFen: [{ value: 40_000_000, ...SINCE }],
    downPayment: [{ value: [{ when: { order: 'first', fullTimeDegree: true }, millionths: 150_000 }, { millionths: 200_000 }], ...SINCE }],
    contributionMonths: [{ value: 6, ...SINCE }],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 3_025_800 }], ...YEAR_2026 }],
    baseLower: [
      {
        value: [{ locality: ['靖江市', '泰兴市', '兴化市'], amountFen: 229_900 }, { amountFen: 249_000 }],
        ...YEAR_2026,
        conflict: { words: '2026年最低工资标准调整后，市区下限另有2660元的说法，起始日未见公布', source: collection },
      },
    ],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [],
    rentPerMonth: [{ value: 125_000, source: rent, validFrom: '2025-07-25' }],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    rent: [
      {
        value: {
          byChildren: [{ childrenFrom: 2, amountFen: 150_000 }, { childrenFrom: 3, amountFen: 200_000 }],
          perYear: [
            { childrenFrom: 3, amountFen: 4_800_000 }, { childrenFrom: 2, amountFen: 3_600_000 }, { married: true, amountFen: 3_000_000 }, { amountFen: 1_500_000 },
          ],
        },
        source: rent,
        validFrom: '2025-07-25',
      },
    ],
    downPayment: [{ value: ['new'], source: collection, validFrom: '2026-09-01' }],
    renovation: [{ value: { perSquareMetreFen: 100_000, ceilingFen: 15_000_000, homeYears: 20 }, source: collection, validFrom: '2026-09-01' }],
    propertyFee: [{ value: { perYearFen: 1_000_000, per: 'home', mostHomes: 2 }, source: collection, validFrom: '2026-09-01' }],
    lift: [{ value: { relations: ['owner', 'spouse', 'child'] }, source: collection, validFrom: '2026-09-01' }],
    illness: [{ value: {}, source: collection, validFrom: '2026-09-01' }],
    leaveJobSealedMonths: [{ value: 6, source: withdrawalPattern, validFrom: '2026-09-01' }],
    leaveJobHousehold: [{ value: 'any', source: collection, validFrom: '2026-09-01' }],
  },
  notFound: [],
};
