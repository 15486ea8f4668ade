import type { AbilityRule, Uplift } from '../../policy/index.ts';
import { factor, share, yuan } from './amounts.texts.ts';

const orderWords = { first: '首套', second: '第二套' } as const;

interface CapParts {
  readonly people: number;
  readonly rowFen: number;
  readonly liquidityMillionths: number | null;
  readonly uplifts: readonly Pick<Uplift, 'words' | 'effect'>[];
  /** Only where it cut the sum. */
  readonly ceilingFen: number | null;
  readonly amountFen: number;
}

function upliftWords({ words, effect }: Pick<Uplift, 'words' | 'effect'>, people: number): string {
  if (effect.kind === 'share') return `${words}上浮 ${share(effect.millionths)}`;
  const amountFen = people > 1 ? effect.jointFen : effect.singleFen;
  return effect.kind === 'amount' ? `${words}上浮 ${yuan(amountFen)} 元` : `${words}提到 ${yuan(amountFen)} 元`;
}

function cap({ people, rowFen, liquidityMillionths, uplifts, ceilingFen, amountFen }: CapParts): string {
  const who = people > 1 ? '双人' : '单人';
  if (liquidityMillionths === null && uplifts.length === 0) return `${who}缴存最高额度 ${yuan(amountFen)} 元`;
  const factorWords = liquidityMillionths === null ? '' : ` × 流动性调节系数 ${factor(liquidityMillionths)}`;
  const raised = uplifts.length === 0 ? '' : `，${uplifts.map((uplift) => upliftWords(uplift, people)).join('，')}`;
  const ceiling = ceilingFen === null ? '' : `，上浮后最高 ${yuan(ceilingFen)} 元`;
  const result = uplifts.length === 1 && uplifts[0]?.effect.kind === 'cap' && ceilingFen === null ? '' : ` = ${yuan(amountFen)} 元`;
  return `${who}缴存最高额度 ${yuan(rowFen)} 元${factorWords}${raised}${ceiling}${result}`;
}

/** A factor of liquidity behind a sum, where there is one. */
const times = (liquidity: number | null): string => (liquidity === null ? '' : ` × 流动性调节系数 ${factor(liquidity)}`);
/** A sum in brackets only where a factor follows. */
const bracketed = (sum: string, liquidity: number | null): string => (liquidity === null ? sum : `(${sum})${times(liquidity)}`);

interface BalanceParts {
  readonly countedFen: number;
  readonly multiple: number;
  readonly leastFen: number | null;
  readonly supplementaryFen: number;
  readonly supplementaryMultiple: number;
  readonly liquidity: number | null;
  readonly amountFen: number;
}
function balanceMultiple({ countedFen, multiple, leastFen, supplementaryFen, supplementaryMultiple, liquidity, amountFen }: BalanceParts): string {
  const least = leastFen === null ? '' : `（余额不足 ${yuan(leastFen)} 元的按 ${yuan(leastFen)} 元）`;
  const extra = supplementaryFen === 0 ? '' : ` + 补充公积金余额 ${yuan(supplementaryFen)} 元 × ${factor(supplementaryMultiple)} 倍`;
  return `${bracketed(`账户余额之和 ${yuan(countedFen)} 元${least} × ${factor(multiple)} 倍${extra}`, liquidity)} = ${yuan(amountFen)} 元`;
}

interface RetirementParts {
  readonly balanceFen: number;
  readonly multiple: number;
  readonly rows: readonly { readonly monthlyFen: number; readonly months: number }[];
  readonly liquidity: number | null;
  readonly onContributions: boolean;
  readonly amountFen: number;
}
function toRetirement({ balanceFen, multiple, rows, liquidity, onContributions, amountFen }: RetirementParts): string {
  const flow = rows.map((row) => `月缴存额 ${yuan(row.monthlyFen)} 元 × 至法定退休 ${row.months} 个月`).join(' + ');
  const balance = `账户余额之和 ${yuan(balanceFen)} 元 × ${factor(multiple)} 倍`;
  const sum = onContributions ? `${balance} + ${bracketed(flow, liquidity)}` : bracketed(`${balance} + ${flow}`, liquidity);
  return `${sum} = ${yuan(amountFen)} 元`;
}

