import { RUNNING_STATES } from '../cases/case.store.ts';
import type { LoanRow } from '../ledger/loan.ledger.ts';
import type { Core } from '../store/core.ts';

/** The loans a person answers for, as borrower or co-borrower, that are not paid back. */
export const runningLoansOf = (core: Core, khbh: string): LoanRow[] => core.all<LoanRow>('SELECT * FROM loan WHERE (khbh = ? OR co_khbh = ?) AND settled IS NULL', khbh, khbh);

/** The day of the last withdrawal for a fund loan by the person or whoever owes one with them: what was repaid is withdrawn for once, by one of the two. */
export const lastForLoan = (core: Core, khbh: string): string | undefined =>
  core.one<{ day: string | null }>(
    `SELECT MAX(day) AS day FROM withdrawal_fact WHERE ywlx = 'REPAY_FUND_LOAN'
     AND khbh IN (SELECT ? UNION SELECT co_khbh FROM loan WHERE khbh = ? AND co_khbh IS NOT NULL UNION SELECT khbh FROM loan WHERE co_khbh = ?)`, khbh, khbh, khbh,
  )?.day ?? undefined;

/** How many fund loans a person has had, the running one and those as co-borrower included. */
export const loanCount = (core: Core, khbh: string): number => core.one<{ count: number }>('SELECT COUNT(*) AS count FROM loan WHERE khbh = ? OR co_khbh = ?', khbh, khbh)?.count ?? 0;

/** Whether a person has applied for a loan, or borrows with somebody who has, and that case is running. */
export const appliesForLoan = (core: Core, khbh: string): boolean =>
  core.one(`SELECT 1 FROM fund_case WHERE ywlx = 'LOAN_PRE_APPLICATION' AND (khbh = ? OR co_khbh = ?) AND state IN ${RUNNING_STATES}`, khbh, khbh) !== undefined;
