import { CoreRefusal } from '../gateway/refusal.ts';
import { figureOn } from './centre.ts';
import { repaidFacts } from './facts.ts';
import { spansOf, tookAmount } from './history.facts.ts';
import { inWindow } from './home.rules.ts';
import { repaidToBank } from './shared.facts.ts';
import type { Weighing } from './weighing.ts';

/** A month pays either rent or a loan. @throws CoreRefusal 300042 when days of the repayments were rent */
function notRented(weighing: Weighing, { from, to }: { readonly from: string; readonly to: string }): void {
  const taken = spansOf(weighing.core, weighing.application.khbh).some((span) => span.ywlx === 'RENT' && (span.span_from ?? '') <= to && from <= (span.span_to ?? ''));
  if (taken) throw new CoreRefusal('300042', { YWLX: 'RENT' });
}

/** 偿还公积金贷款: what was repaid since the last time. */
export function repayFundLoan(weighing: Weighing): void {
  const repaid = repaidFacts(weighing.core, weighing.application.khbh, weighing.today);
  notRented(weighing, repaid);
  weighing.span = { from: repaid.from, to: repaid.to };
  weighing.atMost(repaid.principal + repaid.interest);
}

/** 偿还商业性住房贷款: at once when the bank has a contract with the centre. */
export function repayCommercialLoan(weighing: Weighing): void {
  const { core, application, today } = weighing;
  const credit = weighing.ask('ZX');
  const loan = credit?.bankLoan;
  if (credit !== undefined && (loan === undefined || loan.overdue > 0)) throw new CoreRefusal('300058');
  const repaid = loan === undefined ? undefined : repaidToBank(core, application.khbh, loan);
  if (repaid !== undefined) notRented(weighing, repaid);
  const amount = weighing.amount(repaid === undefined ? undefined : repaid.principal + repaid.interest, 'HKJE');
  if (loan !== undefined && !loan.contracted) weighing.leaveToClerk();
  weighing.object = loan?.contract;
  weighing.span = repaid === undefined ? { from: today, to: today } : { from: repaid.from, to: repaid.to };
  weighing.atMost(amount);
}

/** 加装电梯: one's own share, for whom the centre counts as family of the owner. */
export function lift(weighing: Weighing): void {
  const figures = figureOn(weighing.core.centre.lift, weighing.today);
  if (figures === undefined) throw new CoreRefusal('300040');
  const told = weighing.ask('BDC')?.lift;
  const relation = weighing.code(told?.relation, 'GX');
  if (!figures.relations.includes(relation)) throw new CoreRefusal('300052');
  const share = weighing.amount(told?.ownShareFen, 'FYJE');
  if (figures.withinMonths !== undefined) inWindow(weighing, weighing.day(told?.completedOn, 'FYRQ'), figures.withinMonths);
  weighing.isFor(told?.address);
  weighing.atMost(share);
}

/** 重大疾病: what insurance left to oneself, once: in one withdrawal or in several, by one of a couple or by both. */
export function illness(weighing: Weighing): void {
  const { core, application } = weighing;
  const figures = figureOn(weighing.core.centre.illness, weighing.today);
  if (figures === undefined) throw new CoreRefusal('300040');
  const told = weighing.ask('RS')?.illness;
  const cost = weighing.amount(told?.ownCostFen, 'GRZF');
  const settled = weighing.day(told?.settledOn, 'JSRQ');
  if (figures.listed === true && told?.listed === false) throw new CoreRefusal('300060');
  inWindow(weighing, settled, figures.costMonths);
  weighing.object = settled;
  weighing.atMost(cost - tookAmount(core, application.khbh, application.ywlx, settled));
}

/** A route without a rule of its own: a declared cost and its paper, for the clerks. */
export function byPaper(weighing: Weighing): void {
  weighing.atMost(weighing.amount(undefined, 'FYJE'));
}
