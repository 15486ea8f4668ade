import type { Actor, Places } from './stage.ts';

/**
 * Which page shows what in which state: one table. A cell is the words a person reads or hears there, or null where the state
 * cannot come about on that page.
 */

/** In the order in which they are shown; from `coreDown` on, something is broken. */
export const STATES = ['first', 'loading', 'empty', 'value', 'stale', 'coreDown', 'offline', 'sessionEnded', 'noPermission', 'notBound', 'sealed', 'frozen'] as const;
export type StateKey = (typeof STATES)[number];
/** Nothing is known of the person's money here: a figure of 0.00 would be a lie. */
export const UNKNOWN: readonly StateKey[] = ['first', 'loading', 'coreDown', 'offline', 'sessionEnded', 'notBound'];

type Words = string | RegExp | null;
type Row = Readonly<Record<StateKey, Words>>;

/** Whose phone shows a state, unless the page says otherwise. */
export const ACTOR_OF: Readonly<Record<StateKey, Actor>> = {
  first: 'guest', loading: 'borrower', empty: 'beginner', value: 'borrower', stale: 'borrower', coreDown: 'unseen',
  offline: 'borrower', sessionEnded: 'gone', noPermission: 'other', notBound: 'unbound', sealed: 'sealed', frozen: 'frozen',
};

export interface PageSpec {
  readonly title: string;
  /** The address for whoever looks. */
  readonly path: (places: Places, actor: Actor) => string;
  /** Whose phone shows the page's value, loading and stale states, where it is not the borrower's. */
  readonly actor?: Actor;
  /** Drafts that an earlier visit has left on the device, by name. */
  readonly keeps?: (places: Places) => Readonly<Record<string, unknown>>;
  readonly says: Row;
}

const LOADING = '正在加载';
const DOWN = '公积金中心的系统暂时连不上';
const STALE = `${DOWN}，以下是`;
const UNKNOWN_YET = '暂未取得';
const OFFLINE = '手机没有连上网络';
const OLDER_OFFLINE = '没有网络';
const ENDED = '登录已过期';
const REAL_NAME = '先完成实名';
const NOT_FOUND = '没有找到这项内容';
const NOTHING: Row = { first: null, loading: null, empty: null, value: null, stale: null, coreDown: null, offline: null, sessionEnded: null, noPermission: null, notBound: null, sealed: null, frozen: null };

const feature = (name: string, query = ''): string => `/features/${name}/index${query}`;
const accountOf = (places: Places, actor: Actor): string => places.account[actor === 'other' ? 'borrower' : actor] ?? places.account['borrower'] ?? '';

/** A page that shows the same to everyone and asks nobody. */
const always = (words: string): Row => ({ ...NOTHING, first: words, value: words, offline: words });

