import type { Loan, PlanRow } from '@anju/shared/contract';

/** Owed together with the applicant, who alone may change it. */
export const isJoint = ({ role }: Pick<Loan, 'role'>): boolean => role === 'co-borrower';

/** What an instalment of the usual amount is, where the next one is less: a prepayment has paid its interest up to the day already. null: no less. */
export function usualAfterNext(rows: readonly PlanRow[], prepaidFen: number): number | null {
  const [next, then] = rows.filter((one) => one.state === 'ahead');
  if (prepaidFen === 0 || next === undefined || then === undefined) return null;
  return next.instalmentFen < then.instalmentFen ? then.instalmentFen : null;
}

/** One calendar year of a plan. */
export interface PlanYear {
  readonly year: string;
  readonly rows: readonly PlanRow[];
  readonly totalFen: number;
  readonly interestFen: number;
  readonly state: 'paid' | 'part' | 'ahead' | 'overdue';
}

function stateOf(rows: readonly PlanRow[]): PlanYear['state'] {
  if (rows.some((row) => row.state === 'overdue')) return 'overdue';
  if (rows.every((row) => row.state === 'paid')) return 'paid';
  return rows.every((row) => row.state === 'ahead') ? 'ahead' : 'part';
}

/** The plan by calendar year, as it is due. */
export function planYears(rows: readonly PlanRow[]): readonly PlanYear[] {
  const years = rows.map((row) => row.dueOn.slice(0, 4)).filter((year, at, all) => all.indexOf(year) === at);
  return years.map((year) => {
    const own = rows.filter((row) => row.dueOn.startsWith(year));
    return {
      year,
      rows: own,
      totalFen: own.reduce((sum, row) => sum + row.instalmentFen, 0),
      interestFen: own.reduce((sum, row) => sum + row.interestFen, 0),
      state: stateOf(own),
    };
  });
}

/** The years around one, three at most: thirty of them are a wall. */
export function yearsAround(years: readonly PlanYear[], year: string | null): readonly PlanYear[] {
  const at = Math.max(0, years.findIndex((one) => one.year === year));
  const from = Math.max(0, Math.min(at - 1, years.length - 3));
  return years.slice(from, from + 3);
}

/** The year that stands open at first: the one in which something is due next, else the last. */
export function openYear(years: readonly PlanYear[]): string | null {
  return (years.find((one) => one.state === 'overdue') ?? years.find((one) => one.state === 'part') ?? years.find((one) => one.state === 'ahead') ?? years[years.length - 1])?.year ?? null;
}
