import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packOf, policyCentres } from '../policy/packs/index.ts';
import { estimate } from './estimate.ts';
import type { AdviceLine, EstimateInput } from './estimate-input.ts';

// What four households at every centre are advised: advice-words.golden.txt, to be read when it changes. ANJU_GOLDEN=write writes it anew.

const asOf = '2026-11-21';
const households = JSON.parse(readFileSync(path.join(__dirname, 'words.households.json'), 'utf8')) as Readonly<Record<string, Omit<EstimateInput, 'asOf'>>>;

function lineOf({ change, effectFen, from, lifts }: AdviceLine): string {
  const params = Object.entries(change.params ?? {}).map(([name, value]) => ` ${name}=${value}`).join('');
  return `  ${change.code}${params}: ${effectFen / 100}${from === undefined ? '' : ` from ${from}`}, lifts ${lifts}`;
}

const file = path.join(__dirname, 'advice-words.golden.txt');
const cases = policyCentres.flatMap(({ centre }) => Object.entries(households).map(([household, wish]) => ({ title: `${centre} · ${household}`, centre, wish })));
const said = ({ title, centre, wish }: (typeof cases)[number]): string => {
  const pack = packOf(centre);
  if (pack === null) throw new Error(centre);
  return [title, ...estimate({ ...wish, asOf }, pack).advice.map(lineOf)].join('\n');
};

if (process.env['ANJU_GOLDEN'] === 'write') writeFileSync(file, `${cases.map(said).join('\n\n')}\n`);
const golden = new Map(readFileSync(file, 'utf8').trimEnd().split('\n\n').map((text) => [text.split('\n')[0], text]));

describe('advice at every centre', () => {
  it.each(cases)('$title', (one) => {
    expect(said(one)).toBe(golden.get(one.title));
  });
});
