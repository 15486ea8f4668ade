import type { CaseOrigin, CaseStage, SourceCheck } from '@anju/shared/contract';
import { payeeText } from './bank.ts';
import { OFFSET_RUN } from './routes.ts';

/** The timeline of one case. */
export const caseTexts = {
  title: '办理进度',
  guestTitle: '登录后看办理进度',
  guestAction: '登录',
  limit: (days: number) => `限\u00a0${days}\u00a0个工作日`,
  used: (words: string) => `用时${/^\d/.test(words) ? '\u00a0' : ''}${words}`,
  before: (moment: string) => `${moment}\u00a0前办结`,
  overdue: '已超时限',
  outside: '不计入我们的时限',
  yours: '等您来签',
  booked: '已约好',
  coBorrower: '共同借款人',
  toCard: payeeText,
  checks: '本次查验',
  checksNote: '以下信息由系统直接核对，不用您提供材料。',
  source: {
    core: '公积金账户', 'real-estate': '不动产登记', 'civil-affairs': '婚姻登记', bank: '收款银行卡', 'public-security': '公安户籍', 'social-insurance': '社保和医保', employment: '就业登记',
    'market-regulation': '企业登记', credit: '个人征信', invoice: '税务发票',
  } satisfies Readonly<Record<SourceCheck['source'], string>> as Readonly<Record<SourceCheck['source'], string>>,
  result: { matched: '一致', mismatch: '不一致', 'not-found': '没有查到', unavailable: '暂时查不到' } as Readonly<Record<SourceCheck['result'], string>>,
  unavailableNote: '对方系统没有应答，不算不一致，转人工核对',
  interest: '其中利息',
  next: '下次可提',
  nextFrom: (day: string) => `${day}起`,
  closingInterest: '另付利息',
  closed: '账户',
  closedAccount: '已提取销户',
  closedOrders: (names: readonly string[]) => `同时停止：${names.join('、')}`,
  earlier: '改好以前的那一件',
  submittedAt: (origin?: CaseOrigin) => (origin === undefined ? '提交时间' : '开始办理'),
  number: '业务编号',
  cancel: '撤回申请',
  cancelTitle: '确定撤回这件申请？',
  cancelYes: '确定撤回',
  cancelBusy: '正在撤回',
  cancelNo: '先不撤回',
  cancelled: '已撤回',
  lateTitle: '没有撤回',
  latePaid: '您点撤回以前，这件已经办结，钱已转出，不能再撤回。',
  lateOn: '您点撤回以前，这件已经到了下一步，现在不能撤回。',
  ask: '咨询 12329',
  again: '重新申请',
  toOrders: '看按月自动办理',
  fixTitle: '怎样改好',
  fix: '改好再交',
  otherCard: '换一张卡，再付一次',
  replaced: '已经改好重新提交',
  replacedText: '这件已经由新的一件代替，进度在新的一件里。',
  toReplaced: '看新的一件',
  card: '管理银行卡',
} as const;

interface MatterWords {
  readonly amount: string;
  readonly payee: string;
  readonly paidAt: string;
  readonly cancelText: string;
}
const WITHDRAWAL: MatterWords = { amount: '提取金额', payee: '转入', paidAt: '到账时间', cancelText: '撤回后马上生效，账户余额不变。以后可以重新申请。' };
const MATTERS: Readonly<Record<string, MatterWords>> = {
  [OFFSET_RUN]: { ...WITHDRAWAL, amount: '还贷金额', paidAt: '还入时间' },
  'loan-pre-application': { amount: '申请贷款金额', payee: '放款到', paidAt: '放款时间', cancelText: '撤回后马上生效，约好的面签也一并取消。以后可以重新申请。' },
  'loan-prepayment': { amount: '提前还款金额', payee: '从这张卡扣', paidAt: '还入时间', cancelText: '撤回后不会扣款。以后可以重新申请。' },
};
/** What the bank was asked about a card: paid to it, or charged. */
export const checkSource = (source: SourceCheck['source'], matter: string): string => (source === 'bank' && matter === 'loan-prepayment' ? '扣款银行卡' : caseTexts.source[source]);

