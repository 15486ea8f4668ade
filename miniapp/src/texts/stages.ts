import type { CaseStage } from '@anju/shared/contract';
import { OFFSET_RUN } from './routes.ts';

interface StageWords {
  readonly word: string;
  readonly tone: 'brand' | 'plain' | 'attention' | 'stop' | 'info';
  /** What it means, in one sentence. */
  readonly means: string;
  /** How far along the way, 0 to 1. */
  readonly share: number;
}
type Stages = Readonly<Record<CaseStage, StageWords>>;

const STAGES: Stages = {
  submitted: { word: '已提交', tone: 'info', means: '已收到您的申请，等待受理', share: 0.15 },
  accepted: { word: '已受理', tone: 'brand', means: '已受理，正在排队审核', share: 0.35 },
  'under-review': { word: '审核中', tone: 'brand', means: '正在审核', share: 0.55 },
  approved: { word: '已通过', tone: 'brand', means: '已通过，正在付款', share: 0.8 },
  signing: { word: '待面签', tone: 'attention', means: '已通过，请约一个时间去面签', share: 0.65 },
  mortgage: { word: '抵押登记', tone: 'info', means: '合同已签，正在不动产登记中心办抵押登记', share: 0.85 },
  paid: { word: '已到账', tone: 'brand', means: '款项已转入您的银行卡', share: 1 },
  refused: { word: '未通过', tone: 'stop', means: '没有通过，原因请点开查看', share: 1 },
  cancelled: { word: '已撤回', tone: 'plain', means: '您已撤回这笔申请', share: 1 },
  'payment-failed': { word: '付款未成功', tone: 'attention', means: '银行没有付成，请点开查看怎么办', share: 0.8 },
  unknown: { word: '待核实', tone: 'attention', means: '正在与公积金中心核实，不用重新提交', share: 0.15 },
};

/** Where a matter of the loan says it differently. */
const OF_MATTER: Readonly<Record<string, Readonly<Partial<Stages>>>> = {
  'down-payment': { paid: { word: '已到账', tone: 'brand', means: '款项已转入资金监管账户', share: 1 } },
  [OFFSET_RUN]: {
    submitted: { word: '已开始', tone: 'info', means: '已按约开始办理，等待受理', share: 0.15 },
    approved: { word: '已通过', tone: 'brand', means: '已通过，正在还入贷款', share: 0.8 },
    paid: { word: '已还入贷款', tone: 'brand', means: '款项已还入您的公积金贷款', share: 1 },
  },
  'loan-pre-application': {
    accepted: { word: '已受理', tone: 'brand', means: '已受理，正在排队审核', share: 0.25 },
    'under-review': { word: '审核中', tone: 'brand', means: '正在审核', share: 0.4 },
    approved: { word: '已通过', tone: 'brand', means: '预受理已通过，接下来约面签', share: 0.6 },
    paid: { word: '已放款', tone: 'brand', means: '贷款已经发放', share: 1 },
  },
  'loan-prepayment': {
    approved: { word: '已通过', tone: 'brand', means: '已通过，正在扣款', share: 0.8 },
    paid: { word: '已还入贷款', tone: 'brand', means: '款项已还入您的贷款', share: 1 },
    'payment-failed': { word: '扣款未成功', tone: 'attention', means: '银行没有扣成，请点开查看怎么办', share: 0.8 },
  },
};
const wordsOf = (stage: CaseStage, matter: string): StageWords => OF_MATTER[matter]?.[stage] ?? STAGES[stage];

/** 已到账, 审核中, … @param matter what the case is about: the end of a loan's case has its own word */
export const stageWord = (stage: CaseStage, matter = ''): string => wordsOf(stage, matter).word;
export const stageTone = (stage: CaseStage, matter = ''): StageWords['tone'] => wordsOf(stage, matter).tone;
export const stageMeans = (stage: CaseStage, matter = ''): string => wordsOf(stage, matter).means;
export const stageShare = (stage: CaseStage, matter = ''): number => wordsOf(stage, matter).share;
