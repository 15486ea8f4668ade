import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Tokens = Record<string, string>;

/** Reads the colours of one version from the style sheet itself: the common block, then its own. */
function tokensOf(version: 'light' | 'elder'): Tokens {
  const text = readFileSync(join(__dirname, 'tokens.scss'), 'utf8');
  const out: Tokens = {};
  for (const block of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!(block[1] ?? '').includes(`.theme-${version}`)) continue;
    for (const line of (block[2] ?? '').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)) out[line[1] ?? ''] = line[2] ?? '';
  }
  return out;
}

function luminance(colour: string): number {
  const part = (at: number): number => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5);
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Ink on ground, every pair the style sheets use for words. */
const WORDS: readonly (readonly [string, string])[] = [
  ['ink', 'surface'], ['ink', 'ground'], ['ink-2', 'surface'], ['ink-2', 'ground'], ['ink-2', 'plain-soft'], ['ink-2', 'rest'],
  ['ink-3', 'surface'], ['brand', 'surface'], ['brand', 'ground'], ['brand', 'brand-soft'], ['brand-ink', 'brand-soft'],
  ['ink-2', 'brand-soft'], ['on-brand', 'brand'], ['on-brand', 'brand-down'], ['on-brand', 'attention'], ['on-brand', 'attention-down'], ['on-brand', 'ink'],
  ['on-balance', 'brand'], ['on-balance', 'brand-deep'], ['on-balance-2', 'brand'], ['on-balance-2', 'brand-deep'],
  ['on-balance-3', 'brand'], ['on-balance-3', 'brand-deep'],
  ['attention', 'surface'], ['attention-ink', 'attention-soft'], ['stop', 'surface'], ['stop', 'stop-soft'], ['stop-ink', 'stop-soft'],
  ['info', 'surface'], ['info-ink', 'info-soft'], ['on-brand', 'ink-3'],
];
/** Marks and frames that carry meaning: 3 to 1. */
const MARKS: readonly (readonly [string, string])[] = [['brand', 'rest'], ['attention', 'attention-soft'], ['focus', 'ground'], ['focus', 'surface'], ['field-edge', 'surface']];

describe.each(['light', 'elder'] as const)('contrast of the %s version', (version) => {
  const tokens = tokensOf(version);
  const colour = (name: string): string => {
    const value = tokens[name];
    if (value === undefined) throw new Error(`no colour --${name} in tokens.scss`);
    return value;
  };
  test.each(WORDS)('words in %s on %s reach 4.5', (ink, ground) => expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5));
  test.each(MARKS)('marks in %s on %s reach 3', (ink, ground) => expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(3));
});

describe('sizes', () => {
  const text = readFileSync(join(__dirname, 'tokens.scss'), 'utf8');
  const sizes = (version: string): Record<string, number> => {
    const block = [...text.matchAll(/\n\.theme-(\w+) \{([^}]*)\}/g)].reverse().find((one) => one[1] === version)?.[2] ?? '';
    return Object.fromEntries([...block.matchAll(/--(t-[\w-]+|target): (\d+)px/g)].map((line) => [line[1] ?? '', Number(line[2])]));
  };
  const light = sizes('light');
  const elder = sizes('elder');
  test('the elder version has every size of the standard one, at least 1.3 times as large', () => {
    expect(Object.keys(elder)).toEqual(Object.keys(light));
    for (const [name, size] of Object.entries(light)) expect(elder[name] ?? 0).toBeGreaterThanOrEqual(name.startsWith('t-') ? size * 1.3 : size);
  });
  test('nothing in the elder version is below 18, and its targets are 60', () => {
    for (const [name, size] of Object.entries(elder)) if (name.startsWith('t-')) expect(size).toBeGreaterThanOrEqual(18);
    expect(elder['target']).toBe(60);
    expect(light['target']).toBe(44);
  });
});
