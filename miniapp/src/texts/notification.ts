import type { CaseOrigin, CaseRole, CaseStage } from '@anju/shared/contract';
import { OFFSET_RUN, wordsOf } from './routes.ts';

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

/** The centre's own words within a sentence of ours. */
const because = (cause: string | undefined): string => (cause === undefined ? '' : `原因：${cause.replace(/[。．.]+$/, '')}。`);

const NOTICES: Readonly<Record<CaseStage, Words>> = {
  submitted: (amount: string) => `${amount}的申请已收下。`,
  accepted: (amount: string) => `${amount}的申请已受理，正在办理。`,
  'under-review': (amount: string) => `${amount}的申请正在审核。`,
  approved: (amount: string) => `${amount}的申请已通过，正在向银行付款。`,
  paid: (amount: string) => `${amount}已转入您的银行卡。`,
  refused: (amount: string) => `${amount}的申请没有通过，点开看原因和怎么补。`,
  cancelled: (amount: string) => `${amount}的申请已撤回，账户余额没有变化。`,
  'payment-failed': (amount: string) => `${amount}被银行退回，已回到您的公积金账户。`,
  signing: (amount: string) => `${amount}的贷款预受理已通过，请约一个时间当面签合同。`,
  mortgage: (amount: string) => `${amount}的贷款合同已签，正在办抵押登记。`,
  unknown: (amount: string) => `${amount}的申请正在和中心核对，不会重复付款。`,
};
const OF_MATTER: Readonly<Record<string, Readonly<Partial<Record<CaseStage, Words>>>>> = {
  [OFFSET_RUN]: {
    submitted: (amount) => `${amount}的冲还贷已按约开始办理。`,
    accepted: (amount) => `${amount}的冲还贷已受理，正在办理。`,
    'under-review': (amount) => `${amount}的冲还贷正在审核。`,
    refused: (amount) => `${amount}的冲还贷没有通过，点开看原因。`,
    cancelled: (amount) => `${amount}的冲还贷已撤回，账户余额没有变化。`,
    unknown: (amount) => `${amount}的冲还贷正在和中心核对，不会重复扣款。`,
    approved: (amount) => `${amount}的冲还贷已通过，正在还入您的公积金贷款。`,
    paid: (amount) => `${amount}已用于还您的公积金贷款。`,
  },
  'down-payment': { paid: (amount) => `${amount}已转入资金监管账户。` },
  'loan-pre-application': {
    approved: (amount) => `${amount}的贷款预受理已通过，请约一个时间当面签合同。`,
    paid: (amount) => `${amount}的贷款已发放。`,
    cancelled: (amount) => `${amount}的贷款预受理已撤回。`,
  },
  'loan-prepayment': {
    approved: (amount) => `${amount}的提前还款已通过，正在从您的银行卡扣款。`,
    paid: (amount) => `${amount}已从您的银行卡扣款，还入您的贷款。`,
    cancelled: (amount) => `${amount}的提前还款已撤回，没有扣款。`,
    'payment-failed': (amount) => `${amount}没有扣款成功，贷款没有变化。`,
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

/** What to do about a payment that did not arrive. */
const WAY_OUT: Readonly<Record<string, string>> & Readonly<Record<CaseOrigin | 'own', string>> = {
  own: '点开换一张卡，就能再付一次。',
  order: '请到“按月自动办理”换一张收款卡，下次按新卡付。',
  centre: '请换一张卡另外申请，或到柜台办理。',
  'loan-prepayment': '请换一张卡再申请。',
  'down-payment': '点开看怎么办。',
  [OFFSET_RUN]: '请拨打 12329 核对还款。',
};

export interface NoticeAbout {
  readonly stage: CaseStage;
  readonly route: string;
  /** As whom they are told; absent: as the applicant. */
  readonly role?: CaseRole;
  /** Who made the case, when it was not the person here. */
  readonly origin?: CaseOrigin;
  /** Why a payment did not arrive, in the centre's own words. */
  readonly cause?: string;
}

/** What a stage means for the person, in the inbox. */
export function noticeText({ stage, route, role, origin, cause }: NoticeAbout, amount: string): string {
  const forCoBorrower = role === 'co-borrower' ? FOR_CO_BORROWER[stage] : undefined;
  if (forCoBorrower !== undefined) return forCoBorrower(amount);
  const matter = wordsOf({ route, ...(origin === undefined ? {} : { origin }) });
  const words = (OF_MATTER[matter]?.[stage] ?? NOTICES[stage])(amount);
  if (stage !== 'payment-failed') return words;
  return `${words}${because(cause)}${WAY_OUT[matter] ?? WAY_OUT[origin ?? 'own']}`;
}
