import type { CaseFix } from '@anju/shared/contract';
import { fieldWords } from './withdrawal-fields.ts';

/** One thing was wrong: only that is asked again. */
export const fixTexts = {
  title: '改好再交',
  case: (title: string, number: string) => `${title} · ${number}`,
  kept: '其他内容都沿用原来那件，只改这一项。',
  keptAll: '原来填的内容和材料都还在，办好后直接重新提交。',
  amount: '改成多少',
  most: '最多',
  card: '转到哪张卡',
  cardBefore: (card: string) => `原来的卡：${card}`,
  noCard: '先添加一张本人名下的一类银行卡。',
  again: (amount: string | null) => (amount === null ? '重新提交' : `重新提交 ${amount}`),
  sending: '正在提交',
  gone: '这件申请不用再改',
  goneReplaced: '已经重新提交过了，进度在新的一件里。',
  goneText: '它已经有了结果，或者要重新申请。',
  toNew: '看新的一件',
  toCase: '看这件的进度',
  toRoutes: '看看能办什么',
  waitPaper: '还有材料没有传完，请等一下',
  cardMissing: '请选一张卡',
  unsure: '没有收到答复，可能已经收下。再点一次不会重复办理。',
  changed: '您点提交以后，内容有变化，没有提交。请再看一遍，没问题再点一次。',
  papersGone: '材料已经过期，请重新上传后再提交。',
  guestTitle: '登录后接着改',
  guestAction: '登录',
} as const;

interface ItemWords {
  /** On the case, over the button. */
  readonly what: string;
  /** What to do elsewhere first; absent where it is done right here. */
  readonly first?: string;
}
/** What is to be put right on a case: a paper by its name, where that is known. Of one that cannot be handed in again, only that. */
export function fixWhat({ item, field, resubmit }: CaseFix): string {
  if (!resubmit) return fixItems.nothing.what;
  return item === 'papers' && field !== undefined ? `只要重新上传${fieldWords(field, 'file').label}。` : fixItems[item].what;
}

/** What is to be put right, in plain words. */
export const fixItems: Readonly<Record<CaseFix['item'], ItemWords>> = {
  card: { what: '换一张本人名下的一类银行卡，再交一次。' },
  amount: { what: '把金额改小一点，再交一次。' },
  papers: { what: '只要重新上传这一份材料。' },
  answer: { what: '只要改这一项。' },
  identity: { what: '先带身份证到柜台更正登记的信息，再交一次。', first: '带身份证到任一网点柜台更正，当场就能改好。' },
  date: { what: '到了时间，或前一件办完，再交一次。', first: '等到可以办的那天，或前一件办完以后，再点下面的按钮。' },
  loan: { what: '先把贷款的事办好，再交一次。', first: '还清逾期，或向贷款银行问清楚以后，再点下面的按钮。' },
  account: { what: '先到柜台把账户的事办好，再交一次。', first: '拨打 12329 或到柜台办好以后，再点下面的按钮。' },
  nothing: { what: '这件不能再交，请看看还能办什么。' },
};
