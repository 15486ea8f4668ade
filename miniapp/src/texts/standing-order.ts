import type { StandingOrderKind } from '@anju/shared/contract';
import { bankName, ownCardText } from './bank.ts';

type OfKind<Words> = Readonly<Record<StandingOrderKind, Words>>;

const BANK_PAYS = '从您的还款银行卡扣';
/** `15日`; the loan's own day has no number here. */
const dayWord = (day: number | null): string => (day === null ? '还款日' : `\u00a0${day}\u00a0日`);

/** What runs by itself each month: the list, one order, its changes. */
export const standingTexts = {
  title: '按月自动办理',
  kind: { offset: '冲还贷', 'repay-commercial-loan': '商贷按月还款提取', rent: '租房按月提取' } satisfies OfKind<string>,
  kindNote: { offset: '每月用公积金账户余额还公积金贷款', 'repay-commercial-loan': '每月提取公积金，用来还商业贷款', rent: '每月提取公积金，用来付房租' } satisfies OfKind<string>,
  state: { running: '办理中', paused: '已暂停', ended: '已终止' },
  signed: '已经签约的',
  ended: '已经终止的',
  possible: '可以签约',
  impossible: '现在不能签约',
  sign: '去签约',
  next: '下一次',
  on: { offset: '每月还款日', other: (day: number) => `每月\u00a0${day}\u00a0日` },
  when: '什么时候',
  card: '转到哪张卡',
  ownCard: ownCardText,
  cardUnknown: '暂未取得',
  signedOn: '签约日期',
  runs: '最近办理',
  noRuns: '还没有办过',
  allRuns: (count: number) => `看全部\u00a0${count}\u00a0次`,
  skipped: '已跳过',
  waiting: '等另一件办结',
  nextUnknown: '下一次的日期暂未取得。',
  notLive: '现在看到的不是最新的，连上以后才能暂停、跳过或终止。',
  empty: '还没有签约的业务',
  emptyText: '签约以后每月自动办，不用每次申请；随时可以暂停或终止。',
  emptyTitle: '还没有按月自动办理',
  footer: '零收费，不需要任何中介 · 12329',
  asOf: (moment: string) => `截至 ${moment}`,
  guestTitle: '登录后看按月自动办理',
  guestText: '冲还贷、商贷还款、租房提取，签一次约，每月自动办。',
  guestAction: '登录',
  gone: '没有找到这项签约',
  goneText: '它可能已经终止，请从“按月自动办理”里重新打开。',
  goneAction: '看按月自动办理',
  addCard: '去登记收款卡',
  unsure: '没有收到答复，可能已经办好。再点一次不会重复办理。',
  changed: '这项签约刚刚有变化，已按最新的显示，请再看一遍。',
  working: '正在办理',
} as const;

/** What the next run does with the money, in one sentence of pieces that stay together, and what happens when it cannot. */
export const nextTexts = {
  offset: (day: string, amount: string) => [day, '将从公积金账户', `扣 ${amount}，`, '还公积金贷款。'],
  offsetLater: (day: string) => [day, '将用公积金账户余额', '还当期公积金贷款，', '金额那天核定。'],
  monthly: (day: string, amount: string, card: string, what: string) => [day, '将从公积金账户', `提取 ${amount}，`, `转到${card}，`, `用来${what}。`],
  monthlyLater: (day: string, card: string, what: string) => [day, '将从公积金账户', '提取能提的最高额，', `转到${card}，`, `用来${what}，`, '金额那天核定。'],
  bankCard: (bank: string, tail: string) => `${bankName(bank)} ****\u00a0${tail}`,
  anyCard: '您的银行卡',
  what: { 'repay-commercial-loan': '还商业贷款', rent: '付房租' },
  enough: '按现在的余额够用。',
  toBeSeen: '余额够不够，到那天核对。',
  short: {
    offset: `按现在的余额不够。到那天还不够，这一期就整期${BANK_PAYS}，请在卡里留好钱。`,
    other: '按现在的余额不够。到那天还不够，这一次就不办，钱留在账户里，下个月照常再办。',
  },
  paused: (day: number | null, skipped: readonly string[] = []) => `已暂停，不再扣款或提取。恢复后从${skipped.length === 0 ? '' : `${skipped.join('、')}以后的`}下一个${dayWord(day)}开始，暂停的月份不补。`,
  ended: '已终止，不再办理；已经办过的不受影响。',
  skippedOn: (days: readonly string[]) => `${days.join('、')}这${days.length === 1 ? '一' : `\u00a0${days.length}\u00a0`}次已跳过。`,
} as const;

interface ActWords {
  readonly button: string;
  readonly title: (kind: string) => string;
  /** What follows, exactly. */
  readonly lines: (parts: { readonly kind: StandingOrderKind; readonly day: number | null; readonly next: string | null; /** The days ahead that were left out, in words. */ readonly skipped: readonly string[] }) => readonly string[];
  readonly yes: string;
  readonly done: string;
}

