import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatYuan } from '../money/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { packOf } from '../policy/packs/index.ts';
import { bindingSentence, checkEstimateInput, estimate, limitWords } from './index.ts';
import type { AdviceCode, AdviceLine, Estimate, EstimateApplicant, EstimateInput, LimitLine } from './index.ts';

// Twelve households as they come to a counter, in three cities: what each is told, read and approved by hand. A change of words or of a
// figure shows here as a difference; `ANJU_WRITE_GOLDEN=1` writes the file anew, to be read again before it is committed.
const FILE = join(__dirname, 'golden', 'households.golden.txt');
const TODAY = '2026-11-21';
const yuan = (value: number): number => value * 100;
const CITIES = ['xiamen', 'shenzhen', 'taizhou'] as const;
type City = (typeof CITIES)[number];

interface Household {
  readonly title: string;
  readonly priceYuan: Readonly<Record<City, number>>;
  readonly applicants: readonly EstimateApplicant[];
  readonly household?: EstimateInput['household'];
  readonly house?: Partial<EstimateInput['house']>;
  readonly rest?: Pick<EstimateInput, 'termYears' | 'otherMonthlyDebtFen' | 'monthlyIncomeFen'>;
}
const person = (balance: number, monthly: number, base: number, months: number, birthDate: string, sex: 'male' | 'female' = 'male'): EstimateApplicant => ({
  balanceFen: yuan(balance), monthlyContributionFen: yuan(monthly), contributionBaseFen: yuan(base), contributionMonths: months, birthDate, sex,
});
const usual = { xiamen: 2_600_000, shenzhen: 4_200_000, taizhou: 1_300_000 };
const wife = { ...person(70_000, 2_400, 10_000, 84, '1988-04-20', 'female'), retirementCategory: 'F55' as const };

const HOUSEHOLDS: readonly Household[] = [
  { title: '单身租房，首套新房', priceYuan: usual, applicants: [person(60_000, 2_400, 10_000, 40, '1998-03-12')], household: { ownsHome: false, fundLoansBefore: 0 } },
  { title: '夫妻两个孩子，首套新房', priceYuan: usual, applicants: [person(90_000, 3_000, 12_500, 96, '1987-01-30'), wife], household: { children: 2, ownsHome: false, fundLoansBefore: 0 } },
  { title: '临近退休，想贷 20 年', priceYuan: usual, applicants: [person(260_000, 4_800, 20_000, 360, '1966-03-08')], rest: { termYears: 20 } },
  { title: '夫妻第二套住房，用过一次公积金贷款已还清', priceYuan: usual, applicants: [person(160_000, 4_000, 16_667, 150, '1982-09-02'), wife], household: { children: 1, ownsHome: true, fundLoansBefore: 1, fundLoanRunning: false }, house: { order: 'second' } },
  { title: '刚缴存 4 个月', priceYuan: usual, applicants: [person(9_600, 2_400, 10_000, 4, '2001-07-19')] },
  { title: '收入高、余额少', priceYuan: usual, applicants: [person(24_000, 8_000, 33_333, 8, '1993-11-05')], rest: { monthlyIncomeFen: yuan(40_000) } },
  { title: '引进人才，全日制本科', priceYuan: usual, applicants: [person(120_000, 5_000, 20_833, 60, '1990-06-16')], household: { talent: true, fullTimeDegree: true, ownsHome: false, fundLoansBefore: 0 } },
  { title: '二手小户型', priceYuan: { xiamen: 700_000, shenzhen: 900_000, taizhou: 450_000 }, applicants: [person(150_000, 3_600, 15_000, 110, '1985-02-14')], house: { kind: 'second-hand' } },
  { title: '女职工，退休类别不清楚', priceYuan: usual, applicants: [person(80_000, 2_800, 11_667, 130, '1983-08-25', 'female')] },
  { title: '有其他贷款要还', priceYuan: usual, applicants: [person(150_000, 1_400, 5_800, 120, '1989-12-01')], rest: { otherMonthlyDebtFen: yuan(3_000), monthlyIncomeFen: yuan(9_000) } },
  { title: '保障性住房', priceYuan: { xiamen: 800_000, shenzhen: 1_100_000, taizhou: 420_000 }, applicants: [person(110_000, 3_000, 12_500, 72, '1992-05-05')], house: { kind: 'affordable' }, household: { ownsHome: false, fundLoansBefore: 0 } },
  { title: '还有一笔公积金贷款没还清', priceYuan: usual, applicants: [person(60_000, 3_000, 12_500, 100, '1986-10-10')], household: { ownsHome: true, fundLoansBefore: 1, fundLoanRunning: true }, house: { order: 'second' } },
];

