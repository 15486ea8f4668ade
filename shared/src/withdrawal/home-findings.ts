import { addYearMonths, monthOf } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { figureOn } from '../policy/index.ts';
import type { CentrePack } from '../policy/index.ts';
import { groupOf, missingFindings, usedFindings, waitFindings, windowFindings } from './fact-findings.ts';
import { rentShareFindings } from './legal-grounds.ts';
import { rentLines, rentRuleOn } from './rent-limit.ts';
import type { WithdrawalFacts } from './withdrawal-facts.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';

export type RouteRule = (facts: WithdrawalFacts, pack: CentrePack, today: PlainDate) => Finding[];

/** A contract the source denies is a refusal; a source that does not answer is not. */
function contractFindings(facts: WithdrawalFacts): Finding[] {
  const contract = facts.documents.find((document) => document.kind === 'purchase-contract');
  if (contract?.result === 'mismatch') return [finding('contract-mismatch')];
  return contract?.result === 'not-found' ? [finding('contract-not-found')] : [];
}

/** 购买住房: within the centre's window, once per home. What no source told about the home a clerk looks at. */
export const purchase: RouteRule = (facts, pack, today) => {
  const home = groupOf(facts.home);
  if (home === undefined) return contractFindings(facts);
  const terms = figureOn(pack.withdrawal.purchase, today)?.value;
  const paidInCash = home.kind === 'second-hand' && home.withLoan === false;
  return [
    ...contractFindings(facts),
    ...usedFindings('purchase', home),
    ...windowFindings(home.boughtOn ?? home.certificateOn, terms?.withinMonths, today),
    ...(paidInCash ? waitFindings('proof-too-new', home.certificateOn, terms?.cashProofMonths, today) : []),
  ];
};

/** 支付首付款 to the supervised account, for the kinds of homes a centre names. */
export const downPayment: RouteRule = (facts, pack, today) => {
  const home = groupOf(facts.home);
  if (home === undefined) return [finding('proof-needed'), ...contractFindings(facts)];
  const kinds = figureOn(pack.withdrawal.downPayment, today)?.value ?? [];
  const untold = kinds.length === 0 || (home.kind !== undefined && kinds.indexOf(home.kind) < 0);
  return [
    ...(untold ? [finding('rule-unknown')] : []),
    ...contractFindings(facts),
    ...missingFindings({ 'home-kind': home.kind, 'down-payment': home.downPaymentFen }),
    ...usedFindings('down-payment', home),
  ];
};

/** A month pays either rent or a loan: one that a repayment was withdrawn for, be it for some of its days, pays no rent; the next one does. */
function repaidMonths(facts: WithdrawalFacts, today: PlainDate): Finding[] {
  const month = monthOf(today);
  const taken = (facts.covered ?? []).filter(({ route, from, to }) => route.indexOf('repay-') === 0 && monthOf(from) <= month && month <= monthOf(to));
  return taken.map(({ route, from, to }) => {
    const date = `${addYearMonths(monthOf(to), 1)}-01`;
    return finding('period-taken', { route, from, to, date }, date);
  });
}

/** 租房: no home in the city, and months of contribution without a break (建金〔2015〕19号: three). */
export const rent: RouteRule = (facts, pack, today) => {
  if (!rentRuleOn(pack, today).known) return [finding('rule-unknown')];
  const needed = figureOn(pack.withdrawal.rentContributionMonths, today);
  return [
    ...(facts.ownsHome === true ? [finding('owns-home')] : facts.ownsHome === 'unknown' ? [finding('home-unknown')] : []),
    ...(facts.accountState === 'sealed' ? [finding('account-sealed')] : []),
    ...(needed !== undefined && facts.contributionMonths < needed.value
      ? [finding('contributions-too-short', { months: facts.contributionMonths, needed: needed.value })]
      : []),
    ...rentShareFindings(groupOf(facts.rent)?.aboveIncomeShare, today),
    ...repaidMonths(facts, today),
    ...(rentLines(facts, pack, today) === null ? [finding('contribution-unknown')] : []),
  ];
};
