import type { AccountState, CivilDate, Month } from '@anju/shared/contract';
import { dayText, THIN } from './format.ts';

export const homeTexts = {
  /** Before anyone has signed in; afterwards the BFF names the centre. */
  title: '厦门市住房公积金中心',
  elder: '长辈版',
  standard: '标准版',
  inbox: (unread: number) => (unread > 0 ? `通知${THIN}${unread}` : '通知'),
  inboxSaid: (unread: number) => (unread > 0 ? `通知，${unread} 条未读` : '通知'),
  balance: '账户余额（元）',
  balanceSaid: '账户余额',
  hide: '隐藏金额',
  show: '显示金额',
  asOf: (moment: string) => `截至 ${moment}`,
  unknown: '暂未取得',
  unknownWhy: '公积金中心的系统暂时连不上，恢复后自动显示',
  paidThrough: (month: string) => `缴至 ${month}`,
  monthly: '每月缴存',
  monthlyBefore: '封存前月缴',
  lastContribution: '最近入账',
  loanBalance: '贷款余额',
  none: '暂无',
  more: (count: number) => `另有${THIN}${count}${THIN}个账户`,
  noAccount: '没有查到公积金账户',
  noAccountWhy: '刚开户的，单位缴存后就能看到。',
  frozenTitle: '账户已冻结',
  frozen: '冻结期间不能提取和贷款，缴存和计息照常。请与作出冻结的机关联系，或拨打 12329。',
  overdue: (periods: number) => `贷款已逾期${THIN}${periods}${THIN}期，请尽快还款；有困难请拨打 12329 商量。`,
  running: (count: number) => `在办${THIN}${count}${THIN}件`,
  all: '全部',
  suggestion: '您现在可以',
  suggestionText: (route: string) => (route.endsWith('提取') ? route : `${route}提取`),
  upTo: '最多',
  suggestionAction: '去提取',
  withdraw: '提取',
  calculator: '贷款测算',
  entries: '缴存明细',
  statement: '年度账单',
  guides: '办事指南',
  points: '附近网点',
  policies: '政策查询',
  phone: '12329',
  footer: '零收费 · 无中介 · 全天可提交 · 12329',
  elderWithdraw: '提取公积金',
  elderEntries: '查每月缴存',
  elderLoan: '我的贷款',
  elderPhone: '打电话问 12329',
  elderMonthly: (label: string, amount: string) => `${label} ${amount}`,
} as const;

export const guestTexts = {
  hello: '您好，欢迎使用住房公积金服务',
  title: ['登录后查看', '余额和可提取金额'],
  wechat: '微信一键登录',
  mobile: '手机号登录',
  promise: '只在您同意后使用手机号，用于核对您的账户',
  endedHello: '登录已过期',
  endedTitle: ['重新登录，', '继续查看余额和进度'],
  realNameHello: '已登录，还差一步',
  realNameTitle: ['完成实名，', '查看您的账户'],
  realName: '去实名',
  realNamePromise: '核对姓名和证件，约一分钟，只做一次',
} as const;

export const teaserTexts = {
  title: '算算能贷多少',
  free: '无需登录',
  example: `例：余额${THIN}3${THIN}万元，月缴${THIN}2,400${THIN}元，30${THIN}年`,
  lead: '填六项，马上知道能贷多少、每月还多少',
  upTo: '最高约',
  wan: '万元',
  own: '换成我的',
} as const;

const STATES: Readonly<Record<AccountState, string>> = {
  normal: '正常缴存',
  sealed: '已封存',
  merged: '已合并',
  'transferred-out': '已转出',
  closed: '已销户',
  frozen: '已冻结',
  other: '状态待核实',
};
export const accountStateWord = (state: AccountState): string => STATES[state];

/** 已封存 since a day; an account in order needs no day. */
export function accountStateText(state: AccountState, since?: CivilDate): string {
  return state === 'normal' || since === undefined ? STATES[state] : `${STATES[state]}（${dayText(since, true)}起）`;
}

export const monthOfDay = (day: CivilDate): Month => day.slice(0, 7);

/** What is to be put right between the person's papers and the fund's record. */
const TASKS: Readonly<Record<string, string>> = {
  'name-differs': '公积金账户登记的姓名与您的证件不完全一致，不影响查询；办理提取前请带证件到柜台更正。',
  'mobile-differs': '公积金账户登记的手机号与您现在的不同，不影响查询；办理提取前请带证件到柜台更新。',
};
export function taskSentence(code: string): string {
  return TASKS[code] ?? '您的账户信息有一项需要核对，请拨打 12329。';
}
