import { setTimeout as sleep } from 'node:timers/promises';
import { audit } from './audit.ts';
import type { Finding } from './audit.ts';
import type { BffBooks, CoreBooks } from './books.ts';
import { smsTold } from './books.ts';
import type { Evidence } from './evidence.ts';
import type { Stage } from './round.ts';

export interface Books {
  readonly bff: BffBooks;
  readonly core: CoreBooks;
}

/** Leases last half a minute and a message that failed often waits up to one: after this, what is not settled never will be. */
const BOUND_MS = 180_000;
const LOOK_MS = 400;
const ASK_AGAIN_MS = 1000;
const SETTLED: readonly string[] = ['held', 'closed'];
const ENDS: readonly string[] = ['paid', 'refused', 'cancelled', 'payment-failed'];

async function isSettled({ taps, clerks }: Stage, { bff }: Books): Promise<boolean> {
  const running = await clerks.work();
  if (running > 0 || taps.underWay > 0 || taps.open().length > 0) return false;
  const [cases, waiting] = await Promise.all([bff.cases(), bff.waiting()]);
  return waiting.every(({ state }) => state === 'dead') && cases.every(({ link, stage }) => SETTLED.includes(link) && ENDS.includes(stage));
}

/** Everything up, no fault left: phones ask until they are answered, clerks end what runs. @returns the milliseconds it took */
export async function settle(stage: Stage, books: Books): Promise<number> {
  const took = await untilSettled(stage, books);
  // Long after the end, the same key still names the same case.
  await Promise.all(stage.taps.answered().map(({ wish, key }, nth) => stage.taps.tap(wish, key, nth % 2 === 0 ? 0 : 1)));
  return took;
}

async function untilSettled(stage: Stage, books: Books): Promise<number> {
  const { fleet, taps } = stage;
  const began = performance.now();
  await fleet.ready();
  await fleet.control.clearCoreFaults();
  await fleet.control.releaseEvents();
  let asked = 0;
  while (performance.now() - began < BOUND_MS) {
    if (await isSettled(stage, books)) break;
    if (performance.now() - asked > ASK_AGAIN_MS) {
      asked = performance.now();
      taps.silent().forEach(({ wish, key }, nth) => void taps.tap(wish, key, nth % 2 === 0 ? 0 : 1));
    }
    await sleep(LOOK_MS);
  }
  return Math.round(performance.now() - began);
}

/** Looks at the three sides and judges; cases of earlier people are behind us. */
export async function examine({ fleet, citizens, taps }: Stage, { bff, core }: Books, earlier: ReadonlySet<string>): Promise<{ readonly evidence: Evidence; readonly findings: readonly Finding[] }> {
  const shown = await taps.shown();
  const cases = (await bff.cases()).filter(({ caseId }) => !earlier.has(caseId));
  const numbers = new Set(cases.map(({ number }) => number));
  const told = [...(await bff.notices()), ...(await smsTold(fleet.control, citizens, fleet.caseTemplate))].filter(({ number }) => numbers.has(number));
  const applications = await core.applications();
  const evidence: Evidence = { ...taps.told(), shown, cases, told, waiting: await bff.waiting(), applications, ...(await core.journal()) };
  return { evidence, findings: audit(evidence) };
}
