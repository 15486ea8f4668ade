import type { FaceBody } from '@anju/shared/contract';

/** On the page of the check: what it is for, so that nobody is seen for a business of somebody else's. */
export const seenForTexts = {
  title: '这次确认要办的是',
  /** Where the business itself is not told: an earlier press, an old link. */
  purpose: { withdrawal: '提取公积金', loan: '办理公积金贷款业务', 'bank-card': '登记本人的收款卡', protection: '改账户的保护设置' } satisfies Readonly<Record<FaceBody['purpose'], string>>,
  business: (title: string, amount: string) => `${title} ${amount}`,
  notYours: '不是您自己要办的，请不要往下做：返回上一页，并拨打 12329。',
} as const;

/** Under a button that needs the person to be seen: what comes next. */
export const seenTexts = {
  faceNext: '下一步：刷脸确认是您本人',
  codeNext: '下一步：填柜台验证码确认是您本人',
  /** By face or by a code: who can be seen by face may have used a code. */
  fresh: '刚刚已确认是您本人，可以直接提交',
  unsent: '没有提交：手机没有连上网络，连上后请再点一次',
} as const;
