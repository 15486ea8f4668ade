import type { CaseOrigin } from '@anju/shared/contract';
import { THIN } from './format.ts';

export const progressTexts = {
  title: '进度',
  runningCount: (count: number) => `在办${THIN}${count}${THIN}件`,
  done: '已办结',
  number: (number: string) => `编号 ${number}`,
  /** Who made it: the person here, a run of what they signed, or the centre. */
  begunOn: (day: string, origin?: CaseOrigin) => `${day}${origin === 'order' ? '按约办理' : origin === 'centre' ? '柜台办理' : '提交'}`,
  /** Of a case that was handed in again: it moved no money, and the other one is the one to look at. */
  handedInAgain: '已改好重新提交',
  emptyTitle: '还没有办理记录',
  emptyWhy: ['提交提取后，每一步都会在这里显示，到账后通知您。'],
  emptyAction: '看看能办什么',
  guestTitle: '登录后查看办理进度',
  guestWhy: ['每一步到了哪里、谁在办、还要多久，都写得清楚。'],
  signIn: '登录',
  more: '查看更早的',
  loading: '正在加载',
  moreFailed: '没有取到，请再点一次。',
  heldBy: (holder: string, until: string) => `${holder}办理，${until}`,
  overdueBy: (holder: string, until: string) => `${holder}办理，${until}，可拨打 12329 催办`,
} as const;
