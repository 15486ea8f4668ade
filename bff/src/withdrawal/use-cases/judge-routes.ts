import type { RouteVerdict, WithdrawalRouteId } from '@anju/shared/contract';
import type { PlainDate } from '@anju/shared/calendar';
import type { CentrePack } from '@anju/shared/policy';
import { packOf } from '@anju/shared/policy/packs';
import { isWithdrawalRoute, routeVerdict, WITHDRAWAL_ROUTES } from '@anju/shared/withdrawal';
import type { WithdrawalFacts } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import type { OverviewReading } from '../../account/index.ts';
import { dayOf } from '../../account/index.ts';
import { Config } from '../../config.ts';
import type { CoreAccount, CoreOverview } from '../../core-fund/index.ts';
import { Clock, Refusal } from '../../platform/index.ts';
import { Cases } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { factsOf, payingAccount } from './withdrawal-facts.ts';

export type KnownOverview = Extract<OverviewReading, { overview: CoreOverview }>;

type LiveWithdrawal = ServiceCase & { readonly route: WithdrawalRouteId };

const isWithdrawal = (one: ServiceCase): one is LiveWithdrawal => isWithdrawalRoute(one.route);

/** A person's situation as the rules see it. */
export interface Situation {
  readonly facts: WithdrawalFacts;
  readonly pack: CentrePack;
  readonly today: PlainDate;
  readonly account: CoreAccount;
  /** Withdrawals that are on their way; a case of the loan keeps nobody from a withdrawal. */
  readonly live: readonly LiveWithdrawal[];
}

@Injectable()
export class JudgeRoutes {
  constructor(
    private readonly cases: Cases,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws Refusal `policy.centre-unknown` when this centre has no rules, `core.unreachable` when the core names no account */
  async situation(personId: string, reading: KnownOverview): Promise<Situation> {
    const today = dayOf([reading], this.clock.now());
    const pack = packOf(this.config.centre);
    if (pack === null) throw new Refusal('policy.centre-unknown');
    const account = payingAccount(reading.overview);
    if (account === undefined) throw new Refusal('core.unreachable');
    const live = (await this.cases.liveOf(personId)).filter(isWithdrawal);
    return { facts: factsOf(reading.overview, account, live, today), pack, today, account, live };
  }

  verdict(route: WithdrawalRouteId, { facts, pack, today }: Situation): RouteVerdict {
    return routeVerdict(route, facts, pack, today);
  }

  all(situation: Situation): readonly RouteVerdict[] {
    return WITHDRAWAL_ROUTES.map((route) => this.verdict(route, situation));
  }
}
