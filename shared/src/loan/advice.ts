import type { CentrePack } from '../policy/index.ts';
import { changes, later } from './advice-changes.ts';
import { firstOf, smallestFrom } from './advice-search.ts';
import { assess, withoutLimit } from './assess.ts';
import type { Assessment } from './assess.ts';
import type { AdviceCode, AdviceLine, EstimateInput, LimitName } from './estimate-input.ts';
import { amountOf } from './limits.ts';
import { ruleOf } from './limits-rule.ts';
import { askedTooLong } from './term.ts';

/** How far ahead further contributions are tried, in months. */
const LATER_MONTHS = 120;
const YUAN = 100;
/** A limit is lifted well before what it rests on has grown by twice the others; where not, no amount of it helps. */
const TIMES = 2;

/** What advice is sought for: a complete quota and the limit that holds it down. */
interface Quest {
  readonly input: EstimateInput;
  readonly pack: CentrePack;
  readonly nowFen: number;
  readonly binding: LimitName;
  /** The limit to be raised: the binding one, or the smaller of account and ability where the minimum stands in for it. */
  readonly held: LimitName;
  /** What the other limits let through at most. */
  readonly roomFen: number;
}

const lineFor = (quest: Quest, code: AdviceCode, params: Readonly<Record<string, number>>, changed: EstimateInput): AdviceLine | null => {
  const then = assess(changed, quest.pack);
  if (!then.complete || then.amountFen === null || then.amountFen <= quest.nowFen) return null;
  return {
    change: { code, params },
    effectFen: then.amountFen - quest.nowFen,
    ...(changed.asOf === quest.input.asOf ? {} : { from: changed.asOf }),
    lifts: quest.binding,
  };
};

/** The limit by its name among those that set an amount. */
function heldFen({ limits }: Assessment, held: LimitName): number {
  const found = [limits.account, limits.ability, limits.price, limits.cap].find((limit) => limit.limit === held);
  return found === undefined ? 0 : (amountOf(found) ?? 0);
}

/** Whether the limit lets through as much as all the others once the case is changed, and the quota has risen. */
function lifted(quest: Quest, changed: EstimateInput): boolean {
  const then = assess(changed, quest.pack);
  if (!then.complete || (then.amountFen ?? 0) <= quest.nowFen) return false;
  return heldFen(then, quest.held) >= (withoutLimit(then.limits, quest.held) ?? 0);
}

/** The smallest raise, in whole yuan, after which this limit is no lower than the others. */
function raise(quest: Quest, code: AdviceCode, mostFen: number, change: (byFen: number) => EstimateInput): AdviceLine | null {
  const steps = smallestFrom(Math.ceil(mostFen / YUAN), (yuan) => lifted(quest, change(yuan * YUAN)));
  return steps === null ? null : lineFor(quest, code, { moreFen: steps * YUAN }, change(steps * YUAN));
}

function keepContributing(quest: Quest): AdviceLine | null {
  // A multiple of the month's contribution does not grow with time.
  if (ruleOf('', quest.pack.loan.account, quest.input.asOf)?.value.kind === 'monthly-multiple') return null;
  const months = firstOf(LATER_MONTHS, (count) => lifted(quest, later(quest.input, count)));
  return months === null ? null : lineFor(quest, 'keep-contributing', { months }, later(quest.input, months));
}

/** Paying off so much of other debts that another limit decides; all of them when even that leaves this one in place but raises it. */
function payOffDebt(quest: Quest): AdviceLine | null {
  const debtFen = quest.input.otherMonthlyDebtFen ?? 0;
  if (debtFen === 0) return null;
  const steps = smallestFrom(Math.ceil(debtFen / YUAN), (yuan) => lifted(quest, changes.debt(quest.input, yuan * YUAN)));
  const lessFen = Math.min(debtFen, (steps ?? Math.ceil(debtFen / YUAN)) * YUAN);
  return lineFor(quest, 'pay-off-debt', { lessFen }, changes.debt(quest.input, lessFen));
}

/** So many more years that another limit decides; the longest there are when even those leave this one in place but raise it. */
function longerTerm(quest: Quest, now: Assessment): AdviceLine | null {
  const { years, longestYears } = now.term;
  if (years >= longestYears) return null;
  const more = smallestFrom(longestYears - years, (steps) => lifted(quest, changes.term(quest.input, years + steps)));
  const wanted = more === null ? longestYears : years + more;
  return lineFor(quest, 'longer-term', { years: wanted }, changes.term(quest.input, wanted));
}

function spouseJoins(quest: Quest): AdviceLine | null {
  const [first, second] = quest.input.applicants;
  if (first === undefined || second !== undefined) return null;
  const { balanceFen, monthlyContributionFen } = first;
  return lineFor(quest, 'spouse-joins', { balanceFen, monthlyContributionFen }, changes.spouse(quest.input));
}

