import { formatYuan } from '@anju/shared/money';

/** Words for a refused amount of a prepayment. */
export const prepaymentTexts = {
  aboveBalance: (balanceFen: number): string => `提前还款金额不能超过贷款余额 ${formatYuan(balanceFen)} 元`,
  belowLeast: (leastFen: number): string => `部分提前还款不少于 ${formatYuan(leastFen)} 元`,
} as const;

export const loanTexts = {
  categoryOfWomen: '男职工不分退休类别，请不要选择',
} as const;
