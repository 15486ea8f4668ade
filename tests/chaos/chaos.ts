/**
 * `npm run chaos -- --rounds 300 [--seed N]`: two BFFs on one MariaDB and the core are killed, lines drop, events double, clocks jump, while
 * phones tap. After each epoch everything is settled and audited from three sides; the last lines say what it came to.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from './audit.ts';
import { BffBooks, CoreBooks } from './books.ts';
import { Chance } from './chance.ts';
import { enrolCitizens } from './citizens.ts';
import { Clerks } from './clerks.ts';
import { Disasters } from './disasters.ts';
import { countOf, isGood, isProof, wordsOf } from './figures.ts';
import type { Figures } from './figures.ts';
import { Fleet, mysqlUrl } from './fleet.ts';
import type { DatabasePlan } from './fleet.ts';
import { readOptions } from './options.ts';
import type { ChaosOptions } from './options.ts';
import { playRound } from './round.ts';
import type { Stage } from './round.ts';
import { examine, settle } from './settle.ts';
import type { Books } from './settle.ts';
import { Taps } from './taps.ts';
import { WishMaker } from './wishes.ts';

/** What is summed up over the epochs. */
interface Sums {
  readonly findings: Finding[];
  readonly earlier: Set<string>;
  paid: number;
  slowestMs: number;
}

const PROGRESS_EVERY = 10;
const LOST_ANSWERS = 0.12;
const began = performance.now();
const seconds = (): number => Math.round((performance.now() - began) / 1000);
const killsOf = ({ members }: Fleet): Record<string, number> => Object.fromEntries([...members].sort((a, b) => a.name.localeCompare(b.name)).map(({ name, kills }) => [name, kills]));

async function closeEpoch(stage: Stage, books: Books, sums: Sums): Promise<void> {
  sums.slowestMs = Math.max(sums.slowestMs, await settle(stage, books));
  const { evidence, findings } = await examine(stage, books, sums.earlier);
  for (const { sort, about, what } of findings) console.log(`  ${sort}: ${about}: ${what}`);
  sums.findings.push(...findings);
  for (const { caseId, stage: end } of evidence.cases) {
    sums.earlier.add(caseId);
    if (end === 'paid') sums.paid += 1;
  }
  stage.taps.forget();
}

async function playAll({ rounds, epoch }: ChaosOptions, stage: Stage, books: Books): Promise<Sums> {
  const sums: Sums = { findings: [], earlier: new Set(), paid: 0, slowestMs: 0 };
  for (let round = 1; round <= rounds; round += 1) {
    const words = await playRound(stage);
    if (process.env['CHAOS_WORDS']) console.log(`  ${round}: ${words.join(', ')}`);
    if (round % PROGRESS_EVERY === 0) console.log(`  round ${round}: ${stage.taps.submissions} submissions, ${stage.fleet.members.reduce((sum, { kills }) => sum + kills, 0)} kills, ${seconds()} s`);
    if (round % epoch !== 0 && round !== rounds) continue;
    await closeEpoch(stage, books, sums);
    if (sums.findings.length > 0) return sums;
    if (round !== rounds) await books.core.ask('POST', '/reset', {});
  }
  return sums;
}

function figuresOf({ rounds, seed }: ChaosOptions, { fleet, taps, disasters }: Stage, { findings, earlier, paid, slowestMs }: Sums): Figures {
  return {
    rounds, seed, seconds: seconds(), submissions: taps.submissions, requests: taps.sent, unanswered: taps.silences, accepted: earlier.size, paid,
    kills: killsOf(fleet), faults: disasters.faults, clockJumps: disasters.jumps,
    duplicates: countOf(findings, 'duplicate'), lost: countOf(findings, 'lost'), unsettled: countOf(findings, 'unsettled'), disagreements: countOf(findings, 'disagreement'), ledgerFaults: countOf(findings, 'ledger'),
    falls: fleet.members.reduce((sum, member) => sum + member.falls.length, 0), slowestSettlingSeconds: Math.round(slowestMs / 1000),
  };
}

async function run(options: ChaosOptions, plan: DatabasePlan, stateDir: string): Promise<boolean> {
  const chance = new Chance(options.seed);
  const fleet = await Fleet.open(plan, stateDir, chance);
  try {
    const core = new CoreBooks(fleet.control);
    const citizens = await enrolCitizens(fleet.urls, fleet.control);
    const stage: Stage = { fleet, citizens, wishes: new WishMaker(chance), taps: new Taps(() => chance.happens(LOST_ANSWERS)), disasters: new Disasters(fleet, core, chance), clerks: new Clerks(core, chance), chance };
    console.log(`  all up, ${citizens.length} people signed in, ${seconds()} s`);
    const sums = await playAll(options, stage, { bff: new BffBooks(mysqlUrl(plan)), core });
    const figures = figuresOf(options, stage, sums);
    if (options.figures !== undefined) writeFileSync(options.figures, `${JSON.stringify(figures, null, 2)}\n`);
    for (const { name, falls } of fleet.members) for (const words of falls) console.log(`${name} ended by itself:\n${words}`);
    console.log(`refusals: ${[...stage.taps.refusals].map(([code, count]) => `${code} ${count}`).join(', ') || 'none'}`);
    if (!isProof(figures)) console.log('Too little was accepted or nothing was killed: this run proves nothing.');
    if (!isGood(figures)) console.log(`FAILED; the same plan again: npm run chaos -- --rounds ${options.rounds} --epoch ${options.epoch} --seed ${options.seed}`);
    console.log(wordsOf(figures));
    return isGood(figures);
  } finally {
    await fleet.close();
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), () => randomInt(2 ** 32));
  const plan = JSON.parse(process.env['ANJU_CHAOS_DATABASE'] ?? 'null') as DatabasePlan | null;
  if (plan === null) throw new Error('Run it by `npm run chaos`, which lays out a private MariaDB.');
  const stateDir = mkdtempSync(join(tmpdir(), 'anju-chaos-'));
  process.on('exit', () => rmSync(stateDir, { recursive: true, force: true }));
  console.log(`chaos: ${options.rounds} rounds, seed ${options.seed}`);
  const good = await run(options, plan, stateDir);
  process.exit(good ? 0 : 1);
}

// Whatever was started ends with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
main().catch((error: unknown) => {
  console.error(error instanceof RangeError ? error.message : error);
  process.exit(1);
});
