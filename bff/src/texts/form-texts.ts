import type { AccountState } from '@anju/shared/contract';
import { formatYuan } from '@anju/shared/money';

/** Where what stands on the form came from. */
export const KNOWN_SOURCES = {
  core: '住房公积金中心',
  household: '住房公积金中心登记',
  'public-security': '公安',
  'civil-affairs': '民政',
  'real-estate': '不动产登记',
  'social-insurance': '人社、医保',
  employment: '就业登记',
  credit: '征信',
  invoice: '电子发票',
} as const;

const ACCOUNT_STATES: Readonly<Record<AccountState, string>> = {
  normal: '正常',
  sealed: '封存',
  merged: '已合并',
  'transferred-out': '已转出',
  closed: '已销户',
  frozen: '冻结',
  other: '其他状态',
};
const HOUSEHOLDS = { local: '本市户籍', elsewhere: '外地户籍' } as const;

export const knownTexts = {
  account: (tail: string, state: AccountState): string => `尾号 ${tail}，${ACCOUNT_STATES[state]}`,
  card: (bank: string, tail: string): string => `${bank} 尾号 ${tail}`,
  household: (household: 'local' | 'elsewhere'): string => HOUSEHOLDS[household],
  family: (married: boolean, children: number): string => `${married ? '已婚' : '未婚或离异'}，子女 ${children} 人`,
  rent: (monthlyFen: number, from: string, to: string): string => `每月 ${formatYuan(monthlyFen)} 元，${from} 至 ${to}`,
  illness: (ownCostFen: number, settledOn: string): string => `${settledOn} 结算，个人负担 ${formatYuan(ownCostFen)} 元`,
  retired: '已办理退休',
  retirement: (month: string): string => `法定退休时间 ${month}`,
  employment: (employed: boolean): string => (employed ? '已重新就业' : '未就业'),
  fee: (paidFen: number): string => `今年已缴 ${formatYuan(paidFen)} 元`,
  loan: (tail: string, balanceFen: number): string => `合同尾号 ${tail}，余额 ${formatYuan(balanceFen)} 元`,
} as const;

/** Words for refused fields of a submission. */
export const submissionTexts = {
  aboveMaximum: (maxFen: number): string => `本次最多可提取 ${formatYuan(maxFen)} 元`,
  maximumUnknown: '暂时无法确定可提取金额',
  cardUnknown: '请选择本人名下可用的银行卡',
  contractMissing: '请填写购房合同编号',
  answerMissing: '请填写这一项',
  wholeBalance: (balanceFen: number): string => `销户提取须一次取出全部余额 ${formatYuan(balanceFen)} 元，利息另计`,
  escrow: '资金监管账户',
  answerWrong: '这一项没有填对，请重新填写',
  fileMissing: '请上传所需的材料',
  fileUnknown: '材料已失效，请重新上传',
  filesMissing: (papers: number): string => `请上传全部材料，共 ${papers} 种`,
  fileTooMany: '材料太多，一次最多上传十份',
  fileNotNeeded: '本项业务无需上传材料',
} as const;
