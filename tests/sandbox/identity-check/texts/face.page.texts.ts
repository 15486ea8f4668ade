import type { FaceOutcomeName } from '../face.sessions.ts';

/** One button of the page. */
interface OutcomeButton {
  readonly outcome: FaceOutcomeName;
  readonly label: string;
  readonly hint: string;
}

/** What the page says. */
export const PAGE_TEXTS = {
  title: '人脸核身',
  who: '正在核对：',
  note: '这是演示用的人脸核身页面。不会打开摄像头，也不会采集您的照片。请替“摄像头”选一个结果。',
  choose: '这次核身的结果是',
  back: '返回办理',
  close: '您可以关闭本页了。',
  doneTitle: '核身已结束',
  done: '这次核身已经有结果，不用再做一次。',
  expiredTitle: '页面已过期',
  expired: '这个页面打开太久，已经失效。请返回后重新开始。',
  unknownTitle: '找不到这次核身',
  unknown: '地址不完整或已经失效。请返回办理页面重新开始。',
} as const;

/** The outcomes in the order a person reads them. */
export const OUTCOME_BUTTONS: readonly OutcomeButton[] = [
  { outcome: 'passed', label: '通过', hint: '认出是本人' },
  { outcome: 'not-recognised', label: '没认出来', hint: '光线暗、角度偏，比对没有通过' },
  { outcome: 'cancelled', label: '我取消', hint: '这次先不做了' },
  { outcome: 'camera', label: '摄像头打不开', hint: '没有允许使用摄像头' },
  { outcome: 'network', label: '网络断了', hint: '做到一半没有网络' },
  { outcome: 'no-reference-photo', label: '库中没有照片', hint: '证件库里没有可比对的照片' },
  { outcome: 'service-down', label: '服务故障', hint: '核身服务暂时不可用' },
];
