import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Citizen } from './citizens.ts';
import type { Clerks } from './clerks.ts';
import type { Disasters } from './disasters.ts';
import type { Fleet } from './fleet.ts';
import type { Taps } from './taps.ts';
import type { Wish, WishMaker } from './wishes.ts';

export interface Stage {
  readonly fleet: Fleet;
  readonly citizens: readonly Citizen[];
  readonly wishes: WishMaker;
  readonly taps: Taps;
  readonly disasters: Disasters;
  readonly clerks: Clerks;
  readonly chance: Chance;
}

/** A round is over when its phones have their answers, or after this. */
const LONGEST_MS = 3200;
const MAKE_MS = 1500;
const OUTAGE_MS = 20_000;
const LEAP_PROBABILITY = 0.1;
const sideOf = (chance: Chance): 0 | 1 => (chance.happens(0.5) ? 0 : 1);
const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

/** How a thumb taps: once, twice with one key at one BFF or at both, or with a key a tap; close together or not. */
function tapsOf({ chance, taps }: Stage, wish: Wish): readonly Promise<void>[] {
  const side = sideOf(chance);
  const other = side === 0 ? 1 : 0;
  const [one, two] = [randomUUID(), randomUUID()];
  const pattern = chance.pick(['once', 'twice here', 'twice there', 'three times', 'two keys', 'two keys there', 'keys and taps'] as const);
  const later = async (work: () => Promise<void>): Promise<void> => {
    await sleep(chance.between(0, 250));
    await work();
  };
  const plans: Readonly<Record<typeof pattern, readonly (readonly [string, 0 | 1])[]>> = {
    once: [[one, side]],
    'twice here': [[one, side], [one, side]],
    'twice there': [[one, side], [one, other]],
    'three times': [[one, side], [one, other], [one, side]],
    'two keys': [[one, side], [two, side]],
    'two keys there': [[one, side], [two, other]],
    'keys and taps': [[one, side], [one, other], [two, other], [two, side]],
  };
  return plans[pattern].map(([key, at], nth) => (nth === 0 || chance.happens(0.4) ? taps.tap(wish, key, at) : later(() => taps.tap(wish, key, at))));
}

/** Phones that had no answer ask again with the same key, one or two that had one too; some take a case back that was accepted a moment ago, with a second tap. */
function secondThoughts({ chance, taps }: Stage): readonly Promise<void>[] {
  const again = [...taps.silent(), ...chance.some(taps.answered(), chance.between(0, 2))].map(({ wish, key }) => taps.tap(wish, key, sideOf(chance)));
  const slow = taps.accepted().filter(({ wish }) => wish.sort === 'pre-apply' || wish.sort === 'purchase').slice(-6);
  if (slow.length === 0 || !chance.happens(0.35)) return again;
  const regretted = chance.pick(slow);
  const key = randomUUID();
  return [...again, taps.cancel(regretted, key, 0), taps.cancel(regretted, chance.happens(0.5) ? key : randomUUID(), 1)];
}

/** A month or a year passes when nobody waits, so that withdrawals open again. */
async function perhapsALeap({ chance, taps, disasters }: Stage): Promise<void> {
  if (chance.happens(LEAP_PROBABILITY) && taps.open().length === 0 && taps.underWay === 0) await quietly(disasters.leap());
}

async function wished({ chance, citizens, wishes }: Stage): Promise<readonly Wish[]> {
  const made = chance.some(citizens, chance.between(3, 5)).map((citizen) => Promise.race([wishes.make(citizen), sleep(MAKE_MS, undefined)]));
  return (await Promise.all(made)).filter((wish) => wish !== undefined);
}

/** Most rounds begin when something can be done again; some begin in the middle of an outage. */
async function untilItWorks({ fleet, chance }: Stage): Promise<void> {
  const patience = chance.happens(0.8) ? OUTAGE_MS : 0;
  const began = performance.now();
  while (!fleet.works && performance.now() - began < patience) await sleep(50);
}

/** One round. @returns what went wrong in it, in words */
export async function playRound(stage: Stage): Promise<readonly string[]> {
  const { fleet, disasters, clerks, chance } = stage;
  for (const member of fleet.members) member.look();
  await untilItWorks(stage);
  await perhapsALeap(stage);
  const wishes = await wished(stage);
  const drawn = disasters.draw();
  const struck = drawn.map(async ({ afterMs, strike }) => {
    await sleep(afterMs);
    await quietly(Promise.resolve().then(strike));
  });
  const told = [...wishes.flatMap((wish) => tapsOf(stage, wish)), ...secondThoughts(stage)];
  const clerk = quietly(sleep(chance.between(0, 800)).then(() => clerks.work(chance.between(1, 3))));
  await Promise.race([Promise.all([...told, ...struck, clerk]), sleep(LONGEST_MS)]);
  await Promise.all(struck);
  return drawn.map(({ words }) => words);
}
