import type { Figures, PolicySource } from '../../policy-pack.ts';

/** 《住房公积金管理条例》 as it stood from 2019-03-24 until 2026-09-19. Articles were renumbered since: none is quoted. */
const regulation2019: PolicySource = {
  id: 'national/regulation-2019',
  title: '《住房公积金管理条例》（国务院令第710号修订）',
  url: null,
  date: '2019-03-24',
  seenOn: '2026-09-01',
  confidence: 'high',
};
/** The revision in force since 2026-09-20. */
export const regulation2026: PolicySource = {
  id: 'national/regulation-2026',
  title: '《国务院关于修改〈住房公积金管理条例〉的决定》（国务院令第844号，2026年9月20日起施行）',
  url: 'https://www.gov.cn/zhengce/content/202608/content_7078477.htm',
  date: '2026-08-18',
  seenOn: '2026-09-01',
  confidence: 'high',
};

const BEFORE = { source: regulation2019, validFrom: '2019-03-24', validTo: '2026-09-19' };
const SINCE = { source: regulation2026, validFrom: '2026-09-20' };

/** Days within which a loan is decided after acceptance; calendar days by law. */
export const loanDecisionDays: Figures<number> = [{ value: 15, ...BEFORE }, { value: 10, ...SINCE }];
/** Days within which a withdrawal is decided after acceptance. */
export const withdrawalDecisionDays: Figures<number> = [{ value: 3, ...BEFORE }, { value: 3, ...SINCE }];
/** Whether the employer's certificate (提取证明) is needed for a withdrawal. */
export const employerCertificateNeeded: Figures<boolean> = [{ value: true, ...BEFORE }, { value: false, ...SINCE }];
/** Years without withdrawal or loan after a withdrawal by false papers. */
export const falseWithdrawalYears: Figures<number> = [{ value: 3, ...SINCE }];
/** Years without withdrawal or loan after a loan by false papers. */
export const falseLoanYears: Figures<number> = [{ value: 5, ...SINCE }];

/** What the law lets money be withdrawn for. */
export const withdrawalGrounds: Figures<readonly string[]> = [
  {
    value: [
      '购买、建造、翻建、大修自住住房', '离休、退休', '完全丧失劳动能力并与单位终止劳动关系', '出境定居', '偿还购房贷款本息', '房租超出家庭工资收入的规定比例',
    ],
    ...BEFORE,
  },
  {
    value: [
      '购买、建造、翻建、大修自住住房', '离休、退休', '完全丧失劳动能力并与单位终止劳动关系', '出境定居', '偿还购房贷款本息', '支付自住住房租金', '装修自住住房',
      '支付自住住房物业费', '国务院批准的其他住房消费情形',
    ],
    ...SINCE,
  },
];
