import type { CaseRole, CaseStage } from '@anju/shared/contract';

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

type Words = (amount: string) => string;

const NOTICES: Readonly<Record<CaseStage, Words>> = {
  submitted: (amount: string) => `${amount}的申请已收下。`,
  accepted: (amount: string) => `${amount}的申请已受理，正在办理。`,
  'under-review': (amount: string) => `${amount}的申请正在审核。`,
  approved: (amount: string) => `${amount}的申请已通过，正在向银行付款。`,
  paid: (amount: string) => `${amount}已转入您的银行卡。`,
  refused: (amount: string) => `${amount}的申请没有通过，点开看原因和怎么补。`,
  cancelled: (amount: string) => `${amount}的申请已撤回，账户余额没有变化。`,
  'payment-failed': (amount: string) => `${amount}被银行退回，已回到您的公积金账户。请先更换收款卡，再重新申请。`,
  signing: (amount: string) => `${amount}的贷款预受理已通过，请约一个时间当面签合同。`,
  mortgage: (amount: string) => `${amount}的贷款合同已签，正在办抵押登记。`,
  unknown: (amount: string) => `${amount}的申请正在和中心核对，不会重复付款。`,
};
const OF_MATTER: Readonly<Record<string, Readonly<Partial<Record<CaseStage, Words>>>>> = {
  // To a card, or into the loan by a standing order: a notice does not know which.
  'repay-fund-loan': { paid: (amount) => `${amount}已到账，转到了哪里请点开看。` },
  'down-payment': {
    paid: (amount) => `${amount}已转入资金监管账户。`,
    'payment-failed': (amount) => `${amount}被银行退回，已回到您的公积金账户。点开看怎么办。`,
  },
  'loan-pre-application': {
    approved: (amount) => `${amount}的贷款预受理已通过，请约一个时间当面签合同。`,
    paid: (amount) => `${amount}的贷款已发放。`,
    cancelled: (amount) => `${amount}的贷款预受理已撤回。`,
  },
  'loan-prepayment': {
    approved: (amount) => `${amount}的提前还款已通过，正在从您的银行卡扣款。`,
    paid: (amount) => `${amount}已从您的银行卡扣款，还入您的贷款。`,
    cancelled: (amount) => `${amount}的提前还款已撤回，没有扣款。`,
    'payment-failed': (amount) => `${amount}没有扣款成功，贷款没有变化。请换一张卡再申请。`,
  },
};

/** A joint pre-application, for who borrows too: what comes to them, and that the applicant does the rest; of the applicant, nothing. */
const FOR_CO_BORROWER: Readonly<Partial<Record<CaseStage, Words>>> = {
  submitted: (amount) => `申请人已提交${amount}的贷款预受理，您是共同借款人。`,
  accepted: (amount) => `您参与的${amount}的贷款预受理已受理，正在办理。`,
  approved: (amount) => `您参与的${amount}的贷款预受理已通过，由申请人约面签时间。`,
  signing: (amount) => `您参与的${amount}的贷款预受理已通过，由申请人约面签时间，签合同时请您一起到场。`,
  mortgage: (amount) => `您参与的${amount}的贷款合同已签，正在办抵押登记。`,
  paid: (amount) => `您参与的${amount}的贷款已发放。`,
  refused: (amount) => `您参与的${amount}的贷款预受理没有通过，点开看与您有关的原因。`,
  cancelled: (amount) => `申请人已撤回${amount}的贷款预受理，您不用办理。`,
  'payment-failed': (amount) => `您参与的${amount}的贷款没有放款成功，由申请人与公积金中心联系。`,
};

/** What a stage means for the person, in the inbox. @param role as whom they are told */
export const noticeText = (stage: CaseStage, matter: string, amount: string, role: CaseRole = 'applicant'): string =>
  ((role === 'co-borrower' ? FOR_CO_BORROWER[stage] : undefined) ?? OF_MATTER[matter]?.[stage] ?? NOTICES[stage])(amount);
