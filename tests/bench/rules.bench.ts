/**
 * `npm run bench:rules`: a 360-row schedule, and a full pre-qualification with advice by Xiamen's rules, each beside a decimal.js
 * implementation that does the same in the same run and must answer the same. Medians of interleaved repetitions; the ratio is what
 * counts, seconds are the machine's. `--short` for the suite (it fails when ours is the slower one); `--write` keeps the figures in
 * tests/results/bench-rules.json.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildSchedule, estimate } from '@anju/shared/loan';
import type { EstimateInput, ScheduleInput } from '@anju/shared/loan';
import { xiamen } from '@anju/shared/policy/packs/xiamen';
import { decimalPrequalification } from './decimal-prequalification.ts';
import type { Prequalification } from './decimal-prequalification.ts';
import { decimalSchedule } from './decimal-schedule.ts';

/** `npm run` and the suite start it at the repository's root. */
const root = `${process.cwd()}/`;
const short = process.argv.includes('--short');
const loan: ScheduleInput = { principalFen: 100_000_000, annualRateMillionths: 26_000, months: 360, method: 'equal-instalment' };
const household: EstimateInput = {
  asOf: '2026-11-21',
  household: {},
  applicants: [{ balanceFen: 4_500_000, monthlyContributionFen: 180_000, contributionMonths: 30, birthDate: '1991-05-05', sex: 'male' }],
  house: { priceFen: 260_000_000, order: 'first', kind: 'new' },
  termYears: 20,
};

/** The engine's answer, as far as decimal.js gives one: without words and sources. */
function prequalification(): Prequalification {
  const { amountFen, binding, termMonths, annualRateMillionths, limits, instalments, advice } = estimate(household, xiamen);
  assert(amountFen !== null && binding !== null && instalments !== null);
  return {
    amountFen, binding, termMonths, annualRateMillionths, instalments,
    limits: Object.fromEntries(limits.map((line) => [line.limit, line.amountFen ?? 0])),
    advice: advice.map(({ change, effectFen, from }) => ({
      code: change.code, params: change.params as Record<string, number>, effectFen, ...(from === undefined ? {} : { from }),
    })),
  };
}

interface Measured {
  readonly what: string;
  readonly oursMs: number;
  readonly decimalMs: number;
  readonly ratio: number;
  readonly repetitions: number;
}

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const timed = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** Calls before the first that counts: a phone that follows keystrokes has run the rules many times. */
const WARM = 40;

/** Both in turn, so that whatever else the machine does meets both. */
function measure(what: string, repetitions: number, ours: () => unknown, decimal: () => unknown): Measured {
  assert.deepEqual(ours(), decimal());
  for (let at = 0; at < WARM; at += 1) {
    ours();
    decimal();
  }
  const [own, other]: [number[], number[]] = [[], []];
  for (let at = 0; at < repetitions; at += 1) {
    own.push(timed(ours));
    other.push(timed(decimal));
  }
  const [oursMs, decimalMs] = [median(own), median(other)];
  return { what, oursMs, decimalMs, ratio: decimalMs / oursMs, repetitions };
}

const measured = [
  measure('360-row schedule', short ? 21 : 401, () => buildSchedule(loan), () => decimalSchedule(loan)),
  measure('pre-qualification with advice, Xiamen', short ? 11 : 61, prequalification, () => decimalPrequalification(household, xiamen)),
];
for (const { what, oursMs, decimalMs, ratio, repetitions } of measured) {
  console.log(`${what.padEnd(40)} ours ${oursMs.toFixed(3)} ms   decimal.js ${decimalMs.toFixed(3)} ms   ${ratio.toFixed(1)} times as fast (median of ${repetitions})`);
}
if (process.argv.includes('--write')) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
  const figures = Object.fromEntries(measured.map(({ what, ...rest }) => [what, { ...rest, oursMs: Number(rest.oursMs.toFixed(4)), decimalMs: Number(rest.decimalMs.toFixed(4)), ratio: Number(rest.ratio.toFixed(1)) }]));
  mkdirSync(`${root}tests/results`, { recursive: true });
  writeFileSync(`${root}tests/results/bench-rules.json`, `${JSON.stringify({ commit, on: new Date().toISOString().slice(0, 10), node: process.version, figures }, null, 2)}\n`);
}
if (measured.some(({ ratio }) => ratio < 1)) {
  console.error('decimal.js was the faster one.');
  process.exit(1);
}
