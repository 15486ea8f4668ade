import type { CentrePack, PolicySource } from '../../policy-pack.ts';
import { rentNotice } from '../national/index.ts';

const loan2025: PolicySource = {
  id: 'luan/loan-2025',
  title: '关于进一步优化我市住房公积金使用政策的通知（安徽省住建厅发布）',
  url: 'https://www.sohu.com/a/890058640_121106991',
  date: '2025-04-28',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const rentYear: PolicySource = {
  id: 'luan/rent-2025',
  title: '六安提高租房提取公积金额度至每年18000元（安徽网）',
  url: 'http://www.ahwang.cn/anhui/2025/0427/2851419.html',
  date: '2025-04-27',
  seenOn: '2026-08-20',
  confidence: 'high',
};
const base2026: PolicySource = {
  id: 'luan/base-2026',
  title: '六市金管〔2025〕26号 关于做好2026年度住房公积金缴存基数调整工作的通知（六安市住房公积金中心官网）',
  url: 'https://zfgjj.luan.gov.cn/gjjfw/zcfg/bdzcwj/qt/5458158.html',
  date: '2025-11-28',
  seenOn: '2026-08-20',
  confidence: 'high',
};

const COUNTIES = ['霍邱县', '金寨县', '霍山县', '舒城县', '叶集区'];
const SINCE = { source: loan2025, validFrom: '2025-04-25' };
const YEAR_2026 = { source: base2026, validFrom: '2026-01-01', validTo: '2026-12-31' };

/** 六安. Twenty years of the last monthly amount, at least 18万元. Its rent amount is published per year and household only: it is left out. */
export const pack: CentrePack = {
  centre: 'luan',
  city: '六安',
  name: '六安市住房公积金中心',
  version: 'luan-2026.2',
  checkedOn: '2026-08-20',
  localities: ['市区', ...COUNTIES],
  loan: {
    cap: [
      {
        value: [{ when: { kind: 'new' }, singleFen: 60_000_000, jointFen: 80_000_000 }, { when: { kind: 'second-hand' }, singleFen: 40_000_000, jointFen: 60_000_000 }],
        ...SINCE,
      },
    ],
    uplifts: [{ value: [{ id: 'two-children', words: '多子女家庭', when: { childrenFrom: 2 }, effect: { kind: 'share', millionths: 200_000 } }], ...SINCE }],
    unknownUplifts: [],
    account: [{ value: { kind: 'monthly-multiple', months: 240, leastFen: 18_000_000 }, ...SINCE }],
    downPayment: [{ value: [{ millionths: 200_000 }], ...SINCE }],
    longestYears: [{ value: 30, ...SINCE }],
    endingAge: [{ value: { kind: 'ages', M60: 68, F55: 63, F50: 63 }, ...SINCE }],
  },
  contribution: {
    baseUpper: [{ value: [{ amountFen: 2_483_500 }], ...YEAR_2026 }],
    baseLower: [{ value: [{ locality: COUNTIES, amountFen: 210_000 }, { amountFen: 217_000 }], ...YEAR_2026 }],
    ratio: [{ value: { least: 50_000, most: 120_000 }, ...YEAR_2026 }],
  },
  withdrawal: {
    notOffered: [],
    rentContributionMonths: [{ value: 3, source: rentNotice, validFrom: '2015-01-29' }],
    rent: [{ value: { perYear: [{ amountFen: 1_800_000 }] }, source: rentYear, validFrom: '2025-04-27' }],
  },
  notFound: ['申请贷款前须连续缴存的月数未见公开资料', '购买保障性住房的最高额度未见公开资料', '申请人还款能力的计算口径未见公开资料'],
};
