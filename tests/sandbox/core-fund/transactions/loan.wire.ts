import { wireAmount, wireDay, wireRate } from '../gateway/field.checks.ts';
import { nextDueOf, overdueOf, paidOn, type DueRow, type LoanRow } from '../ledger/loan.ledger.ts';
import { rateOn } from '../ledger/loan.schedule.ts';
import type { Core } from '../store/core.ts';

/** HSBJZE, HSLXZE, TQGHBJZE of a loan. */
export function wirePaid(core: Core, loan: LoanRow): Record<string, unknown> {
  const paid = paidOn(core, loan);
  return { HSBJZE: wireAmount(paid.principal), HSLXZE: wireAmount(paid.interest), TQGHBJZE: wireAmount(paid.prepaid) };
}

/** Rate, next instalment and its day; of a loan that ended those of its last instalment, or of none if it was paid back before the first. */
function wireNext(core: Core, loan: LoanRow): Record<string, unknown> {
  const next = nextDueOf(core, loan.dkzh, core.today()) ?? core.one<DueRow>('SELECT * FROM loan_due WHERE dkzh = ? ORDER BY period DESC LIMIT 1', loan.dkzh);
  return {
    DKLL: wireRate(next?.rate ?? rateOn(loan.granted, loan.periods, loan.home_order)),
    DQJHHKJE: wireAmount(next === undefined ? 0 : next.principal + next.interest),
    XCHKRQ: wireDay(next?.due ?? loan.settled ?? loan.ends),
  };
}

/** A loan as GR1002 tells it. */
export function wireLoan(core: Core, loan: LoanRow): Record<string, unknown> {
  const overdue = overdueOf(core, loan.dkzh, core.today());
  const left = core.one<{ count: number }>('SELECT COUNT(*) AS count FROM loan_due WHERE dkzh = ? AND paid IS NULL', loan.dkzh)?.count ?? 0;
  return {
    JKHTBH: loan.jkhtbh,
    DKZH: loan.dkzh,
    HTDKJE: wireAmount(loan.principal),
    DKYE: wireAmount(loan.balance),
    ...wireNext(core, loan),
    DKHKFS: loan.method,
    DKQS: String(loan.periods),
    DKFFRQ: wireDay(loan.granted),
    YDDQRQ: wireDay(loan.ends),
    YDHKR: loan.due_day,
    DQYQQS: String(overdue.length),
    YQZE: wireAmount(overdue.reduce((sum, row) => sum + row.principal + row.interest, 0)),
    DKZT: loan.settled === null ? '2' : '3',
    ...wirePaid(core, loan),
    SYQS: String(left),
    CHD: loan.offset_since === null || loan.settled !== null ? { ZT: '0' } : { ZT: '1', QYRQ: wireDay(loan.offset_since) },
  };
}

/** The same for who owes it too: marked as that, and without what the borrower has signed for the own account. */
export function wireJointLoan(core: Core, loan: LoanRow): Record<string, unknown> {
  const { CHD: _offset, ...told } = wireLoan(core, loan);
  return { ...told, JKR: '2' };
}

/** A row of DK1001. */
export function wireDue(row: DueRow, today: string): Record<string, unknown> {
  return {
    DQQC: String(row.period),
    YHRQ: wireDay(row.due),
    YHJE: wireAmount(row.principal + row.interest),
    YHBJ: wireAmount(row.principal),
    YHLX: wireAmount(row.interest),
    YE: wireAmount(row.balance_after),
    DKLL: wireRate(row.rate),
    ZT: row.paid !== null ? '1' : row.due < today ? '2' : '3',
  };
}
