import type { CaseMatter, CaseStage, ReceiptFacts } from '@anju/shared/contract';
import { matterTitle, stageWord } from './case-texts.ts';

/** What the files of an archive package are called. */
export const archiveTexts = {
  title: ({ names, route, number }: ReceiptFacts): string => `${names.join('、')} ${matterTitle(route)} ${number}`,
  /** Of a package about a payment that did not arrive. */
  returnTitle: (route: CaseMatter, number: string): string => `${matterTitle(route)} ${number} ${stageWord('payment-failed', route)}`,
  business: (route: CaseMatter): string => matterTitle(route),
  stage: (stage: CaseStage, route: CaseMatter): string => stageWord(stage, route),
  receipt: '业务办理凭证',
  returned: '付款退回记录',
  history: '办理过程',
  material: (nth: number): string => `申请材料之${nth}`,
  metadata: '元数据',
} as const;
