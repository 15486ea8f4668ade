import type { CentrePack, PolicySource } from '../../policy-pack.ts';

const loan2026: PolicySource = {
  id: 'shanghai/loan-2026',
  title: '关于优化本市住房公积金个人住房贷款政策的通知-上海市住房和城乡建设管理委员会',
  url: 'https://zjw.sh.gov.cn/gzdt/20260225/92840e7cb47f453096c9b27b83a4808b.html',
  date: '2026-02-25',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const formula: PolicySource = {
  id: 'shanghai/loan-formula',
  title: '上海公积金贷款额度上限是多少？贷款期限怎么算？-北京日报客户端',
  url: 'https://xinwen.bjd.com.cn/content/s69413644e4b0687a288e6865.html',
  date: '2025-12-16',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const districts: PolicySource = {
  id: 'shanghai/down-payment-districts',
  title: '上海临港新片区及嘉定、青浦、松江、奉贤、宝山、金山区二套首付20%（转载类网站，以官网为准）',
  url: null,
  date: null,
  seenOn: '2026-08-20',
  confidence: 'low',
};
const base2026: PolicySource = {
  id: 'shanghai/base-2026',
  title: '上海市调整2026年度住房公积金缴存基数、比例以及月缴存额上下限（通知全文转载）',
  url: 'https://www.163.com/dy/article/L4L6NUG80514DADD.html',
  date: '2026-08-19',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const rent: PolicySource = {
  id: 'shanghai/rent',
  title: '上海公积金租房提取条件及上限-社保通（转载）：每户家庭每月不超过4000元',
  url: 'https://www.shebaotong.com/shebaotong/content/2614080214382638.html',
  date: '2026-08-15',
  seenOn: '2026-08-20',
  confidence: 'medium',
};
const matrix: PolicySource = {
  id: 'shanghai/matrix-2026-09',
  title: '各城市公积金提取政策对照（2026年9月1日汇总）',
  url: null,
  date: '2026-09-01',
  seenOn: '2026-09-01',
  confidence: 'medium',
};

const DISTRICTS = ['临港新片区', '嘉定区', '青浦区', '松江区', '奉贤区', '宝山区', '金山区'];
const SINCE = { source: loan2026, validFrom: '2026-02-25' };
const FORMULA = { source: formula, validFrom: '2025-12-16' };
const YEAR_2026 = { source: base2026, validFrom: '2026-07-01', validTo: '2027-06-30' };

/** 上海. Thirty times the balance and ten times that of the supplementary fund (补充公积金). */
export const pack: CentrePack = {
  centre: 'shanghai',
  city: '上海',
  name: '上海市公积金管理中心',
  version: 'shanghai-2026.3',
  checkedOn: '2026-09-01',
  localities: DISTRICTS,
  loan: {
    cap: [
      {
        value: [{ when: { order: 'first' }, singleFen: 100_000_000, jointFen: 200_000_000 }, { when: { order: 'second' }, singleFen: 80_000_000, jointFen: 160_000_000 }],
        ...SINCE,
      },
    ],
    uplifts: [
      {
        value: [
          { id: 'supplementary', words: '缴存补充公积金', when: { supplementary: true }, effect: { kind: 'amount', singleFen: 20_000_000, jointFen: 40_000_000 }, group: 'supplementary' },
          { id: 'two-children', words: '多子女家庭', when: { childrenFrom: 2 }, effect: { kind: 'share', millionths: 200_000 }, group: 'children' },
          { id: 'green-building', words: '二星级及以上新建绿色建筑', when: { greenStarsFrom: 2, kind: 'new' }, effect: { kind: 'share', millionths: 150_000 }, group: 'building' },
        ],
        ...SINCE,
      },
    ],
    stacking: [{ value: { rule: 'sum', ceilingMillionths: 350_000 }, ...SINCE }],
    unknownUplifts: ['有补充公积金又有上浮的，上浮比例是否也乘补充公积金增加的额度未见公开资料，只乘基本额度'],
    account: [{ value: { kind: 'balance-multiple', multipleMillionths: 30_000_000, supplementaryMultipleMillionths: 10_000_000 }, ...FORMULA }],
    downPayment: [
      {
        value: [
          { when: { order: 'first' }, millionths: 200_000 },
          { when: { order: 'second', locality: DISTRICTS }, millionths: 200_000, source: districts },
          { when: { order: 'second' }, millionths: 250_000 },
        ],
        ...SINCE,
      },
    ],
    ability: [{ value: { kind: 'monthly-share', shareMillionths: 400_000, of: 'contribution-bases', counts: 'principal' }, ...FORMULA }],
    contributionMonths: [{ value: 6, ...FORMULA }],
    loanCount: [{ value: { outstandingAllowed: false }, ...FORMULA }],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 3_773_100 }], ...YEAR_2026 }],
    baseLower: [{ value: [{ amountFen: 274_000 }], ...YEAR_2026 }],
    ratio: [{ value: { least: 50_000, most: 70_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [{ value: ['renovation'], source: matrix, validFrom: '2026-09-01' }],
    rentPerMonth: [{ value: 400_000, source: rent, validFrom: '2026-08-15' }],
    rentContributionMonths: [{ value: 3, source: rent, validFrom: '2026-08-15' }],
    rent: [
      { value: { household: true, actual: ['public', 'many-children-filed', 'young-or-new-filed'] }, source: rent, validFrom: '2026-08-15' },
    ],
    purchase: [{ value: { withinMonths: 60 }, source: matrix, validFrom: '2026-09-01' }],
  },
  notFound: ['家庭最多可以用几次公积金贷款未见公开资料'],
};
