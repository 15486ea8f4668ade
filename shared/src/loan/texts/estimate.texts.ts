import { formatPercent, formatYuan } from '../../money/index.ts';

/** Yuan as formulas show it: whole yuan without decimals. */
export function yuan(amountFen: number): string {
  return formatYuan(amountFen).replace(/\.00$/, '');
}

/** A factor in millionths as it is said: 2.9, 0.8, 16. */
export function factor(millionths: number): string {
  const whole = Math.floor(millionths / 1_000_000);
  const decimals = `${1_000_000 + (millionths % 1_000_000)}`.slice(1).replace(/0+$/, '');
  return decimals === '' ? String(whole) : `${whole}.${decimals}`;
}

/** A share in millionths: 80%. */
export function share(millionths: number): string {
  return formatPercent(millionths).replace(/\.?0+%$/, '%');
}

const orderWords = { first: '首套', second: '第二套' } as const;

/** Formula sentences with their figures in place. */
export const formulas = {
  cap: (people: number, amountFen: number): string =>
    `${people > 1 ? '双人' : '单人'}缴存最高额度 ${yuan(amountFen)} 元`,
  capWithUplift: (people: number, baseFen: number, upliftMillionths: number, amountFen: number): string =>
    `${people > 1 ? '双人' : '单人'}缴存基础额度 ${yuan(baseFen)} 元 × (1 + 首套上浮 ${share(upliftMillionths)}) = ${yuan(amountFen)} 元`,
  priceShare: (priceFen: number, order: 'first' | 'second', affordable: boolean, downMillionths: number, amountFen: number): string =>
    `房屋总价 ${yuan(priceFen)} 元 × (1 − ${affordable ? '保障性住房' : orderWords[order]}最低首付 ${share(downMillionths)}) = ${yuan(amountFen)} 元`,
  contributionFlow: (sumFen: number, months: number, years: number, factorMillionths: number, balanceFen: number, liquidityMillionths: number, amountFen: number): string =>
    `(前 ${months} 个月缴存额 ${yuan(sumFen)} 元 × 贷款 ${years} 年 × ${factor(factorMillionths)} + 账户余额 ${yuan(balanceFen)} 元) × 流动性调节系数 ${factor(liquidityMillionths)} = ${yuan(amountFen)} 元`,
  balanceMultiple: (balanceFen: number, multiple: number, amountFen: number): string =>
    `账户余额之和 ${yuan(balanceFen)} 元 × ${multiple} 倍 = ${yuan(amountFen)} 元`,
  repaymentAbility: (baseFen: number, shareMillionths: number, monthlyFen: number, years: number, amountFen: number): string =>
    `缴存基数之和 ${yuan(baseFen)} 元 × ${share(shareMillionths)} = 每月最多还 ${yuan(monthlyFen)} 元，按等额本息 ${years} 年可贷 ${yuan(amountFen)} 元`,
  repaymentAbilityUnknown: (shareMillionths: number): string =>
    `每月还款不超过缴存基数之和的 ${share(shareMillionths)}；未填写缴存基数，无法计算`,
  contributionMonthsMet: (months: number, needed: number): string => `已连续缴存 ${months} 个月，满 ${needed} 个月的条件已达到，不压低额度`,
  contributionMonthsMissing: (months: number, needed: number): string => `已连续缴存 ${months} 个月，未满 ${needed} 个月，暂不能申请`,
  ageTerm: (age: number, years: number): string => `贷款须在年满 ${age} 周岁前还清，最长 ${years} 年`,
  ageTermOver: (age: number): string => `贷款须在年满 ${age} 周岁前还清，剩余不足 1 年，不能申请`,
} as const;

/** What no source gave, in whole sentences. */
export const unknowns = {
  rounding: '额度取整的方式未见公开资料，已向下取整到元',
  categoryShorter: (years50: number, years55: number): string =>
    `女职工按 50 岁还是 55 岁退休不在缴存资料里：按原 50 岁退休最长 ${years50} 年，按原 55 岁退休最长 ${years55} 年，已按较短的计算`,
  twoAges: '两位申请人的可贷年限不同，以哪一位为准未见公开资料，已按较短的计算',
  ability: '中心还会审核还款能力，所用比例未见公开资料，未计入',
  baseMissing: '未填写缴存基数，还款能力这一项无法计算',
  otherDebt: '其他月还款是否计入还款能力未见公开资料，未计入',
  secondAsFirstRate: '多子女家庭购第二套住房按首套政策计算额度；利率是否同样按首套执行未见公开资料，已按第二套利率计算',
  someMonthsShort: '有申请人未满连续缴存月数，其余额和缴存额未计入',
  sixMonths: '前 6 个月缴存额按每月缴存额 × 6 估算，以中心记录为准',
} as const;
