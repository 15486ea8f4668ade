import { groupOf, missingFindings } from './fact-findings.ts';
import type { RouteRule } from './home-findings.ts';
import type { LoanFacts, WithdrawalFacts } from './withdrawal-facts.ts';
import { finding } from './withdrawal-reason.ts';
import type { Finding } from './withdrawal-reason.ts';

/** A month pays either rent or a loan: what was repaid in months that rent was withdrawn for is not withdrawn for again. */
function rentedDays(facts: WithdrawalFacts, { fromDate, toDate }: LoanFacts['repaid']): Finding[] {
  const taken = (facts.covered ?? []).filter(({ route, from, to }) => route === 'rent' && from <= toDate && fromDate <= to);
  return taken.map(({ route, from, to }) => finding('period-taken', { route, from, to }));
}

/** Something repaid since the last time, and not in months of rent. */
function repaidFindings(facts: WithdrawalFacts, repaid: LoanFacts['repaid']): Finding[] {
  return [...(repaid.principalFen + repaid.interestFen > 0 ? [] : [finding('nothing-repaid')]), ...rentedDays(facts, repaid)];
}

/** 偿还公积金贷款 (《住房公积金管理条例》偿还购房贷款本息): a loan, and something repaid since the last time. */
export const repayFundLoan: RouteRule = (facts) => (facts.loan === null ? [finding('no-fund-loan')] : repaidFindings(facts, facts.loan.repaid));

/** 偿还商业性住房贷款: the same of a bank's loan. */
export const repayCommercialLoan: RouteRule = (facts) => {
  if (facts.commercialLoan === null) return [finding('no-commercial-loan')];
  const loan = groupOf(facts.commercialLoan);
  if (loan === undefined) return [finding('proof-needed')];
  const { overduePeriods = 0, repaid } = loan;
  return [
    ...(overduePeriods > 0 ? [finding('bank-loan-in-arrears', { periods: overduePeriods })] : []),
    ...(repaid === undefined ? missingFindings({ repaid }) : repaidFindings(facts, repaid)),
  ];
};