/** What raises the quota of a complete case, each found by search and confirmed by the engine. */
function raises(quest: Quest, now: Assessment): readonly (AdviceLine | null)[] {
  const { input, held, roomFen } = quest;
  // The first of those who count: what one who has not contributed long enough has, changes nothing.
  const at = Math.max(0, input.applicants.findIndex((one) => one.contributionMonths >= (now.loanCase.months?.value ?? 0)));
  const ability = now.loanCase.pack.loan.ability;
  const shared = [spouseJoins(quest), longerTerm(quest, now)];
  if (held === 'account') {
    return [...shared, keepContributing(quest), raise(quest, 'raise-balance', roomFen * TIMES, (fen) => changes.balance(input, at, fen))];
  }
  if (held === 'repayment-ability' && ability !== undefined) {
    const more = input.monthlyIncomeFen !== undefined
      ? raise(quest, 'raise-income', roomFen * TIMES, (fen) => changes.income(input, fen))
      : null;
    return [...shared, more, raise(quest, 'raise-base', roomFen * TIMES, (fen) => changes.base(input, at, fen)), payOffDebt(quest)];
  }
  if (held === 'price-share') return [raise(quest, 'dearer-home', roomFen * TIMES, (fen) => changes.price(input, fen))];
  return shared;
}

/** A condition that fails, and what makes it hold; its effect is 0 where another condition still forbids or the quota is unknown. */
function conditionAdvice(now: Assessment, input: EstimateInput, pack: CentrePack): readonly AdviceLine[] {
  const { limits, loanCase, term } = now;
  const nowFen = now.amountFen ?? 0;
  const line = (code: AdviceCode, params: Readonly<Record<string, number>>, changed: EstimateInput, lifts: LimitName, holds: (then: Assessment) => boolean): AdviceLine[] => {
    const then = assess(changed, pack);
    if (!holds(then)) return [];
    const effectFen = now.complete && then.complete && then.amountFen !== null ? Math.max(0, then.amountFen - nowFen) : 0;
    return [{ change: { code, params }, effectFen, ...(changed.asOf === input.asOf ? {} : { from: changed.asOf }), lifts }];
  };
  const missing = (loanCase.months?.value ?? 0) - Math.max(...input.applicants.map((one) => one.contributionMonths));
  return [
    ...(missing > 0 ? line('wait-for-months', { months: missing }, later(input, missing), 'contribution-months', (then) => amountOf(then.limits.months) !== 0) : []),
    ...(amountOf(limits.count) === 0 && input.household.fundLoanRunning === true
      ? line('pay-off-fund-loan', {}, changes.noRunningLoan(input), 'loan-count', (then) => amountOf(then.limits.count) !== 0)
      : []),
    ...(askedTooLong(input, term) && term.longestYears > 0
      ? line('shorter-term', { years: term.longestYears }, changes.term(input, term.longestYears), 'age-term', (then) => !askedTooLong({ ...input, termYears: term.longestYears }, then.term))
      : []),
  ];
}

const CONDITIONS: readonly LimitName[] = ['contribution-months', 'loan-count', 'age-term'];

function questOf(now: Assessment, input: EstimateInput, pack: CentrePack): Quest | null {
  const { amountFen, binding, limits } = now;
  if (!now.complete || amountFen === null || binding === null || CONDITIONS.includes(binding)) return null;
  const accountFen = amountOf(limits.account);
  const abilityFen = amountOf(limits.ability);
  const smaller = abilityFen !== null && (accountFen === null || abilityFen < accountFen) ? 'repayment-ability' : 'account';
  const outer = [amountOf(limits.price), amountOf(limits.cap)].filter((one) => one !== null);
  return { input, pack, nowFen: amountFen, binding, held: binding === 'guaranteed-minimum' ? smaller : binding, roomFen: Math.max(...outer) };
}

/**
 * What would raise the quota: for the binding limit and each failing condition the smallest change in time or amount that lifts it, each
 * confirmed by running the engine on the changed case. Failing conditions first, then the largest effect. While a limit that could bind is
 * unknown only failing conditions are spoken of: any effect would be a guess.
 */
export function adviceFor(input: EstimateInput, pack: CentrePack, now: Assessment): readonly AdviceLine[] {
  const conditions = conditionAdvice(now, input, pack);
  const quest = questOf(now, input, pack);
  const lines = quest === null ? [] : raises(quest, now).filter((line) => line !== null);
  return [...conditions, ...[...lines].sort((a, b) => b.effectFen - a.effectFen)];
}
