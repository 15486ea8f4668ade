import { formatYuan } from '@anju/shared/money';

/** Words for refused fields of a pre-application or a prepayment. */
export const loanCaseTexts = {
  wholeYuan: '贷款金额请填写到元',
  abovePrice: (priceFen: number): string => `贷款金额不能超过房屋总价 ${formatYuan(priceFen)} 元`,
  aboveLimit: (maxFen: number): string => `最多可以贷 ${formatYuan(maxFen)} 元`,
  contractInvalid: '请填写购房合同上的合同编号',
  amountMissing: '请填写提前还款的金额',
  amountOfWhole: '还清全部贷款时不填金额',
} as const;
