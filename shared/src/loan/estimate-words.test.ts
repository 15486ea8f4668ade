import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packOf, policyCentres } from '../policy/packs/index.ts';
import { estimate } from './estimate.ts';
import type { Estimate, EstimateApplicant, EstimateInput, LimitLine } from './estimate-input.ts';

// Three households at every centre, in the words and figures a person gets: estimate-words.golden.txt, to be read when it changes.
// ANJU_GOLDEN=write writes it anew.

const man: EstimateApplicant = {
  balanceFen: 6_543_210, averageBalance12Fen: 5_432_109, supplementaryBalanceFen: 1_234_500, monthlyContributionFen: 240_000, contributionBaseFen: 1_000_000,
  contributionMonths: 43, birthDate: '1985-03-14', sex: 'male',
};
const woman: EstimateApplicant = {
  balanceFen: 987_600, averageBalance12Fen: 876_500, monthlyContributionFen: 120_000, contributionBaseFen: 600_000, contributionMonths: 17, birthDate: '1990-08-02', sex: 'female',
};
const asOf = '2026-11-21';

const households: Readonly<Record<string, Omit<EstimateInput, 'asOf'>>> = {
  '单人，首套新房': {
    household: { fundLoansBefore: 0, ownsHome: false },
    applicants: [man],
    house: { priceFen: 321_654_300, order: 'first', kind: 'new' },
    termYears: 25,
    monthlyIncomeFen: 1_500_000,
  },
  '两人，两孩，绿色建筑的二手房，另有月供': {
    household: { children: 2, fundLoansBefore: 0, ownsHome: false, fullTimeDegree: true, taxResident: true },
    applicants: [man, woman],
    house: { priceFen: 212_345_600, order: 'first', kind: 'second-hand', greenStars: 2 },
    otherMonthlyDebtFen: 123_400,
    monthlyIncomeFen: 2_345_600,
  },
  '两人，三孩，第二套，一人缴存不久': {
    household: { children: 3, fundLoansBefore: 1, talent: true, ownsHome: true },
    applicants: [{ ...man, contributionMonths: 70 }, { ...woman, contributionMonths: 2, retirementCategory: 'F55' }],
    house: { priceFen: 400_000_000, order: 'second', kind: 'new', prefab: true },
    otherMonthlyDebtFen: 5_000,
  },
  '单人，保障房，什么都少': {
    household: { fundLoanRunning: true },
    applicants: [{ balanceFen: 100_000, monthlyContributionFen: 30_000, contributionMonths: 11, birthDate: '1969-01-05', sex: 'male' }],
    house: { priceFen: 60_000_000, order: 'first', kind: 'affordable' },
    termYears: 30,
  },
};

const valuesOf = (values: Readonly<Record<string, string | number>>): string => Object.entries(values).map(([name, value]) => `${name}=${value}`).join(' ');
const yuan = (fen: number | null): string => (fen === null ? '—' : `${fen / 100}`);

function limitLines({ limit, amountFen, formula, inputs, source, expired, conflict }: LimitLine): readonly string[] {
  return [
    `  ${limit} ${yuan(amountFen)} [${source.id}${expired === true ? ', past its validity' : ''}]`,
    `    ${formula}`,
    `    ${valuesOf(inputs)}`,
    ...(conflict === undefined ? [] : [`    ${conflict.words} [${conflict.source.id}]`]),
  ];
}

function textOf(title: string, answer: Estimate): string {
  const { amountFen, atMostFen, complete, binding, termMonths, annualRateMillionths, downPayment, byCategory = [], advice, policy, unknown } = answer;
  return [
    title,
    `  ${yuan(amountFen)}, at most ${yuan(atMostFen)}, ${complete ? 'complete' : 'open'}, ${binding ?? 'no limit named'}; ${termMonths} months at ${annualRateMillionths}; since ${policy.effectiveFrom}`,
    ...answer.limits.flatMap(limitLines),
    `  down payment ${downPayment === null ? '—' : `${yuan(downPayment.leastFen)} at ${downPayment.shareMillionths} [${downPayment.source.id}]`}`,
    ...byCategory.map((one) => `  ${one.category}: ${yuan(one.amountFen)} over ${one.termMonths} months`),
    ...advice.map(({ change, effectFen, from, lifts }) => `  advice ${change.code} ${valuesOf(change.params ?? {})}: ${yuan(effectFen)}${from === undefined ? '' : ` from ${from}`}, lifts ${lifts}`),
    `  sources ${policy.sources.map((source) => source.id).join(' ')}`,
    ...unknown.map((sentence) => `  ? ${sentence}`),
  ].join('\n');
}

const file = path.join(__dirname, 'estimate-words.golden.txt');
const cases = policyCentres.flatMap(({ centre }) => Object.entries(households).map(([household, wish]) => ({ title: `${centre} · ${household}`, centre, wish })));
const said = ({ title, centre, wish }: (typeof cases)[number]): string => {
  const pack = packOf(centre);
  if (pack === null) throw new Error(centre);
  const locality = pack.localities?.[0];
  const house = locality === undefined || wish.applicants.length === 1 ? wish.house : { ...wish.house, locality };
  return textOf(title, estimate({ ...wish, asOf, house }, pack));
};

if (process.env['ANJU_GOLDEN'] === 'write') writeFileSync(file, `${cases.map(said).join('\n\n')}\n`);
const golden = new Map(readFileSync(file, 'utf8').trimEnd().split('\n\n').map((text) => [text.split('\n')[0], text]));

describe('every centre, in words and figures', () => {
  it.each(cases)('$title', (one) => {
    expect(said(one)).toBe(golden.get(one.title));
  });

  it('has a household for each in the golden text, and no other', () => {
    expect([...golden.keys()]).toEqual(cases.map(({ title }) => title));
  });
});
