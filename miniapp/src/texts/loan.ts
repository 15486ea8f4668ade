import type { LimitName, RepaymentMethod } from '@anju/shared/contract';

/** What every page about a loan calls by the same name. */
export const limitTexts: Readonly<Record<LimitName, string>> = {
  'city-cap': '城市最高',
  'price-share': '房价减首付',
  account: '账户缴存',
  'repayment-ability': '还款能力',
  'guaranteed-minimum': '保底额度',
  'age-term': '年龄和年限',
  'contribution-months': '连续缴存',
  'loan-count': '贷款次数',
};

export const methodTexts: Readonly<Record<RepaymentMethod, string>> = { 'equal-instalment': '等额本息', 'equal-principal': '等额本金' };

/** The house and the loan as they are asked for wherever they are typed. */
export const houseTexts = {
  price: '房屋总价',
  wan: '万元',
  order: '第几套',
  orders: { first: '首套', second: '二套' },
  kind: '房屋类型',
  kinds: { new: '新房', 'second-hand': '二手房', affordable: '保障房' },
  term: '贷款年限',
  termUnit: '年',
  termHelp: '不填按最长的算',
  children: '子女数',
  childrenUnit: '个',
} as const;
