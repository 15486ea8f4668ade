import { addDays, addMonths, type PlainDate } from '@anju/shared/calendar';
import type { Core } from '../store/core.ts';

/** What was repaid on fund loans and is not withdrawn for yet, in fen; both days count. */
export interface Repaid {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly principal: number;
  readonly interest: number;
}
interface LoanRest {
  readonly dkzh: string;
  readonly principal: number;
  readonly interest: number;
}

/** The day after one's own last withdrawal for it, twelve months back at most. */
function firstDay(lastOwn: PlainDate | undefined, today: PlainDate): PlainDate {
  const yearAgo = addDays(addMonths(today, -12), 1);
  const afterLast = lastOwn === undefined ? yearAgo : addDays(lastOwn, 1);
  return afterLast > yearAgo ? afterLast : yearAgo;
}

const othersTook = (core: Core, khbh: string, dkzh: string, from: PlainDate, to: PlainDate): number =>
  core.one<{ sum: number }>('SELECT COALESCE(SUM(amount), 0) AS sum FROM loan_withdrawn WHERE dkzh = ? AND khbh <> ? AND day >= ? AND day <= ?', dkzh, khbh, from, to)?.sum ?? 0;

/** Loan by loan what is left, those owed alone first; what others took comes off the principal, then off the interest. */
function restsOf(core: Core, khbh: string, lastOwn: PlainDate | undefined, today: PlainDate): LoanRest[] {
  const first = firstDay(lastOwn, today);
  const rows = core.all<LoanRest>(
    `SELECT l.dkzh, SUM(r.principal) AS principal, SUM(r.interest) AS interest FROM loan l JOIN (
       SELECT dkzh, principal, interest, paid AS day FROM loan_due WHERE by_account = 0 AND paid IS NOT NULL
       UNION ALL
       SELECT dkzh, principal, interest, day FROM loan_prepayment WHERE returned = 0
     ) r ON r.dkzh = l.dkzh
     WHERE (l.khbh = ? OR l.co_khbh = ?) AND r.day >= ? AND r.day <= ? GROUP BY l.dkzh ORDER BY l.co_khbh IS NOT NULL, l.dkzh`,
    khbh, khbh, first, today,
  );
  return rows.map(({ dkzh, principal, interest }) => {
    const taken = othersTook(core, khbh, dkzh, first, today);
    return { dkzh, principal: Math.max(0, principal - taken), interest: Math.max(0, interest - Math.max(0, taken - principal)) };
  });
}

/**
 * What was repaid on the fund loans a person owes, alone or with somebody, and not by the account, since their own last withdrawal for it,
 * twelve months at most, less what others who owe the same loan withdrew for it in those days. Prepayments belong to it, instalments that the
 * account paid do not.
 */
export function repaidSince(core: Core, khbh: string, lastOwn: PlainDate | undefined, today: PlainDate): Repaid {
  const rests = restsOf(core, khbh, lastOwn, today);
  const sum = (of: 'principal' | 'interest'): number => rests.reduce((total, rest) => total + rest[of], 0);
  const first = firstDay(lastOwn, today);
  return { from: first > today ? today : first, to: today, principal: sum('principal'), interest: sum('interest') };
}

/** Notes which loans a withdrawal was for, before it counts as the person's last; the amount in fen. */
export function noteLoansOf(core: Core, paid: { readonly ywlsh: string; readonly khbh: string; readonly amount: number }, lastOwn: PlainDate | undefined, today: PlainDate): void {
  let left = paid.amount;
  for (const { dkzh, principal, interest } of restsOf(core, paid.khbh, lastOwn, today)) {
    const part = Math.min(left, principal + interest);
    left -= part;
    if (part > 0) core.run('INSERT INTO loan_withdrawn (ywlsh, dkzh, khbh, day, amount) VALUES (?, ?, ?, ?, ?)', paid.ywlsh, dkzh, paid.khbh, today, part);
  }
}

/** A withdrawal the bank sent back was for no loan. */
export const forgetLoansOf = (core: Core, ywlsh: string): void => void core.run('DELETE FROM loan_withdrawn WHERE ywlsh = ?', ywlsh);
