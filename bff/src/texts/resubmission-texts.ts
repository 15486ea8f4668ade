/** Why a case cannot be handed in again. */
export const resubmissionTexts = {
  'not-refused': '只有未通过或付款未成功的提取可以重新提交',
  'kept-no-longer': '这笔业务已超过三十天，请重新办理',
  'nothing-to-put-right': '这笔业务不能修改后重新提交，请查看未通过的原因',
} as const;
