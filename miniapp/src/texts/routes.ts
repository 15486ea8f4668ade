import type { WithdrawalRouteId } from '@anju/shared/contract';

const TITLES: Readonly<Record<WithdrawalRouteId, string>> = {
  purchase: '购房提取',
  'down-payment': '支付首付款',
  'build-or-repair': '建房修房提取',
  renovation: '装修提取',
  'property-fee': '物业费提取',
  rent: '租房提取',
  'repay-fund-loan': '偿还公积金贷款',
  'repay-commercial-loan': '偿还商业贷款',
  lift: '加装电梯提取',
  illness: '重大疾病提取',
  retirement: '退休提取',
  disability: '丧失劳动能力提取',
  'leave-job': '离职提取',
  emigration: '出境定居提取',
  death: '继承提取',
};

/** The short name of a route; an unknown one is simply a withdrawal. */
export function routeTitle(route: string): string {
  return (TITLES as Readonly<Record<string, string | undefined>>)[route] ?? '提取';
}