/** What a source was asked for. */
const ASKED_FOR: Readonly<Record<SourceCheck['source'], string>> = {
  core: '账户状态、余额和上次提取', 'real-estate': '房屋和合同登记', 'civil-affairs': '婚姻和子女', bank: '本人一类卡，可以收款', 'public-security': '身份和户籍', 'social-insurance': '退休、参保或医疗结算',
  employment: '是否重新就业', 'market-regulation': '单位是否存续', credit: '商业住房贷款和逾期', invoice: '发票金额和日期',
};
const ASKED_OF_PREPAYMENT = '本人的卡，可以扣款';
/** What the bank said of a card before it was paid to, or charged, in vain: true of then only. */
export const overtaken = (source: SourceCheck['source'], stage: CaseStage): boolean => source === 'bank' && stage === 'payment-failed';
export function checkedFor(source: SourceCheck['source'], matter: string, stage: CaseStage): string {
  const asked = source === 'bank' && matter === 'loan-prepayment' ? ASKED_OF_PREPAYMENT : ASKED_FOR[source];
  return overtaken(source, stage) ? `${asked}。这是提交时查的，后来${matter === 'loan-prepayment' ? '扣款' : '付款'}没有成功` : asked;
}
export const resultWord = ({ source, result }: Pick<SourceCheck, 'source' | 'result'>, stage: CaseStage): string => `${overtaken(source, stage) ? '当时' : ''}${caseTexts.result[result] ?? ''}`;

/** What the figures of a case are called, by what it is about. */
export const matterTexts = (matter: string): MatterWords => MATTERS[matter] ?? WITHDRAWAL;

type StepWords = Readonly<Record<'done' | 'current' | 'ahead' | 'stopped', Readonly<Partial<Record<CaseStage, string>>>>>;

/** A stage that is done, under way or still to come, where its own word says it differently. */
const STEPS: StepWords = {
  done: { 'under-review': '已审核', signing: '已面签', mortgage: '抵押登记已办好' },
  current: { accepted: '受理中', approved: '审批中', mortgage: '抵押登记办理中', paid: '付款中' },
  ahead: { accepted: '受理', 'under-review': '审核', approved: '审批', signing: '面签', paid: '到账' },
  stopped: {},
};
const STEPS_OF_MATTER: Readonly<Record<string, Partial<StepWords>>> = {
  [OFFSET_RUN]: { current: { paid: '还入贷款中' }, ahead: { paid: '还入贷款' } },
  'loan-pre-application': { current: { paid: '放款中' }, ahead: { paid: '放款' } },
  'loan-prepayment': { current: { paid: '扣款中' }, ahead: { paid: '扣款还入贷款' } },
};
/** The title of a step, or undefined where the stage's own word fits. */
export const stepTitle = (state: keyof StepWords, stage: CaseStage, matter: string): string | undefined => STEPS_OF_MATTER[matter]?.[state]?.[stage] ?? STEPS[state][stage];

/** Whose turn it is and what comes next, one sentence a stage. */
export const turnTexts = {
  awaitingCore: (number: string) => `已收下，编号 ${number}。中心系统恢复后自动送达，不用重新提交。`,
  submitted: '已送达中心，等待受理。',
  accepted: '已受理，等待审核岗办理。',
  held: (post: string, left: string) => `${post}办理，${left}。`,
  heldOnly: (post: string) => `${post}正在办理。`,
  paid: (card: string) => `已转入${card}。`,
  late: '已经超过时限，可以拨打 12329 催办。',
} as const;

type EndStage = 'approved' | 'signing' | 'mortgage' | 'paid' | 'refused' | 'cancelled' | 'payment-failed' | 'unknown';
type Ends = Readonly<Record<EndStage, string>>;

