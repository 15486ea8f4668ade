import type { HomeReply, Reason } from '@anju/shared/contract';
import { policyCentres } from '@anju/shared/policy/packs';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config.ts';
import type { CoreOverview } from '../../core-fund/index.ts';
import { Identities } from '../../identity/index.ts';
import { Notices } from '../../notification/index.ts';
import { Clock } from '../../platform/index.ts';
import { RunningCases } from '../../progress/index.ts';
import { RouteAdvice } from '../route-advice.port.ts';
import { accountsOf } from './account-views.ts';
import { OpaqueIds } from './opaque-ids.ts';
import type { OverviewReading } from './overview-store.ts';
import { datedFrom, OverviewStore } from './overview-store.ts';

function lastContributionOf(overview: CoreOverview): { bookedOn: string; amountFen: number; month: string } | null {
  if (overview.lastContribution === null) return null;
  const { bookedOn, amountFen, month } = overview.lastContribution;
  return { bookedOn, amountFen, month };
}

function loanOf(overview: CoreOverview): { balanceFen: number; nextDueOn: string; nextDueFen: number; overduePeriods: number } | null {
  const loan = overview.loans.find((one) => !one.settled);
  if (loan === undefined) return null;
  const { balanceFen, nextDueOn, nextDueFen, overduePeriods } = loan;
  return { balanceFen, nextDueOn, nextDueFen, overduePeriods };
}

/** What is to be put right: as the core says now, else as it said at binding. */
function tasksOf(reading: OverviewReading, atBinding: readonly Reason[]): readonly Reason[] {
  return reading.state === 'unknown' ? atBinding : reading.overview.tasks.map((code) => ({ code }));
}

/** The home page: one call to the core, everything else from our own database. */
@Injectable()
export class ShowHome {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
    private readonly cases: RunningCases,
    private readonly notices: Notices,
    private readonly advice: RouteAdvice,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async execute(personId: string): Promise<HomeReply> {
    const person = await this.identities.of(personId);
    const [reading, runningCases, unread] = await Promise.all([
      this.overviews.read(person),
      this.cases.execute(personId),
      this.notices.unread(personId),
    ]);
    const { centre } = this.config;
    return {
      person: person.masked,
      centre: { id: centre, name: policyCentres.find((one) => one.centre === centre)?.name ?? centre },
      accounts: datedFrom(reading, (overview) => accountsOf(overview, personId, this.ids)),
      lastContribution: datedFrom(reading, lastContributionOf),
      loan: datedFrom(reading, loanOf),
      runningCases,
      suggestion: await this.advice.best(personId, reading),
      tasks: tasksOf(reading, person.tasks),
      unread,
      core: reading.state === 'fresh' ? 'up' : 'down',
      now: this.clock.now().toISOString(),
    };
  }
}
