import { RUNNING_STATES } from '../cases/case.store.ts';
import type { LoanRow } from '../ledger/loan.ledger.ts';
import type { Core } from '../store/core.ts';

/** The loans a person answers for, as borrower or co-borrower, that are not paid back. */
export const runningLoansOf = (core: Core, khbh: string): LoanRow[] => core.all<LoanRow>('SELECT * FROM loan WHERE (khbh = ? OR co_khbh = ?) AND settled IS NULL', khbh, khbh);

/** How many fund loans a person has had, the running one and those as co-borrower included. */
export const loanCount = (core: Core, khbh: string): number => core.one<{ count: number }>('SELECT COUNT(*) AS count FROM loan WHERE khbh = ? OR co_khbh = ?', khbh, khbh)?.count ?? 0;

/** Whether a person has applied for a loan, or borrows with somebody who has, and that case is running. */
export const appliesForLoan = (core: Core, khbh: string): boolean =>
  core.one(`SELECT 1 FROM fund_case WHERE ywlx = 'LOAN_PRE_APPLICATION' AND (khbh = ? OR co_khbh = ?) AND state IN ${RUNNING_STATES}`, khbh, khbh) !== undefined;