export const PAGES = {
  home: {
    title: '首页', path: () => '/pages/home/index',
    says: { ...NOTHING, first: '登录后查看余额和可提取金额', loading: LOADING, value: /截至 \d\d月\d\d日\s\d\d:\d\d/, stale: STALE, coreDown: UNKNOWN_YET, offline: OLDER_OFFLINE, sessionEnded: ENDED, notBound: '完成实名，查看您的账户', sealed: '已封存', frozen: '账户已冻结' },
  },
  services: {
    title: '办理', path: () => '/pages/services/index',
    says: { ...NOTHING, first: '贷款测算', loading: LOADING, value: '现在可以办', stale: STALE, coreDown: DOWN, offline: OLDER_OFFLINE, sessionEnded: ENDED, notBound: '贷款测算', sealed: '提取', frozen: '现在没有可以马上办的提取' },
  },
  progress: {
    title: '进度', path: () => '/pages/progress/index', actor: 'waiting',
    says: { ...NOTHING, first: '登录后查看办理进度', loading: LOADING, empty: '还没有办理记录', value: /在办.1.件/, stale: '购房提取', coreDown: '还没有办理记录', offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME, sealed: '还没有办理记录', frozen: '还没有办理记录' },
  },
  me: {
    title: '我的', path: () => '/pages/me/index',
    says: { ...NOTHING, first: '您还没有登录', value: '已实名', empty: '没有未读', coreDown: '已实名', offline: '已实名', sessionEnded: ENDED, notBound: '还没有实名' },
  },
  signIn: {
    title: '登录', path: () => feature('identity/pages/sign-in'),
    says: { ...NOTHING, first: '获取验证码', offline: '获取验证码' },
  },
  privacy: { title: '个人信息处理说明', path: () => feature('identity/pages/privacy'), says: always('怎样保存') },
  realName: {
    title: '实名核对', path: () => feature('identity/pages/real-name'),
    says: { ...NOTHING, first: '先登录，再核对身份', notBound: '核对并绑定' },
  },
  face: {
    title: '刷脸确认', path: () => feature('identity/pages/face'),
    says: { ...NOTHING, loading: LOADING, value: '开始刷脸', coreDown: '开始刷脸', offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME },
  },
  routes: {
    title: '提取', path: () => feature('withdrawal/pages/routes'),
    says: { ...NOTHING, first: '登录后看您能提取多少', loading: LOADING, value: '偿还公积金贷款', stale: STALE, coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME, sealed: '离职提取', frozen: '账户已冻结' },
  },
  form: {
    title: '填写申请', path: () => feature('withdrawal/pages/form', '?route=purchase'), actor: 'buyer',
    says: { ...NOTHING, first: '登录后看您能提取多少', loading: LOADING, value: /第 1 步，共 \d 步/, coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME, sealed: '封存', frozen: '现在还不能办' },
  },
  confirm: {
    title: '确认提取', path: () => feature('withdrawal/pages/confirm', '?route=repay-fund-loan'),
    says: { ...NOTHING, first: '登录后看您能提取多少', loading: LOADING, empty: '现在还不能办', value: '本次最多可提，已为您填好', coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME, sealed: '现在还不能办', frozen: '现在还不能办' },
  },
  bankCards: {
    title: '收款银行卡', path: () => feature('withdrawal/pages/cards'),
    says: { ...NOTHING, first: '登录后看收款卡', loading: LOADING, value: '可以收款', offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME },
  },
  fix: {
    title: '改好再交', path: (places) => feature('withdrawal/pages/fix', `?caseId=${places.waitingCase}`), actor: 'waiting',
    says: { ...NOTHING, first: '登录后接着改', loading: LOADING, value: '这件申请不用再改', offline: OFFLINE, sessionEnded: ENDED, noPermission: NOT_FOUND, notBound: REAL_NAME },
  },
  result: {
    title: '办理结果', path: (places) => feature('withdrawal/pages/result', `?caseId=${places.paidCase}&number=T20261121000001&state=paid&route=repay-fund-loan`), actor: 'paid',
    says: { ...NOTHING, loading: '已到账', value: '下次可提', offline: '已到账' },
  },
  case: {
    title: '办理进度', path: (places) => feature('progress/pages/case', `?caseId=${places.waitingCase}`), actor: 'waiting',
    says: { ...NOTHING, first: '登录后看办理进度', loading: LOADING, value: /审核岗|受理岗/, stale: '购房提取', offline: OFFLINE, sessionEnded: ENDED, noPermission: NOT_FOUND, notBound: REAL_NAME },
  },
  receipt: {
    title: '业务凭证', path: (places) => feature('receipt/pages/receipt', `?caseId=${places.paidCase}`), actor: 'paid',
    says: { ...NOTHING, first: '登录后看业务凭证', loading: LOADING, value: '有效期至今天24:00', offline: OFFLINE, sessionEnded: ENDED, noPermission: NOT_FOUND, notBound: REAL_NAME },
  },
  noReceipt: {
    title: '业务凭证：还没有', path: (places) => feature('receipt/pages/receipt', `?caseId=${places.waitingCase}`), actor: 'waiting',
    says: { ...NOTHING, value: '还没有凭证' },
  },
  verify: {
    title: '凭证核验', path: (places) => feature('receipt/pages/verify', `?code=${places.receiptCode}`),
    says: { ...NOTHING, first: '真实有效', loading: LOADING, value: '真实有效', coreDown: '真实有效', offline: OFFLINE, sessionEnded: '真实有效' },
  },
  badVerify: {
    title: '凭证核验：不真实', path: () => feature('receipt/pages/verify', '?code=r1.none'),
    says: { ...NOTHING, first: '不真实', value: '不真实' },
  },
  calculator: { title: '贷款测算', path: () => feature('loan/pages/calculator'), says: { ...always('您家最多可贷（估算）'), coreDown: '您家最多可贷（估算）' } },
  schedule: { title: '还款计划', path: () => feature('loan/pages/schedule', '?principal=92600000&rate=26000&months=324&method=equal-instalment'), says: { ...always('利息合计'), empty: null } },
  combined: { title: '组合贷款', path: () => feature('loan/pages/combined'), says: { ...always('商业贷款年利率'), coreDown: '商业贷款年利率' } },
  keep: { title: '提取还是留着贷款', path: () => feature('loan/pages/keep'), says: { ...always('不提取，额度和月供都不变'), coreDown: '不提取，额度和月供都不变' } },
  conversion: { title: '商贷转公积金贷', path: () => feature('loan/pages/conversion'), says: { ...always('商业贷款还剩'), coreDown: '商业贷款还剩' } },
  myLoan: {
    title: '我的贷款', path: () => feature('loan-case/pages/my-loan'),
    says: { ...NOTHING, first: '登录后看您的贷款', loading: LOADING, empty: '您没有公积金贷款', value: '下次还款', stale: STALE, coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME },
  },
  prequalification: {
    title: '贷款预审', path: () => feature('loan-case/pages/prequalification', '?price=148'), actor: 'buyer',
    says: { ...NOTHING, first: '登录后用您的缴存预审', loading: LOADING, empty: '先办好这些，才能预受理', value: '额度怎么定的', stale: STALE, coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME, sealed: '您的缴存', frozen: '账户已冻结' },
  },
  houseForm: {
    title: '贷款预审：房子', path: () => feature('loan-case/pages/prequalification'), actor: 'buyer',
    says: { ...NOTHING, value: '开始预审', offline: '开始预审', coreDown: '开始预审' },
  },
  household: {
    title: '和配偶一起申请', path: () => feature('loan-case/pages/household'), actor: 'applicant',
    says: { ...NOTHING, first: '登录后邀请配偶', loading: LOADING, empty: '邀请配偶', value: '已经一起', coreDown: '邀请配偶', offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME },
  },
  invited: {
    title: '和配偶一起申请：已邀请', path: () => feature('loan-case/pages/household'), actor: 'buyer',
    says: { ...NOTHING, value: '等配偶确认，确认后这里会自动更新。' },
  },
  invitation: {
    title: '一起申请贷款的邀请', path: (places) => feature('loan-case/pages/invitation', `?code=${places.invitation}`), actor: 'beginner',
    says: { ...NOTHING, first: '登录后查看邀请', loading: LOADING, value: '邀请您', coreDown: '邀请您', offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME },
  },
  badInvitation: {
    title: '打不开的邀请', path: () => feature('loan-case/pages/invitation', '?code=000'), actor: 'beginner',
    says: { ...NOTHING, value: '这个邀请打不开' },
  },
  preApplication: {
    title: '贷款预受理', path: () => feature('loan-case/pages/pre-application', '?price=148'), actor: 'buyer',
    says: { ...NOTHING, first: '登录后用您的缴存预审', loading: LOADING, empty: '先办好这些，才能预受理', value: '合同在银行或中心柜台当面签', coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME, frozen: '账户已冻结' },
  },
  loanResult: {
    title: '办理结果', path: (places) => feature('loan-case/pages/result', `?caseId=${places.loanCase}&number=D20261121000001&state=submitted&matter=loan-pre-application`), actor: 'applicant',
    says: { ...NOTHING, loading: '预受理已提交', value: '预受理已提交', offline: '预受理已提交' },
  },
  loanCase: {
    title: '办理进度', path: (places) => feature('progress/pages/case', `?caseId=${places.loanCase}`), actor: 'applicant',
    says: { ...NOTHING, first: '登录后看办理进度', loading: LOADING, value: '不计入我们的时限', stale: '贷款预受理', offline: OFFLINE, sessionEnded: ENDED, noPermission: NOT_FOUND, notBound: REAL_NAME },
  },
  booking: {
    title: '预约面签', path: (places) => feature('loan-case/pages/booking', `?caseId=${places.loanCase}`), actor: 'applicant',
    says: { ...NOTHING, first: '登录后预约', loading: LOADING, value: '在哪里签', offline: OFFLINE, sessionEnded: ENDED, noPermission: NOT_FOUND, notBound: REAL_NAME },
  },
  counterBooking: {
    title: '预约到柜台', path: () => feature('loan-case/pages/booking', '?route=disability'),
    says: { ...NOTHING, first: '登录后预约到柜台', loading: LOADING, value: '劳动能力鉴定结论', coreDown: DOWN, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME },
  },
  prepayment: {
    title: '提前还款试算', path: (places) => feature('loan-case/pages/prepayment', `?loanId=${places.loan}`),
    keeps: (places) => ({ [`prepayment:${places.loan}`]: { amount: '50000', keep: 'term' } }),
    says: { ...NOTHING, first: '登录后试算提前还款', loading: LOADING, value: '缩短年限', stale: STALE, coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, noPermission: '没有找到这笔贷款', notBound: REAL_NAME },
  },
  prepayConfirm: {
    title: '确认提前还款', path: (places) => feature('loan-case/pages/prepay-confirm', `?loanId=${places.loan}`),
    keeps: (places) => ({ [`prepayment:${places.loan}`]: { amount: '50000', keep: 'instalment' } }),
    says: { ...NOTHING, first: '登录后确认提前还款', loading: LOADING, value: '到今天的利息', coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, noPermission: '没有找到这笔贷款', notBound: REAL_NAME },
  },
  standingOrders: {
    title: '按月自动办理', path: () => feature('standing-order/pages/orders'), actor: 'monthly',
    says: { ...NOTHING, first: '登录后看按月自动办理', loading: LOADING, empty: '还没有签约的业务', value: '跳过下一次', stale: STALE, coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME, sealed: '现在不能签约', frozen: '账户已冻结' },
  },
  standingSign: {
    title: '签约按月自动办理', path: () => feature('standing-order/pages/sign', '?kind=offset'),
    says: { ...NOTHING, first: '登录后看按月自动办理', loading: LOADING, empty: '您没有公积金贷款', value: '确认签约', coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME, frozen: '账户已冻结' },
  },
  standingChange: {
    title: '改卡或日期', path: (places) => feature('standing-order/pages/change', `?orderId=${places.order}`), actor: 'monthly',
    says: { ...NOTHING, first: '登录后看按月自动办理', loading: LOADING, value: '每月哪一天', coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, noPermission: '没有找到这项签约', notBound: REAL_NAME },
  },
  inbox: {
    title: '通知', path: () => feature('notification/pages/inbox'), actor: 'paid',
    says: { ...NOTHING, first: '登录', loading: LOADING, empty: '还没有通知', value: '提取·偿还公积金贷款 · 已到账', stale: '提取·偿还公积金贷款 · 已到账', coreDown: '还没有通知', offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME },
  },
  accounts: {
    title: '我的账户', path: () => feature('account/pages/accounts'),
    says: { ...NOTHING, first: '登录', loading: LOADING, value: /截至 \d\d月\d\d日\s\d\d:\d\d/, stale: STALE, coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, notBound: REAL_NAME, sealed: '已封存', frozen: '已冻结' },
  },
  entries: {
    title: '缴存明细', path: (places, actor) => feature('account/pages/entries', `?accountId=${accountOf(places, actor)}`),
    says: { ...NOTHING, first: '登录', loading: LOADING, value: '存入', stale: DOWN, offline: OFFLINE, sessionEnded: ENDED, noPermission: NOT_FOUND, notBound: REAL_NAME },
  },
  statement: {
    title: '年度账单', path: (places, actor) => feature('account/pages/statement', `?accountId=${accountOf(places, actor)}`),
    says: { ...NOTHING, first: '登录后看年度账单', loading: LOADING, value: '本息合计', stale: DOWN, coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, noPermission: NOT_FOUND, notBound: REAL_NAME, sealed: '本息合计', frozen: '本息合计' },
  },
  history: {
    title: '缴存体检', path: (places, actor) => feature('account/pages/history', `?accountId=${accountOf(places, actor)}`),
    says: { ...NOTHING, first: '登录后看缴存体检', loading: LOADING, value: '连续缴存', stale: DOWN, coreDown: UNKNOWN_YET, offline: OFFLINE, sessionEnded: ENDED, noPermission: NOT_FOUND, notBound: REAL_NAME, sealed: '连续缴存' },
  },
  guide: {
    title: '办事指南', path: () => feature('catalogue/pages/guide', '?item=rent'),
    says: { ...NOTHING, first: '谁能办', loading: LOADING, value: '谁能办', offline: OFFLINE },
  },
  devices: {
    title: '登录过的设备', path: () => feature('me/pages/devices'),
    says: { ...NOTHING, first: '登录后看设备', loading: LOADING, value: '本机', offline: OFFLINE, sessionEnded: ENDED },
  },
  about: { title: '关于安居公积金', path: () => feature('me/pages/about'), says: always('零收费 · 无中介') },
  unbind: { title: '解除绑定', path: () => feature('me/pages/unbind'), says: { ...NOTHING, first: '您还没有绑定', value: '解除后会怎样', notBound: '您还没有绑定' } },
} satisfies Readonly<Record<string, PageSpec>>;

export type PageKey = keyof typeof PAGES;
export const PAGE_KEYS = Object.keys(PAGES) as PageKey[];
export const specOf = (page: PageKey): PageSpec => PAGES[page];

/** Every cell that applies, state by state. */
export const cellsOf = (state: StateKey): readonly { readonly page: PageKey; readonly words: string | RegExp }[] =>
  PAGE_KEYS.flatMap((page) => {
    const words: Words = PAGES[page].says[state];
    return words === null ? [] : [{ page, words }];
  });

/** Who looks at a page in a state. */
export function actorOf(page: PageKey, state: StateKey): Actor {
  const own = specOf(page).actor;
  const kept: readonly StateKey[] = ['loading', 'value', 'stale', 'offline'];
  return own !== undefined && kept.includes(state) ? own : ACTOR_OF[state];
}
