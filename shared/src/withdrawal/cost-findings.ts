import { addDays, addMonths } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { groupOf, missingFindings } from './fact-findings.ts';
import type { RouteRule } from './home-findings.ts';
import type { LoanFacts, WithdrawalFacts } from './withdrawal-facts.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';

/** Repayments of so many months back count, at most. */
const COUNTED_MONTHS = 12;

/** The first day that counts on a day. */
const countedFrom = (today: PlainDate): PlainDate => addDays(addMonths(today, -COUNTED_MONTHS), 1);

/** The day from which a day counts no more. */
function forgottenOn(day: PlainDate): PlainDate {
  const yearOn = addMonths(day, COUNTED_MONTHS);
  return countedFrom(yearOn) > day ? yearOn : addDays(yearOn, 1);
}

/**
 * A month pays either rent or a loan: what was repaid in months that rent was withdrawn for is not withdrawn for again. Once those months are more
 * than a year back they count no more.
 */
function rentedMonths(facts: WithdrawalFacts, { fromDate, toDate }: LoanFacts['repaid'], today: PlainDate): Finding[] {
  const first = countedFrom(today);
  const since = fromDate > first ? fromDate : first;
  const taken = (facts.covered ?? []).filter(({ route, from, to }) => route === 'rent' && from <= toDate && since <= to);
  return taken.map(({ route, from, to }) => {
    const date = forgottenOn(to);
    return finding('period-taken', { route, from, to, date }, date);
  });
}

/** Something repaid since the last time, and not in months of rent. */
function repaidFindings(facts: WithdrawalFacts, repaid: LoanFacts['repaid'], today: PlainDate): Finding[] {
  return [...(repaid.principalFen + repaid.interestFen > 0 ? [] : [finding('nothing-repaid')]), ...rentedMonths(facts, repaid, today)];
}

/** 偿还公积金贷款 (《住房公积金管理条例》偿还购房贷款本息): a loan, and something repaid since the last time. */
export const repayFundLoan: RouteRule = (facts, _pack, today) => (facts.loan === null ? [finding('no-fund-loan')] : repaidFindings(facts, facts.loan.repaid, today));

/** 偿还商业性住房贷款: the same of a bank's loan. */
export const repayCommercialLoan: RouteRule = (facts, _pack, today) => {
  if (facts.commercialLoan === null) return [finding('no-commercial-loan')];
  const loan = groupOf(facts.commercialLoan);
  if (loan === undefined) return [finding('proof-needed')];
  const { overduePeriods = 0, repaid } = loan;
  return [
    ...(overduePeriods > 0 ? [finding('bank-loan-in-arrears', { periods: overduePeriods })] : []),
    ...(repaid === undefined ? missingFindings({ repaid }) : repaidFindings(facts, repaid, today)),
  ];
};
