/** The inbox. */
export const inboxTexts = {
  title: '通知',
  unread: (count: number) => `${count} 条未读`,
  allRead: '没有未读',
  emptyTitle: '还没有通知',
  emptyText: '办理业务以后，每一步进展都会在这里留一条。',
  emptyAction: '看看能办什么',
  alsoBy: { wechat: '已同时微信通知', sms: '已同时短信通知', none: '' } as Readonly<Record<'wechat' | 'sms' | 'none', string>>,
  fresh: '新',
  hiddenAmount: '这笔款',
  guestTitle: '登录后看通知',
  guestAction: '登录',
  more: '更早的通知',
  loading: '正在加载',
  moreFailed: '没有取到，请再点一次。',
  end: '没有更早的通知了',
  number: (number: string) => `编号 ${number}`,
} as const;

/** What a stage means for the person, in the inbox. */
export const noticeTexts = {
  submitted: (amount: string) => `${amount}的申请已收下。`,
  accepted: (amount: string) => `${amount}的申请已受理，正在办理。`,
  'under-review': (amount: string) => `${amount}的申请正在审核。`,
  approved: (amount: string) => `${amount}的申请已通过，正在向银行付款。`,
  paid: (amount: string) => `${amount}已转入您的银行卡。`,
  refused: (amount: string) => `${amount}的申请没有通过，点开看原因和怎么补。`,
  cancelled: (amount: string) => `${amount}的申请已撤回，账户余额没有变化。`,
  'payment-failed': (amount: string) => `${amount}被银行退回，已回到您的公积金账户。请先更换收款卡，再重新申请。`,
  unknown: (amount: string) => `${amount}的申请正在和中心核对，不会重复付款。`,
} as const;
