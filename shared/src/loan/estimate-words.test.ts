import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packOf, policyCentres } from '../policy/packs/index.ts';
import { bareEstimate } from './bare-estimate.ts';
import type { BareEstimate, EstimateInput, LimitLine } from './estimate-input.ts';

// Four households at every centre, in the words and figures a person gets: estimate-words.golden.txt, to be read when it changes. Their
// advice stands in advice-words.golden.txt.
// ANJU_GOLDEN=write writes it anew.

const asOf = '2026-11-21';
const households = JSON.parse(readFileSync(path.join(__dirname, 'words.households.json'), 'utf8')) as Readonly<Record<string, Omit<EstimateInput, 'asOf'>>>;

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

function textOf(title: string, answer: BareEstimate): string {
  const { amountFen, atMostFen, complete, binding, termMonths, annualRateMillionths, downPayment, byCategory = [], policy, unknown } = answer;
  return [
    title,
    `  ${yuan(amountFen)}, at most ${yuan(atMostFen)}, ${complete ? 'complete' : 'open'}, ${binding ?? 'no limit named'}; ${termMonths} months at ${annualRateMillionths}; since ${policy.effectiveFrom}`,
    ...answer.limits.flatMap(limitLines),
    `  down payment ${downPayment === null ? '—' : `${yuan(downPayment.leastFen)} at ${downPayment.shareMillionths} [${downPayment.source.id}]`}`,
    ...byCategory.map((one) => `  ${one.category}: ${yuan(one.amountFen)} over ${one.termMonths} months`),
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
  return textOf(title, bareEstimate({ ...wish, asOf, house }, pack));
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
