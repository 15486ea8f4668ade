import { catalogueItem } from '@anju/shared/catalogue';
import type { CaseMatter, CaseOrigin, CaseRole } from '@anju/shared/contract';
import type { CaseStage } from '@anju/shared/progress';

/** What the subscription template is called in WeChat's own library. */
export const TEMPLATE_TITLE = '业务办理进度提醒';

const LOAN_MATTERS: Readonly<Record<string, string>> = { 'loan-pre-application': '贷款预受理', 'loan-prepayment': '提前还款' };

/** What a case is about: of a withdrawal the catalogue's name; in a message, where nothing else says so, every one is called a withdrawal. */
export function matterTitle(route: CaseMatter): string {
  const loan = LOAN_MATTERS[route];
  if (loan !== undefined) return loan;
  const name = catalogueItem(route)?.title ?? '';
  return name.endsWith('提取') ? name : `${name}提取`;
}

/** At most five Chinese characters, as WeChat's `phrase` demands. */
const STAGE_WORDS: Readonly<Record<CaseStage, string>> = {
  submitted: '已提交',
  accepted: '已受理',
  'under-review': '审核中',
  approved: '已通过',
  signing: '待面签',
  mortgage: '抵押登记',
  paid: '已到账',
  refused: '未通过',
  cancelled: '已撤回',
  'payment-failed': '付款未成功',
  unknown: '待核实',
};

/** What to do next, at most twenty characters as WeChat's `thing` demands. */
const STAGE_HINTS: Readonly<Record<CaseStage, string>> = {
  submitted: '点击查看办理进度',
  accepted: '点击查看办理进度',
  'under-review': '点击查看办理进度',
  approved: '正在付款，请留意到账',
  signing: '预受理已通过，可以预约面签',
  mortgage: '合同已签，正在办理抵押登记',
  paid: '请核对您的银行卡到账情况',
  refused: '点击查看原因与办法',
  cancelled: '您可以随时重新申请',
  'payment-failed': '款项已退回账户，点击查看办法',
  unknown: '正在向中心核实，无需重复提交',
};

type Words = Readonly<Partial<Record<CaseStage, { readonly word: string; readonly hint: string }>>>;

/** Where a matter of the loan says it differently; the same limits hold. */
const OF_MATTER: Readonly<Record<string, Words>> = {
  'loan-pre-application': {
    approved: { word: '已通过', hint: '预受理已通过，稍后可以预约面签' },
    paid: { word: '已放款', hint: '贷款已发放，点击查看还款计划' },
  },
  'down-payment': { paid: { word: '已到账', hint: '款项已转入资金监管账户' } },
  'loan-prepayment': {
    approved: { word: '已通过', hint: '正在从您的银行卡扣款' },
    paid: { word: '已还入贷款', hint: '点击查看新的还款计划' },
    'payment-failed': { word: '扣款未成功', hint: '没有扣款，点击查看办法' },
  },
};

/** A run of 冲还贷: no card has a part in it. */
const OF_OFFSET: Words = { paid: { word: '已还入贷款', hint: '已用于偿还您的公积金贷款' } };
const ofOrigin = (stage: CaseStage, route: CaseMatter, origin?: CaseOrigin | null) => (origin === 'order' && route === 'repay-fund-loan' ? OF_OFFSET[stage] : undefined);

/** @param origin who made the case, when it was not the person here */
export const stageWord = (stage: CaseStage, route: CaseMatter, origin?: CaseOrigin | null): string =>
  ofOrigin(stage, route, origin)?.word ?? OF_MATTER[route]?.[stage]?.word ?? STAGE_WORDS[stage];
/** The hints of a loan case for who borrows too: nothing is asked of them that the applicant alone may do. */
const CO_BORROWER_HINTS: Readonly<Partial<Record<CaseStage, string>>> = {
  submitted: '您是共同借款人，点击查看办理进度',
  approved: '预受理已通过，稍后由申请人约面签',
  signing: '由申请人约时间，面签时请一起到场',
  paid: '贷款已发放，点击查看',
  refused: '点击查看与您有关的原因',
  cancelled: '申请人已撤回，您不用办理',
  'payment-failed': '没有放款成功，请与申请人联系',
};

/** @param role as whom the person is told */
export const stageHint = (stage: CaseStage, route: CaseMatter, role: CaseRole = 'applicant', origin?: CaseOrigin | null): string =>
  (role === 'co-borrower' ? CO_BORROWER_HINTS[stage] : undefined) ?? ofOrigin(stage, route, origin)?.hint ?? OF_MATTER[route]?.[stage]?.hint ?? STAGE_HINTS[stage];
