import type { ReceiptFacts } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { dayText, momentText, THIN } from './format.ts';

interface ReceiptWords {
  readonly paid: string;
  readonly asked: string;
  readonly card: string;
  readonly paidAt: string;
}
const WITHDRAWAL: ReceiptWords = { paid: '到账金额', asked: '申请金额', card: '收款账户', paidAt: '到账时间' };
const MATTERS: Readonly<Record<string, ReceiptWords>> = {
  'loan-pre-application': { paid: '放款金额', asked: '申请贷款金额', card: '放款账户', paidAt: '放款时间' },
  'loan-prepayment': { paid: '还入金额', asked: '提前还款金额', card: '扣款账户', paidAt: '还入时间' },
};
/** What the lines of a receipt are called: as in the document, since the two are held side by side. */
export const receiptWords = (route: string): ReceiptWords => MATTERS[route] ?? WITHDRAWAL;

/** The receipt of a settled case, for its owner. */
export const receiptTexts = {
  title: '业务凭证',
  link: '业务凭证',
  linkNote: '给别人看的证明，可核验真伪，可下载 PDF',
  paper: '住房公积金业务办理凭证',
  guestTitle: '登录后看业务凭证',
  guestText: '办结的业务都有凭证，登录后就能看、能下载。',
  guestAction: '登录',
  notSettledTitle: '还没有凭证',
  notSettledText: '这笔业务还没有办结，办结后就有凭证。',
  toCase: '看办理进度',
  business: '办理业务',
  holder: '办理人',
  account: '公积金账号',
  tail: (figures: string) => `**** ${figures}`,
  payee: (bank: string, figures: string) => `${bank} **** ${figures}`,
  parts: (principal: string, interest: string) => `其中本金 ${principal}，利息 ${interest}`,
  submittedAt: '提交时间',
  decidedAt: { paid: '审批通过', refused: '审核结束', cancelled: '撤回时间' } as Readonly<Record<ReceiptFacts['outcome'], string>>,
  number: '业务编号',
  checks: '查验过的信息',
  masked: '姓名和账号已隐去一部分。',
  showTitle: '给别人核验',
  showLead: '对方扫一扫就能核对凭证真假，不用登录。核验码今天24:00失效，您也可以随时收回；PDF 上的也是这个码。',
  make: '生成核验码',
  making: '正在生成',
  scan: '请对方用手机扫码核验',
  squareSaid: '核验码的二维码，请对方用手机扫一扫',
  copyLink: '复制核验链接',
  copied: '核验链接已复制，可以发给对方',
  notCopied: '没有复制成功，请对方扫上面的码',
  until: '有效期至今天24:00',
  takeBack: '收回这个核验码',
  takingBack: '正在收回',
  takenBack: '已收回，发出的链接和 PDF 上的码都不能再用',
  download: '下载 PDF',
  downloading: '正在生成 PDF',
  downloaded: 'PDF 已保存',
  fileName: (number: string) => `公积金业务凭证-${number}.pdf`,
  loadTrouble: '核验码暂时取不到',
} as const;

/** What somebody reads who was shown a receipt. */
export const verifyTexts = {
  title: '凭证核验',
  genuine: '真实有效',
  genuineText: (centre: string) => `这是${centre}出具的凭证，内容与中心记录一致。`,
  compare: '请和对方出示的凭证逐项核对，应当完全一致。',
  until: (until: string) => `核验有效期至 ${untilMidnight(until)}`,
  lapsed: '已失效',
  lapsedText: '这个核验码过了有效期，或者本人已经收回，所以看不到内容。',
  lapsedHelp: '需要核验的，请对方重新生成一个核验码。',
  notGenuine: '不真实',
  notGenuineText: '这个核验码不是公积金中心出具的，或者被改动过，请不要采信。',
  notGenuineHelp: '如果您是手动输入的，请改为扫码再试一次。有疑问可拨打 12329。',
  checkedAt: (now: string) => `核验时间 ${dayText(chinaDateOf(Date.parse(now)), true)} ${momentText(now).split('\u00a0')[1] ?? ''}`,
  privacy: '核验不用登录，也不会记录您的信息。',
} as const;

/** `2026年11月21日24:00`: midnight belongs to the day it ends. */
export function untilMidnight(until: string): string {
  return `${dayText(chinaDateOf(Date.parse(until) - 1), true)}${THIN}24:00`;
}