const ENDS: Ends = {
  approved: '审批已通过，正在向银行付款。',
  signing: '已通过，请约一个时间，合同在银行或中心柜台当面签。',
  mortgage: '合同已签好，正在不动产登记中心办抵押登记，不计入我们的时限。',
  paid: '已转入您的银行卡。',
  refused: '没有通过，账户余额没有变化。',
  cancelled: '您已撤回这件申请，账户余额没有变化。',
  'payment-failed': '银行没有收下这笔款，钱已退回您的公积金账户。换一张卡，就能再付一次。',
  unknown: '正在和中心核对结果，不会重复付款。有结果马上通知您。',
};
const ENDS_OF_MATTER: Readonly<Record<string, Partial<Ends>>> = {
  [OFFSET_RUN]: {
    cancelled: '这次冲还贷已撤回，账户余额没有变化。',
    approved: '审批已通过，正在还入您的公积金贷款。',
    paid: '已用于还您的公积金贷款。',
    'payment-failed': '这笔款没有还入贷款，钱已退回您的公积金账户。请拨打 12329 核对还款。',
  },
  // Paid to the account that is watched over: no card of the person has a part in it.
  'down-payment': { paid: '已转入资金监管账户。', 'payment-failed': '监管账户没有收下这笔款，钱已退回您的公积金账户。请拨打 12329 核对监管账户。' },
  'loan-pre-application': {
    approved: '审批已通过，接下来约面签。',
    paid: '贷款已经发放，还款从下个月开始，可以在“我的贷款”查看。',
    refused: '没有通过，原因在下面。账户余额没有变化。',
    cancelled: '您已撤回这件预受理，可以重新申请。',
    unknown: '正在和中心核对结果，不用重新提交。有结果马上通知您。',
  },
  'loan-prepayment': {
    approved: '审批已通过，正在从您的银行卡扣款。',
    paid: '已从您的银行卡扣款，还入贷款。新的还款计划在“我的贷款”查看。',
    refused: '没有通过，没有扣款，贷款没有变化。',
    cancelled: '您已撤回这件申请，没有扣款。',
    'payment-failed': '银行没有扣成这笔款，贷款没有变化。请换一张卡再申请。',
    unknown: '正在和中心核对结果，不会重复扣款。有结果马上通知您。',
  },
};
/** What a stage means for the person when it is nobody's desk. */
export const endText = (stage: EndStage, matter: string): string => ENDS_OF_MATTER[matter]?.[stage] ?? ENDS[stage];

/** A payment that came back, of a case that cannot be paid once more by itself. */
const RETURNED = '银行没有收下这笔款，钱已退回您的公积金账户。';
export const returnedTexts = {
  order: `${RETURNED}请到“按月自动办理”换一张收款卡，下次按新卡付。`,
  other: `${RETURNED}请换一张卡另外申请，或到柜台办理。`,
  replaced: RETURNED,
} as const;

/** The signing of a loan's contract, on its case. */
export const signingTexts = {
  title: '面签合同',
  where: '合同在银行或中心柜台当面签，所有借款人都要本人到场，带身份证和购房合同原件。',
  book: '预约面签',
  notYet: '预受理通过以后，在这里约面签的时间。',
  silent: '暂时没有取到预约的情况，稍后会自动显示。',
  booked: '已约好面签',
  at: '时间',
  place: '地点',
  address: '地址',
  phone: '电话',
  call: '打电话问路',
  cancel: '取消预约',
  cancelTitle: '取消这次面签预约？',
  cancelText: '取消后名额马上让给别人，您可以再约一个时间。预受理不受影响。',
  cancelYes: '确定取消预约',
  cancelBusy: '正在取消',
  cancelNo: '先不取消',
  cancelled: '已取消预约',
  turnOfApplicant: '已通过，请申请人约一个时间，合同在银行或中心柜台当面签，您也要到场。',
  bookedByApplicant: '由申请人在自己的手机上预约，约好后这里会显示。',
  turnSilent: '已通过。面签的预约暂时没有取到，约好的时间不受影响。',
  turnBooked: (moment: string) => `已约好${/^\d/.test(moment) ? '\u00a0' : ''}${moment}\u00a0面签，请按时到场。`,
  applicationTitle: '申请内容',
  borrower: '借款人',
  spouse: '共同借款人',
  term: '年限',
  termValue: (years: number) => `${years} 年`,
  months: (months: number) => `${months} 个月`,
  method: '还款方式',
  methods: { 'equal-instalment': '等额本息', 'equal-principal': '等额本金' },
  contract: '购房合同',
  price: '房屋总价',
} as const;
