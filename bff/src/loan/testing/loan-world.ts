import type { OverviewReading } from '../../account/index.ts';
import { OpaqueIds } from '../../account/index.ts';
import type { CoreLoanPlan, CoreOverview, CorePlanRow, CoreRead } from '../../core-fund/index.ts';
import { SilentLog } from '../../platform/index.ts';
import { fixedClock, testBlindIndex } from '../../platform/testing/index.ts';
import { FindLoan } from '../use-cases/own-loans.ts';
import { Prequalify } from '../use-cases/prequalify.ts';
import { QuotePrepayment } from '../use-cases/quote-prepayment.ts';
import { ShowLoanPlan } from '../use-cases/show-loan-plan.ts';

export const AS_OF = '2026-11-21T01:30:15.000Z';
export const fresh = (overview: CoreOverview, asOf = AS_OF): OverviewReading => ({ state: 'fresh', asOf, askedAt: new Date(asOf), overview, sources: { checks: [] } });
export const stale = (overview: CoreOverview, asOf: string): OverviewReading => ({ state: 'stale', asOf, askedAt: new Date(asOf), overview, sources: { checks: [] } });

/** The loan's reading side with everything outside scripted by hand. */
export class LoanWorld {
  readonly readings = new Map<string, OverviewReading | Promise<OverviewReading>>();
  readonly read: string[] = [];
  readonly plansAsked: string[] = [];
  partner: { readonly personId: string; readonly maskedName: string } | null = null;
  live: { readonly caseId: string; readonly route: string }[] = [];
  plan: CoreRead<CoreLoanPlan> = { kind: 'unreachable' };
  centre = 'xiamen';
  readonly clock = fixedClock(AS_OF);
  readonly ids = new OpaqueIds(testBlindIndex());
  private readonly identities = { of: async (personId: string) => ({ personId, customerNo: `KH-${personId}` }) } as never;
  private readonly overviews = {
    read: async ({ personId }: { personId: string }): Promise<OverviewReading> => {
      this.read.push(personId);
      return this.readings.get(personId) ?? { state: 'unknown' };
    },
  } as never;

  get prequalify(): Prequalify {
    const households = { partnerOf: async () => this.partner } as never;
    return new Prequalify(this.identities, this.overviews, households, { liveOf: async () => this.live } as never, this.clock, { centre: this.centre } as never);
  }
  private get find(): FindLoan {
    const core = { loanPlan: async (customerNo: string, loanNo: string) => (this.plansAsked.push(`${customerNo} ${loanNo}`), this.plan) } as never;
    return new FindLoan(this.identities, this.overviews, core, this.ids);
  }
  /** What a use case that only lists takes. */
  get reading(): [never, never, OpaqueIds] {
    return [this.identities, this.overviews, this.ids];
  }
  get showPlan(): ShowLoanPlan {
    return new ShowLoanPlan(this.find);
  }
  get quote(): QuotePrepayment {
    return new QuotePrepayment(this.find, new SilentLog());
  }
}

/** Twelve instalments of 等额本金 over 1,200,000.00 at 2.60 %: the first two paid, due on the 10th, the next on 10 December. */
export function aPlan(more: Partial<CoreLoanPlan> = {}): CoreLoanPlan {
  const principalFen = 10_000_000;
  const rows = Array.from({ length: 12 }, (_, at): CorePlanRow => {
    const before = 120_000_000 - at * principalFen;
    const interestFen = Math.round((before * 26_000) / 12_000_000);
    const month = ((9 + at) % 12) + 1;
    const dueOn = `${at < 3 ? 2026 : 2027}-${String(month).padStart(2, '0')}-10`;
    return { period: at + 1, dueOn, instalmentFen: principalFen + interestFen, principalFen, interestFen, balanceFen: before - principalFen, annualRateMillionths: 26_000, state: at < 2 ? 'paid' : 'ahead' };
  });
  return { rows, paidPrincipalFen: 20_000_000, paidInterestFen: 498_333, prepaidFen: 0, ...more };
}
