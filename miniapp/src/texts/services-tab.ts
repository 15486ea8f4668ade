import type { CatalogueItem } from '@anju/shared/contract';

export const servicesTexts = {
  title: '办理',
  search: '搜索服务',
  placeholder: '例如 租房、明细、证明',
  clear: '清空',
  all: '全部',
  nowTitle: (count: number) => (count > 0 ? '现在可以办' : '提取'),
  nowNone: '按您的账户情况，现在没有可以马上办的提取',
  nowMore: '查看每项的条件和时间',
  nowMax: '最多（元）',
  atOnce: '即时办结',
  byClerk: '人工审核',
  questions: (count: number) => `填\u00a0${count}\u00a0项`,
  noUploads: '无需材料',
  uploads: (count: number) => `需上传 ${count} 份材料`,
  running: '办理中',
  found: (count: number) => `找到 ${count} 项`,
  nothing: '没有找到这项服务',
  nothingWhy: ['换个说法试试，或者直接问客服。'],
  call: '拨打 12329',
} as const;

export const groupTexts: Readonly<Record<CatalogueItem['group'], string>> = {
  query: '查询',
  withdrawal: '提取',
  loan: '贷款',
  transfer: '转移',
  certificate: '证明',
  account: '账户',
  contact: '互动',
};

export const servedTexts: Readonly<Record<CatalogueItem['servedBy'], string>> = {
  online: '在线办',
  counter: '到柜台',
  guide: '看指南',
};

/** Other words people use for an item, beside its title. */
export const otherWords: Readonly<Record<string, string>> = {
  balance: '查余额 多少钱',
  entries: '流水 缴费 记录',
  'annual-statement': '账单 利息 结息',
  'repay-fund-loan': '还贷 房贷 月供',
  'repay-commercial-loan': '还贷 房贷 商贷',
  purchase: '买房 购房 首付',
  rent: '房租 租赁',
  'leave-job': '辞职 失业 封存 销户',
  retirement: '退休金 养老',
  'loan-estimate': '计算器 试算 能贷多少 额度',
  'loan-pre-application': '预审 申请贷款 买房 配偶 邀请码 共同借款人',
  'loan-signing': '面签 签合同 预约',
  'prepayment-quote': '提前还贷 省利息',
  prepayment: '提前还贷 结清',
  'repayment-plan': '月供 还款明细',
  'transfer-in': '转公积金 换城市',
  'case-progress': '到哪了 审核',
  'service-points': '地址 网点 上班时间',
  'mobile-change': '换号 手机',
  questions: '客服 咨询',
};
