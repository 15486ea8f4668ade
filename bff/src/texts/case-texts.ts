import type { WithdrawalRouteId } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';

/** What the subscription template is called in WeChat's own library. */
export const TEMPLATE_TITLE = '业务办理进度提醒';

export const ROUTE_TITLES: Readonly<Record<WithdrawalRouteId, string>> = {
  purchase: '购房提取',
  'down-payment': '支付首付提取',
  'build-or-repair': '建造翻建大修提取',
  renovation: '装修提取',
  'property-fee': '物业费提取',
  rent: '租房提取',
  'repay-fund-loan': '还公积金贷款提取',
  'repay-commercial-loan': '还商业贷款提取',
  lift: '加装电梯提取',
  illness: '重大疾病提取',
  retirement: '退休提取',
  disability: '丧失劳动能力提取',
  'leave-job': '离职提取',
  emigration: '出境定居提取',
  death: '继承提取',
};

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
