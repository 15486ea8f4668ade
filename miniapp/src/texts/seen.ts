/** Under a button that needs the person to be seen: what comes next. */
export const seenTexts = {
  faceNext: '下一步：刷脸确认是您本人',
  codeNext: '下一步：填柜台验证码确认是您本人',
  faceFresh: '刚刚已刷脸确认，可以直接提交',
  codeFresh: '刚刚已用柜台验证码确认，可以直接提交',
} as const;
