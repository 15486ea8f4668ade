/** Under a button that needs the person to be seen: what comes next. */
export const seenTexts = {
  faceNext: '下一步：刷脸确认是您本人',
  codeNext: '下一步：填柜台验证码确认是您本人',
  /** By face or by a code: who can be seen by face may have used a code. */
  fresh: '刚刚已确认是您本人，可以直接提交',
  unsent: '没有提交：手机没有连上网络，连上后请再点一次',
} as const;
