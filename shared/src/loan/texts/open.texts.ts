/** The rules of a centre by the names a citizen knows. */
export const ruleWords = {
  cap: '城市最高额度',
  uplifts: '最高额度的上浮',
  stacking: '几项上浮怎么叠加',
  children: '多子女家庭按首套计算的条件',
  account: '账户怎么算',
  liquidity: '流动性调节系数',
  minimum: '保底额度',
  downPayment: '最低首付比例',
  ability: '还款能力的比例',
  contributionMonths: '要连续缴存几个月',
  loanCount: '家庭可以用几次公积金贷款',
  longestYears: '最长贷款年限',
  endingAge: '贷款最晚还到多少岁',
  rounding: '额度取整到哪一位',
} as const;

/** `2026-09-30` as 2026 年 9 月 30 日. */
export function dayWords(date: string): string {
  return `${Number(date.slice(0, 4))} 年 ${Number(date.slice(5, 7))} 月 ${Number(date.slice(8, 10))} 日`;
}

/** What no source gave, what was not handed in, and how it was counted: whole sentences. */
export const openTexts = {
  notPublished: (words: string): string => `${words}没有查到公开依据`,
  onlySince: (words: string, from: string): string => `${words}在 ${dayWords(from)}之前没有查到公开依据`,
  expired: (words: string, to: string): string => `${words}查到的规定到 ${dayWords(to)}为止，之后的没有查到，先按它计算`,
  noRow: (words: string): string => `${words}没有查到适用于这套住房的公开依据`,
  abilityNotPublished: '中心还会审核还款能力，所用比例未见公开资料，未计入',
  roundingUnknown: '额度取整的方式未见公开资料，已向下取整到元',
  stacking: (words: readonly string[]): string => `${words.join('、')}能不能叠加没有查到公开依据，只计入最高的一项`,
  localityMissing: (words: string, apart: readonly string[]): string => `没有选择房屋所在区县：${apart.join('、')}的${words}另有规定，先按其他区县计算`,
  secondAsFirstRate: '多子女家庭购第二套住房按首套政策计算额度；利率是否同样按首套执行未见公开资料，已按第二套利率计算',
  flowEstimated: (months: number): string => `前 ${months} 个月缴存额按每月缴存额 × ${months} 估算，以中心记录为准`,
  averageMissing: '没有填写近 12 个月平均余额，账户这一项无法计算',
  underOneYear: '缴存不满 1 年怎么折算没有查到公开依据，账户这一项无法计算',
  partYear: '缴存不满 1 年的部分怎么折算没有查到公开依据，只按整年计算',
  yearsDiffer: '两人缴存年数不同时怎么计算没有查到公开依据，按各自的整年数相加',
  baseMissing: '没有填写缴存基数，还款能力这一项无法计算',
  incomeMissing: '没有填写家庭月收入，还款能力这一项无法计算',
  debtNotCounted: '其他月还款是否计入还款能力未见公开资料，未计入',
  meanFallsLater: '近 12 个月平均余额不会在提取当天变化，之后的 12 个月里会逐月降下来，额度也会跟着降',
  purchaseMayCount: '有的中心把为购房提取的金额仍算作余额，这里没有计入这种照顾，以中心的说法为准',
  monthsMayForbid: '缴存月数够不够申请没有查到公开依据',
  loansMayForbid: '公积金贷款还没还清或已用过多次时，能不能再申请没有查到公开依据',
  someMonthsShort: '有申请人未满连续缴存月数，其余额和缴存额未计入',
  twoAges: '两位申请人的可贷年限不同，以哪一位为准未见公开资料，已按较短的计算',
  categoryOpen: '女职工按 50 岁还是 55 岁退休不在缴存资料里，两种结果都列出，先按原 50 岁退休（年限较短）计算',
} as const;

/** What may forbid a loan and could not be decided. */
export const mayForbidSentences: readonly string[] = [openTexts.monthsMayForbid, openTexts.loansMayForbid];

/** Sentences about one of two applicants; left out where only what is joint may be shown. */
export const personalSentences: readonly string[] = [openTexts.someMonthsShort, openTexts.twoAges, openTexts.underOneYear, openTexts.partYear, openTexts.yearsDiffer, openTexts.averageMissing, ...mayForbidSentences];
