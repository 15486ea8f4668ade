import { chinaDateTimeParts } from '@anju/shared/calendar';
import { catalogueItem } from '@anju/shared/catalogue';
import type { CaseMatter, ReceiptFacts, SourceCheck } from '@anju/shared/contract';
import { formatYuan } from '@anju/shared/money';
import { matterTitle, stageWord } from './case-texts.ts';

// Whoever checks a receipt holds the document beside the page: both say the same things by the same names.
const SOURCES: Readonly<Record<SourceCheck['source'], string>> = {
  core: '公积金账户',
  'real-estate': '不动产登记',
  'civil-affairs': '婚姻登记',
  bank: '收款银行卡',
  'public-security': '公安户籍',
  'social-insurance': '社保和医保',
  employment: '就业登记',
  'market-regulation': '企业登记',
  credit: '个人征信',
  invoice: '税务发票',
};
const CHARGED_CARD = '扣款银行卡';
const RESULTS: Readonly<Record<SourceCheck['result'], string>> = { matched: '一致', mismatch: '不一致', 'not-found': '没有查到', unavailable: '暂时查不到' };

interface AmountWords {
  readonly paid: string;
  readonly asked: string;
  readonly card: string;
  readonly paidAt: string;
}
const WITHDRAWAL: AmountWords = { paid: '到账金额', asked: '申请金额', card: '收款账户', paidAt: '到账时间' };
const OF_MATTER: Readonly<Partial<Record<CaseMatter, AmountWords>>> = {
  'loan-pre-application': { paid: '放款金额', asked: '申请贷款金额', card: '放款账户', paidAt: '放款时间' },
  'loan-prepayment': { paid: '还入金额', asked: '提前还款金额', card: '扣款账户', paidAt: '还入时间' },
};
const tail = (figures: string): string => `**** ${figures}`;

const two = (value: number): string => String(value).padStart(2, '0');
const dayOf = (moment: number): string => chinaDateTimeParts(moment).date.replace(/^(\d+)-(\d+)-(\d+)$/, '$1年$2月$3日');

/** `2026年11月21日 09:30`, in China. */
export function receiptMoment(instant: string): string {
  const moment = Date.parse(instant);
  const { hour, minute } = chinaDateTimeParts(moment);
  return `${dayOf(moment)} ${two(hour)}:${two(minute)}`;
}

/** Every word of the document a settled case is proved by. */
export const receiptTexts = {
  title: '住房公积金业务办理凭证',
  number: (number: string): string => `业务编号 ${number}`,
  outcome: ({ outcome, route }: ReceiptFacts): string => stageWord(outcome, route),
  amount: ({ outcome, route }: ReceiptFacts): string => `${(OF_MATTER[route] ?? WITHDRAWAL)[outcome === 'paid' ? 'paid' : 'asked']}（元）`,
  business: (route: CaseMatter): string => catalogueItem(route)?.title ?? matterTitle(route),
  total: ({ totalFen }: ReceiptFacts): string => formatYuan(totalFen),
  parts: ({ principalFen, interestFen }: ReceiptFacts): string => (interestFen === 0 ? '' : `其中本金 ${formatYuan(principalFen)}，利息 ${formatYuan(interestFen)}`),
  /** Label and value, in the order of the table. */
  facts: (facts: ReceiptFacts): readonly (readonly [string, string])[] => {
    const words = OF_MATTER[facts.route] ?? WITHDRAWAL;
    const decided = { paid: '审批通过', refused: '审核结束', cancelled: '撤回时间' }[facts.outcome];
    return [
      ['办理业务', receiptTexts.business(facts.route)],
      ['办理人', facts.names.join('、')],
      ...(facts.accountTail === null ? [] : [['公积金账号', tail(facts.accountTail)] as const]),
      ...(facts.payee === null ? [] : [[words.card, `${facts.payee.bank} ${tail(facts.payee.tail)}`] as const]),
      ['提交时间', receiptMoment(facts.submittedAt)],
      [decided, receiptMoment(facts.decidedAt)],
      ...(facts.paidAt === undefined ? [] : [[words.paidAt, receiptMoment(facts.paidAt)] as const]),
    ];
  },
  checksTitle: '查验过的信息',
  check: ({ source, at, result }: SourceCheck, route: CaseMatter): readonly [string, string, string] => [
    source === 'bank' && route === 'loan-prepayment' ? CHARGED_CARD : SOURCES[source],
    receiptMoment(at),
    RESULTS[result],
  ],
  scanTitle: '扫码核对真伪',
  scan: '任何人都可以扫码核对，不用登录。核对页上的内容应当与本凭证完全一致；有一处不同，就是被改过的凭证。',
  /** @param until milliseconds since 1970, midnight in China */
  scanUntil: (until: number): string => `核验码有效期至${dayOf(until - 1)} 24:00，本人也可以提前收回。`,
  archive: '本件为归档件，不带核验码。',
  foot: (centre: string): string => `由${centre}业务系统出具。姓名和账号已隐去一部分。`,
  /** Where the font has no such character. */
  missing: '〓 表示字库里没有的字，以业务系统中的为准。',
} as const;
