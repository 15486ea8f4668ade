import type { CaseStage, SourceCheck } from '@anju/shared/contract';
import { ownCardText } from './bank.ts';

/** The timeline of one case. */
export const caseTexts = {
  title: '办理进度',
  guestTitle: '登录后看办理进度',
  guestAction: '登录',
  amount: '提取金额',
  limit: (days: number) => `限\u00a0${days}\u00a0个工作日`,
  used: (words: string) => `用时${/^\d/.test(words) ? '\u00a0' : ''}${words}`,
  before: (moment: string) => `${moment}\u00a0前办结`,
  overdue: '已超时限',
  toCard: ownCardText,
  checks: '本次查验',
  checksNote: '以下信息由系统直接核对，不用您提供材料。',
  source: { core: '公积金账户', 'real-estate': '不动产登记', 'civil-affairs': '婚姻登记', bank: '收款银行卡' } as Readonly<Record<SourceCheck['source'], string>>,
  result: { matched: '一致', mismatch: '不一致', 'not-found': '没有查到', unavailable: '没有应答' } as Readonly<Record<SourceCheck['result'], string>>,
  unavailableNote: '对方系统没有应答，转人工核对',
  payee: '转入',
  paidAt: '到账时间',
  interest: '其中利息',
  next: '下次可提',
  nextFrom: (day: string) => `${day}起`,
  submittedAt: '提交时间',
  number: '业务编号',
  cancel: '撤回申请',
  cancelTitle: '确定撤回这件申请？',
  cancelText: '撤回后马上生效，账户余额不变。以后可以重新申请。',
  cancelYes: '确定撤回',
  cancelBusy: '正在撤回',
  cancelNo: '先不撤回',
  cancelled: '已撤回',
  ask: '咨询 12329',
  again: '重新申请',
  card: '怎样换收款卡',
} as const;

/** A stage that is done, under way or still to come, where its own word says it differently. */
export const stepTexts: Readonly<Record<'done' | 'current' | 'ahead' | 'stopped', Readonly<Partial<Record<CaseStage, string>>>>> = {
  done: { 'under-review': '已审核' },
  current: { accepted: '受理中', approved: '审批中', paid: '付款中' },
  ahead: { accepted: '受理', 'under-review': '审核', approved: '审批', paid: '到账' },
  stopped: {},
};

/** Whose turn it is and what comes next, one sentence a stage. */
export const turnTexts = {
  awaitingCore: (number: string) => `已收下，编号 ${number}。中心系统恢复后自动送达，不用重新提交。`,
  submitted: '已送达中心，等待受理。',
  accepted: '已受理，等待审核岗办理。',
  held: (post: string, left: string) => `${post}办理，${left}。`,
  heldOnly: (post: string) => `${post}正在办理。`,
  approved: '审批已通过，正在向银行付款。',
  paid: (card: string) => `已转入${card}。`,
  paidPlain: '已转入您的银行卡。',
  refused: '没有通过，账户余额没有变化。',
  cancelled: '您已撤回这件申请，账户余额没有变化。',
  'payment-failed': '银行没有收下这笔款，钱已退回您的公积金账户。请先更换收款卡，再重新申请。',
  unknown: '正在和中心核对结果，不会重复付款。有结果马上通知您。',
  late: '已经超过时限，可以拨打 12329 催办。',
} as const;
