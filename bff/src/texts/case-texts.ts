import { catalogueItem } from '@anju/shared/catalogue';
import type { WithdrawalRouteId } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';

/** What the subscription template is called in WeChat's own library. */
export const TEMPLATE_TITLE = '业务办理进度提醒';

/** The catalogue's name of a route; in a message, where nothing else says so, every one is called a withdrawal. */
export function routeTitle(route: WithdrawalRouteId): string {
  const name = catalogueItem(route)?.title ?? '';
  return name.endsWith('提取') ? name : `${name}提取`;
}

/** At most five Chinese characters, as WeChat's `phrase` demands. */
export const STAGE_WORDS: Readonly<Record<CaseStage, string>> = {
  submitted: '已提交',
  accepted: '已受理',
  'under-review': '审核中',
  approved: '已通过',
  paid: '已到账',
  refused: '未通过',
  cancelled: '已撤回',
  'payment-failed': '付款未成功',
  unknown: '待核实',
};

/** What to do next, at most twenty characters as WeChat's `thing` demands. */
export const STAGE_HINTS: Readonly<Record<CaseStage, string>> = {
  submitted: '点击查看办理进度',
  accepted: '点击查看办理进度',
  'under-review': '点击查看办理进度',
  approved: '正在付款，请留意到账',
  paid: '请核对您的银行卡到账情况',
  refused: '点击查看原因与办法',
  cancelled: '您可以随时重新申请',
  'payment-failed': '款项已退回账户，点击查看办法',
  unknown: '正在向中心核实，无需重复提交',
};