interface FlowParts {
  readonly flowFen: number;
  readonly months: number;
  readonly years: number;
  readonly factor: number;
  readonly balanceFen: number;
  readonly liquidity: number | null;
  readonly onContributions: boolean;
  readonly amountFen: number;
}
function contributionFlow(parts: FlowParts): string {
  const flow = `前 ${parts.months} 个月缴存额 ${yuan(parts.flowFen)} 元 × 贷款 ${parts.years} 年 × ${factor(parts.factor)}`;
  const balance = `账户余额 ${yuan(parts.balanceFen)} 元`;
  const sum = parts.onContributions ? `${flow}${times(parts.liquidity)} + ${balance}` : bracketed(`${flow} + ${balance}`, parts.liquidity);
  return `${sum} = ${yuan(parts.amountFen)} 元`;
}

interface MonthlyShareParts {
  readonly ofBases: boolean;
  readonly measuredFen: number;
  readonly share: number;
  readonly counts: Extract<AbilityRule, { kind: 'monthly-share' }>['counts'];
  readonly debtFen: number;
  readonly monthlyFen: number;
  readonly years: number;
  readonly amountFen: number;
}
function monthlyShare(parts: MonthlyShareParts): string {
  const measured = parts.ofBases ? '缴存基数之和' : '家庭月收入';
  const debts = parts.counts === 'instalment-and-debts' ? ` − 其他月还款 ${yuan(parts.debtFen)} 元` : '';
  const what = parts.counts === 'principal' ? '每月最多还本金' : '每月最多还';
  const how = parts.counts === 'principal' ? `${parts.years} 年` : `按等额本息 ${parts.years} 年`;
  return `${measured} ${yuan(parts.measuredFen)} 元 × ${share(parts.share)}${debts} = ${what} ${yuan(parts.monthlyFen)} 元，${how}可贷 ${yuan(parts.amountFen)} 元`;
}

interface BaseOrBalanceParts {
  readonly rows: readonly { readonly baseFen: number; readonly factor: number }[];
  readonly share: number;
  readonly years: number;
  readonly byBaseFen: number;
  readonly balanceFen: number;
  readonly multiple: number;
  readonly byBalanceFen: number;
  readonly amountFen: number;
}
function baseYearsOrBalance(parts: BaseOrBalanceParts): string {
  const bases = parts.rows.map((row) => `缴存基数 ${yuan(row.baseFen)} 元 × 12 × ${parts.years} 年 × ${share(parts.share)} × 时间系数 ${factor(row.factor)}`).join(' + ');
  return `${bases} = ${yuan(parts.byBaseFen)} 元，账户余额之和 ${yuan(parts.balanceFen)} 元 × ${factor(parts.multiple)} 倍 = ${yuan(parts.byBalanceFen)} 元，取较大的 ${yuan(parts.amountFen)} 元`;
}

function ageTerm(end: { readonly age: number } | { readonly yearsAfterRetirement: number }, longestYears: number, askedYears: number | null): string {
  const by = 'age' in end ? `贷款须在年满 ${end.age} 周岁前还清，` : `贷款须在法定退休年龄后 ${end.yearsAfterRetirement} 年内还清，`;
  if (longestYears === 0) return `${by}剩余不足 1 年，不能申请`;
  return askedYears === null ? `${by}最长 ${longestYears} 年` : `${by}最长 ${longestYears} 年；想贷的 ${askedYears} 年超过了，按 ${longestYears} 年计算`;
}

