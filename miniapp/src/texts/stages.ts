import type { CaseStage } from '@anju/shared/contract';

interface StageWords {
  readonly word: string;
  readonly tone: 'brand' | 'plain' | 'attention' | 'stop' | 'info';
  /** What it means, in one sentence. */
  readonly means: string;
  /** How far along the way, 0 to 1. */
  readonly share: number;
}

const STAGES: Readonly<Record<CaseStage, StageWords>> = {
  submitted: { word: '已提交', tone: 'info', means: '已收到您的申请，等待受理', share: 0.15 },
  accepted: { word: '已受理', tone: 'brand', means: '已受理，正在排队审核', share: 0.35 },
  'under-review': { word: '审核中', tone: 'brand', means: '正在审核', share: 0.55 },
  approved: { word: '已通过', tone: 'brand', means: '已通过，正在付款', share: 0.8 },
  paid: { word: '已到账', tone: 'brand', means: '款项已转入您的银行卡', share: 1 },
  refused: { word: '未通过', tone: 'stop', means: '没有通过，原因请点开查看', share: 1 },
  cancelled: { word: '已撤回', tone: 'plain', means: '您已撤回这笔申请', share: 1 },
  'payment-failed': { word: '付款未成功', tone: 'attention', means: '银行没有付成，请点开查看怎么办', share: 0.8 },
  unknown: { word: '待核实', tone: 'attention', means: '正在与公积金中心核实，不用重新提交', share: 0.15 },
};

/** 已到账, 审核中, … */
export const stageWord = (stage: CaseStage): string => STAGES[stage].word;
export const stageTone = (stage: CaseStage): StageWords['tone'] => STAGES[stage].tone;
export const stageMeans = (stage: CaseStage): string => STAGES[stage].means;
export const stageShare = (stage: CaseStage): number => STAGES[stage].share;
