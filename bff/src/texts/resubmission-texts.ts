/** Why a case cannot be handed in again. */
export const resubmissionTexts = {
  'not-refused': '只有未通过或付款未成功的提取可以重新提交',
  'kept-no-longer': '这笔业务已超过三十天，请重新办理',
  'made-by-order': '这笔是按月自动办理的提取，不能修改后重新提交。请到“按月自动办理”更改，或自己另外申请',
  'made-at-the-centre': '这笔不是在手机上申请的，不能在这里修改后重新提交。请在手机上另外申请，或到柜台办理',
  'home-differs': '上次申请的那套房子现在不能办这项提取，请另外申请',
  'nothing-to-put-right': '这笔业务不能修改后重新提交，请查看未通过的原因',
} as const;