/** Formula sentences with their figures in place. */
export const formulas = {
  cap,
  balanceMultiple,
  toRetirement,
  contributionFlow,
  monthlyShare,
  baseYearsOrBalance,
  ageTerm,
  priceShare: (priceFen: number, order: 'first' | 'second', affordable: boolean, downMillionths: number, amountFen: number): string =>
    `房屋总价 ${yuan(priceFen)} 元 × (1 − ${affordable ? '保障性住房' : orderWords[order]}最低首付 ${share(downMillionths)}) = ${yuan(amountFen)} 元`,
  averageMultiple: (averageFen: number, multiple: number, liquidity: number | null, amountFen: number): string =>
    `近 12 个月平均余额之和 ${yuan(averageFen)} 元 × ${factor(multiple)} 倍${times(liquidity)} = ${yuan(amountFen)} 元`,
  balanceByMonths: (rows: readonly { balanceFen: number; months: number; factor: number }[], multiple: number, liquidity: number | null, amountFen: number): string =>
    `${bracketed(rows.map((row) => `账户余额 ${yuan(row.balanceFen)} 元 × ${factor(multiple)} 倍 × 时间系数 ${factor(row.factor)}（缴存 ${row.months} 个月）`).join(' + '), liquidity)} = ${yuan(amountFen)} 元`,
  perYear: (years: readonly number[], perYearFen: number, liquidity: number | null, amountFen: number): string =>
    `缴存 ${years.join(' + ')} 年 × 每年 ${yuan(perYearFen)} 元${times(liquidity)} = ${yuan(amountFen)} 元`,
  monthlyMultiple: (monthlyFen: number, months: number, leastFen: number | null, liquidity: number | null, amountFen: number): string =>
    `月缴存额之和 ${yuan(monthlyFen)} 元 × ${months}${times(liquidity)}${leastFen === null ? '' : `，不足 ${yuan(leastFen)} 元按 ${yuan(leastFen)} 元`} = ${yuan(amountFen)} 元`,
  baseShareYears: (baseFen: number, shareMillionths: number, years: number, amountFen: number): string =>
    `缴存基数之和 ${yuan(baseFen)} 元 × ${share(shareMillionths)} × 12 × ${years} 年 = ${yuan(amountFen)} 元`,
  minimum: (amountFen: number): string => `按账户和还款能力算出的额度不足 ${yuan(amountFen)} 元时提到 ${yuan(amountFen)} 元，但不超过城市最高额度和房价成数`,
  monthsMet: (months: number, needed: number): string => `已连续缴存 ${months} 个月，满 ${needed} 个月的条件已达到，不压低额度`,
  monthsMissing: (months: number, needed: number): string => `已连续缴存 ${months} 个月，未满 ${needed} 个月，暂不能申请`,
  loansUsedUp: (before: number, most: number): string => `家庭已用过 ${before} 次公积金贷款，最多 ${most} 次，不能再申请`,
  loanRunning: '家庭还有没还清的公积金贷款，还清后才能申请',
  loansLeft: (before: number, most: number): string => (before === 0 ? `按家庭没有用过公积金贷款计算，最多 ${most} 次` : `家庭用过 ${before} 次公积金贷款，最多 ${most} 次，还可以申请`),
} as const;

/** Where a figure of one of two is missing: which, is not told. */
export const hiddenMissing = {
  account: '账户这一项缺少数字，无法计算',
  'repayment-ability': '还款能力这一项缺少数字，无法计算',
} as const;

/** The same limits without anybody's figures, where only what is joint may be shown. */
export const hiddenFormulas = {
  'contribution-months': (open: boolean): string => (open ? '两人的连续缴存月数已达到条件' : '两人的连续缴存月数还没有达到条件'),
  'loan-count': (open: boolean): string => (open ? '公积金贷款次数符合条件' : '公积金贷款次数不符合条件'),
  'age-term': (open: boolean): string => (open ? '按两人的年龄算出的贷款年限' : '按年龄剩余不足 1 年，不能申请'),
  account: (): string => '按两人的账户合并计算，各自的余额和缴存额不显示',
  'repayment-ability': (): string => '按两人合计的还款能力计算，各自的基数和收入不显示',
} as const;
