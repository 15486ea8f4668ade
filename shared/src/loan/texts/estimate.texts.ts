import type { Estimate, LimitLine, LimitName } from '../estimate-input.ts';
import { money, share } from './amounts.texts.ts';
import { mayForbidSentences } from './open.texts.ts';

/** Limits by the names a citizen knows. */
export const limitWords: Readonly<Record<LimitName, string>> = {
  'city-cap': '城市上限',
  'price-share': '房价和最低首付',
  account: '账户缴存',
  'repayment-ability': '还款能力',
  'guaranteed-minimum': '保底额度',
  'age-term': '年龄',
  'contribution-months': '连续缴存月数',
  'loan-count': '公积金贷款次数',
};

type Sentenced = Pick<Estimate, 'amountFen' | 'atMostFen' | 'complete' | 'binding' | 'limits' | 'downPayment' | 'unknown'>;

const lineOf = (estimate: Sentenced, limit: LimitName): LimitLine | undefined => estimate.limits.find((line) => line.limit === limit);

function capWords(estimate: Sentenced): string {
  const cap = lineOf(estimate, 'city-cap')?.amountFen ?? null;
  return cap === null ? '' : `，还没到城市最高 ${money(cap)}`;
}

/** The amount of a limit that binds: it is known then. */
const boundAt = (estimate: Sentenced, limit: LimitName): string => money(lineOf(estimate, limit)?.amountFen ?? 0);

function boundWords(estimate: Sentenced, binding: LimitName): string {
  const nothing = estimate.atMostFen === 0;
  const least = estimate.downPayment?.shareMillionths ?? 0;
  switch (binding) {
    case 'city-cap': return `已到城市最高 ${boundAt(estimate, binding)}`;
    case 'price-share': return `受房价限制：最低首付 ${share(least)}，最多贷房价的 ${share(1_000_000 - least)}${capWords(estimate)}`;
    case 'guaranteed-minimum': return `按账户和还款能力算出的额度不足，已提到保底 ${boundAt(estimate, binding)}`;
    case 'account': return nothing ? '按账户现在的余额和缴存月数还贷不到款' : `受账户缴存限制${capWords(estimate)}`;
    case 'repayment-ability': return nothing ? '按现在的收入和其他还款，没有余力再还贷款' : `受还款能力限制${capWords(estimate)}`;
    case 'contribution-months': return '还不能申请：连续缴存月数没有达到要求';
    case 'loan-count': return '还不能申请：公积金贷款次数不符合条件';
    case 'age-term': return '不能申请：按年龄剩余的贷款年限不足 1 年';
  }
}

const missing = (line: LimitLine | undefined): boolean => line !== undefined && line.amountFen === null && line.hidden !== true;

/** Why a quota is only an upper bound, the weightiest first. */
function openWords(estimate: Sentenced): string {
  const account = lineOf(estimate, 'account');
  const absent = [
    ...(lineOf(estimate, 'city-cap') === undefined ? ['城市最高额度'] : []),
    ...(account === undefined ? ['账户怎么算'] : []),
    ...(lineOf(estimate, 'price-share') === undefined ? ['最低首付比例'] : []),
  ];
  const reasons = [
    ...(absent.length === 0 ? [] : [`${absent.join('、')}没有查到公开依据`]),
    ...(missing(account) ? [account?.formula ?? ''] : []),
    ...(missing(lineOf(estimate, 'repayment-ability')) ? [lineOf(estimate, 'repayment-ability')?.formula ?? ''] : []),
    ...estimate.unknown.filter((sentence) => mayForbidSentences.includes(sentence)),
    ...(estimate.limits.some((line) => line.expired === true) ? ['用到的规定已过有效期'] : []),
  ];
  // Where only what is joint is shown, the reason may be one that is not.
  return reasons.length === 0 ? '有的条件还没有查到公开依据' : reasons.join('，');
}

const CONDITIONS: readonly LimitName[] = ['contribution-months', 'loan-count', 'age-term'];
const OUTER: readonly LimitName[] = ['city-cap', 'price-share', 'repayment-ability', 'account', 'guaranteed-minimum'];

/** The known limit an upper bound comes from. */
function boundBy(estimate: Sentenced): string {
  const held = OUTER.find((limit) => lineOf(estimate, limit)?.amountFen === estimate.atMostFen);
  return held === undefined ? '' : `（${limitWords[held]}）`;
}

/** Nothing is lent by what is known, though a rule is past its validity or a figure is missing. */
function nothingWords(estimate: Sentenced): string {
  const held = [...CONDITIONS, ...OUTER].find((limit) => lineOf(estimate, limit)?.amountFen === 0);
  return `${held === undefined ? '按现在的情况还贷不到款' : boundWords(estimate, held)}；${openWords(estimate)}`;
}

/**
 * What limits a quota, in one sentence: 受账户缴存限制，还没到城市最高 96 万元; where something that could bind is unknown
 * 最高不超过 96 万元（城市上限），账户怎么算没有查到公开依据.
 */
export function bindingSentence(estimate: Sentenced): string {
  if (estimate.complete && estimate.binding !== null) return boundWords(estimate, estimate.binding);
  if (estimate.atMostFen === null) return `还算不出额度：${openWords(estimate)}`;
  if (estimate.atMostFen === 0) return nothingWords(estimate);
  return `最高不超过 ${money(estimate.atMostFen)}${boundBy(estimate)}，${openWords(estimate)}`;
}
