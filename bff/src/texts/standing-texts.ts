/** Words for refused fields of a standing order. */
export const standingTexts = {
  notOfOffset: '冲还贷按贷款还款日从账户里扣，不用选卡和日期',
  missing: { bankCardId: '请选择收款的银行卡', day: '请选择每月几号提取（1 到 28 号）' },
  nothingToChange: '请选择要改的银行卡或日期',
} as const;
