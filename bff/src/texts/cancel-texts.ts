/** Why a case can no longer be taken back. */
export const cancelTexts = {
  'being-sent': '申请正在送往中心，结果马上就有，暂时不能撤回',
  approved: '这笔业务已通过审批，正在付款，不能再撤回',
  paid: '款项已经付出，不能再撤回',
  refused: '这笔业务没有通过，不需要撤回',
  'payment-failed': '款项已退回账户，不需要撤回',
  'moved-on': '这笔业务已经办到下一步，不能再撤回',
} as const;
