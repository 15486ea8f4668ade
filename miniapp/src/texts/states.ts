import type { FailureKind } from '../api/failure.ts';
import { momentText } from './format.ts';

interface StateWords {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** A page that has nothing to show: what happened, what is safe, what to do. */
export const stateTexts: Readonly<Record<FailureKind, StateWords>> = {
  offline: { title: '手机没有连上网络', sentences: ['请检查网络后再试。', '账户和已提交的业务不受影响。'] },
  timeout: { title: '等待时间太长', sentences: ['可能是网络不稳，请再试一次。', '账户和已提交的业务不受影响。'] },
  'core-down': { title: '暂未取得', sentences: ['公积金中心的系统暂时连不上，恢复后会自动显示。', '您的账户不受影响，已提交的业务会继续办理。'] },
  'session-ended': { title: '登录已过期', sentences: ['重新登录后回到这一页。', '已填写的内容还在。'] },
  'not-bound': { title: '先完成实名', sentences: ['核对姓名和证件后，才能查看您的账户。', '约一分钟，只做一次。'] },
  'step-up': { title: '需要确认是您本人', sentences: ['这一步关系到资金，请先确认本人。'] },
  'no-permission': { title: '没有权限查看', sentences: ['这项内容不属于当前登录的人。', '如有疑问请拨打 12329。'] },
  'not-found': { title: '没有找到这项内容', sentences: ['可能已经办结或被撤回，请返回后重新进入。'] },
  refused: { title: '现在办不了', sentences: ['情况可能刚刚有变化，请刷新后再看。'] },
  error: { title: '服务出了点问题', sentences: ['账户和已提交的业务不受影响。', '请稍后再试，或拨打 12329。'] },
};

export const actionTexts = {
  retry: '再试一次',
  call: '拨打 12329',
  signIn: '重新登录',
  realName: '去实名',
  stepUp: '确认是我本人',
  home: '回到首页',
} as const;

/** A page whose code is not on the phone yet and cannot be fetched. */
export const notOpenedText = '手机没有连上网络，这一页暂时打不开，请连上后再试。';

/** Above an earlier value: why it is not newer, and from when it is. */
export function staleText(why: FailureKind | null, at: number | string | null, now: number): string {
  const from = at === null ? '' : `，以下是 ${momentText(at, now)} 的内容`;
  if (why === 'offline') return `没有网络${from}`;
  if (why === 'timeout') return `网络不稳，没有取到最新内容${from}`;
  if (why === 'core-down') return `公积金中心的系统暂时连不上${from}`;
  return `暂时没有取到最新内容${from}`;
}