const money = (amountFen: number): string => `${formatYuan(amountFen).replace(/\.00$/, '')} 元`;
type Params = Readonly<Record<string, string | number>>;
const ADVICE: Readonly<Record<AdviceCode, (params: Params) => string>> = {
  'wait-for-months': ({ months }) => `再缴存 ${months} 个月`,
  'keep-contributing': ({ months }) => `继续缴存 ${months} 个月`,
  'spouse-joins': () => '缴存情况相同的配偶共同申请',
  'longer-term': ({ years }) => `贷款年限改为 ${years} 年`,
  'shorter-term': ({ years }) => `贷款年限不超过 ${years} 年`,
  'raise-balance': ({ moreFen }) => `账户余额再多 ${money(Number(moreFen))}`,
  'raise-base': ({ moreFen }) => `缴存基数再高 ${money(Number(moreFen))}`,
  'raise-income': ({ moreFen }) => `家庭月收入再多 ${money(Number(moreFen))}`,
  'pay-off-debt': ({ lessFen }) => `其他月还款少 ${money(Number(lessFen))}`,
  'pay-off-fund-loan': () => '先还清公积金贷款',
  'dearer-home': ({ moreFen }) => `房屋总价再高 ${money(Number(moreFen))}`,
};
const adviceText = ({ change, effectFen, from, lifts }: AdviceLine): string =>
  `  ${ADVICE[change.code](change.params ?? {})}${from === undefined ? '' : `（到 ${from}）`}：${effectFen === 0 ? `解除${limitWords[lifts]}的限制` : `多贷 ${money(effectFen)}`}`;
const CONDITIONS = ['contribution-months', 'loan-count', 'age-term'];
function amountText(limit: string, amountFen: number | null): string {
  if (CONDITIONS.includes(limit)) return amountFen === 0 ? '不符合' : '符合';
  return amountFen === null ? '算不出' : money(amountFen);
}
const lineText = ({ limit, amountFen, formula, source, expired }: LimitLine): string =>
  `  ${limitWords[limit]}：${amountText(limit, amountFen)}。${formula}${expired === true ? '（已过有效期）' : ''} [${source.id}]`;

function headline(answer: Estimate): string {
  if (answer.amountFen === 0 && answer.complete) return '现在还不能贷款';
  if (answer.amountFen !== null && answer.complete) return `预计可贷 ${money(answer.amountFen)}，${answer.termMonths / 12} 年，首月约还 ${money(answer.instalments?.equalInstalment.firstInstalmentFen ?? 0)}（等额本息）`;
  return answer.atMostFen === null ? '还算不出额度' : `最高不超过 ${money(answer.atMostFen)}，${answer.termMonths / 12} 年`;
}

function inputOf({ applicants, household = {}, house = {}, priceYuan, rest = {} }: Household, city: City): EstimateInput {
  return { asOf: TODAY, household, applicants, house: { priceFen: yuan(priceYuan[city]), order: 'first', kind: 'new', ...house }, ...rest };
}

function block(household: Household, city: City): string {
  const pack = packOf(city) as CentrePack;
  const input = inputOf(household, city);
  const answer = estimate(input, pack);
  return [
    `■ ${pack.city} · ${household.title} · 总价 ${money(input.house.priceFen)}`,
    headline(answer),
    bindingSentence(answer),
    ...answer.limits.map(lineText),
    ...(answer.byCategory ?? []).map(({ category, amountFen, termMonths }) => `  按${category === 'F50' ? '原 50 岁' : '原 55 岁'}退休：${amountFen === null ? '额度算不出' : money(amountFen)}，${termMonths / 12} 年`),
    ...(answer.advice.length === 0 ? [] : ['可以这样提高：', ...answer.advice.map(adviceText)]),
    '没有查到或按这样计算：',
    ...answer.unknown.map((sentence) => `  ${sentence}`),
  ].join('\n');
}

const blocks = HOUSEHOLDS.flatMap((household) => CITIES.map((city) => ({ household, city, text: block(household, city) })));
const whole = `${blocks.map(({ text }) => text).join('\n\n')}\n`;
if (process.env['ANJU_WRITE_GOLDEN'] === '1') writeFileSync(FILE, whole);

describe('twelve households in three cities', () => {
  it('are told exactly what was read and approved', () => {
    expect(whole).toBe(readFileSync(FILE, 'utf8'));
  });

  it('are thirty-six, and each is input the engine takes', () => {
    expect(blocks).toHaveLength(36);
    for (const { household, city } of blocks) expect(checkEstimateInput(inputOf(household, city), packOf(city) as CentrePack, TODAY)).toEqual([]);
  });

  it.each(blocks.map(({ household, city, text }) => [`${city}: ${household.title}`, text] as const))('%s: the limit is named in plain Chinese', (_title, text) => {
    const [, , sentence = ''] = text.split('\n');
    expect(sentence).toMatch(/^(受账户缴存限制|受还款能力限制|受房价限制|已到城市最高|还不能申请|最高不超过 .*（(城市上限|房价和最低首付|账户缴存|还款能力)）)/);
    expect(sentence).not.toMatch(/[a-z]|undefined|NaN/);
  });
});