/** What a press does, said before it and after it. */
export const actTexts: Readonly<Record<'pause' | 'resume' | 'skip' | 'end', ActWords>> = {
  pause: {
    button: '暂停',
    title: (kind) => `暂停${kind}？`,
    lines: ({ kind, day, next }) => [
      `${next === null ? '' : `从${next}这一次起就不办了。`}${kind === 'offset' ? `暂停期间，每期贷款${BANK_PAYS}，请在卡里留好钱。` : '暂停期间不提取，钱留在账户里。'}`,
      `随时可以恢复，从下一个${dayWord(day)}开始；暂停的月份不补。`,
    ],
    yes: '确认暂停',
    done: '已暂停。',
  },
  resume: {
    button: '恢复',
    title: (kind) => `恢复${kind}？`,
    lines: ({ kind, day, skipped }) => [
      `恢复后从${skipped.length === 0 ? '' : `${skipped.join('、')}以后的`}下一个${dayWord(day)}开始，${kind === 'offset' ? '每期用公积金账户余额还贷款' : '每月自动提取'}。`,
      ...(skipped.length === 0 ? [] : [`${skipped.join('、')}那次您已跳过，恢复后也不办。`]),
      '暂停的月份不补。',
    ],
    yes: '确认恢复',
    done: '已恢复。',
  },
  skip: {
    button: '跳过下一次',
    title: () => '跳过下一次？',
    lines: ({ kind, next }) => [
      `只跳过${next ?? '下一次'}这一次，${kind === 'offset' ? `这一期${BANK_PAYS}，请在卡里留好钱` : '钱留在账户里'}。`,
      '之后照常办，跳过的不补。',
    ],
    yes: '确认跳过',
    done: '已跳过这一次。',
  },
  end: {
    button: '终止',
    title: (kind) => `终止${kind}？`,
    lines: ({ kind, next }) => [
      `${next === null ? '以后都不再办' : `${next}这一次和以后的都不再办`}${kind === 'offset' ? `，每期贷款${BANK_PAYS}` : '，钱留在账户里'}。`,
      '已经办过的不受影响。以后想再用，要重新签约。',
    ],
    yes: '确认终止',
    done: '已终止。',
  },
};
export const keepText = '先不改';

/** Signing, and changing the card or the day. */
export const signTexts = {
  title: (kind: string) => `签约：${kind}`,
  short: '签约',
  how: {
    offset: ['每到贷款还款日，从公积金账户扣当期本息，直接还公积金贷款；余额不够一整期时，整期从您的还款银行卡扣。', '在“按月自动办理”里随时可以暂停、跳过一次或终止，不收费。'],
    'repay-commercial-loan': ['每月到您选的日子，从公积金账户提取当天能提的最高额，转到您自己的银行卡，用来还商业贷款。', '在“按月自动办理”里随时可以暂停、跳过一次、改卡改日期或终止，不收费。'],
    rent: ['每月到您选的日子，从公积金账户提取当天能提的最高额，转到您自己的银行卡，用来付房租。', '在“按月自动办理”里随时可以暂停、跳过一次、改卡改日期或终止，不收费。'],
  } satisfies OfKind<readonly [string, string]>,
  howTitle: '怎么办',
  first: '第一次',
  firstAmount: '预计金额',
  firstToday: '按今天的账户算，以当天为准',
  firstPlan: '按还款计划，以当天为准',
  firstLater: '那天核定',
  firstDue: '下一个还款日',
  from: '从哪里',
  fromAccount: '公积金账户',
  to: '到哪里',
  toLoan: '公积金贷款',
  card: '转到哪张卡',
  noCardTitle: '还没有可用的收款卡',
  noCard: '先登记一张本人名下的一类银行卡，再回来签约。',
  day: '每月哪一天',
  dayOf: (day: number) => `每月\u00a0${day}\u00a0日`,
  dayOne: (day: number) => `${day}\u00a0日`,
  dayHelp: '可选 1 到 28 日，每个月都有这一天',
  agree: '我同意每月按上面说的自动办理，情况有变化时我会及时暂停或终止',
  agreeOffset: '我同意每到还款日用公积金账户余额还贷款',
  unticked: '请先看清上面的内容，再勾选',
  button: '确认签约',
  sending: '正在签约',
  statement: '虚假提取的，资金将被追回并依规处理。',
  signed: '签约成功',
  signedLead: { offset: '每到还款日自动办，每次都通知您', other: '每月自动办，每次都通知您' },
  toOrders: '看按月自动办理',
  closed: '现在还不能签约',
  exists: '已经签过这项约',
  existsText: '同一种只能签一份，可以在“按月自动办理”里查看、暂停或终止。',
  unknownKind: '没有这项签约',
  changeTitle: '改卡或日期',
  changeLead: '下一次起按新的办。一个月只办一次：这个月已经办过的，从下个月起按新的日期。',
  changeButton: '确认修改',
  nothingNew: '和现在的一样，改了卡或日期才能提交',
  changedDone: '已改好，下一次起按新的办。',
} as const;
