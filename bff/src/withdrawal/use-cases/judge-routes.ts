import type { WithdrawalAnswers, WithdrawalRouteId } from '@anju/shared/contract';
import type { PlainDate } from '@anju/shared/calendar';
import type { CentrePack } from '@anju/shared/policy';
import { packOf } from '@anju/shared/policy/packs';
import { isWithdrawalRoute, routeDefinition, routeForm, routeOffer, WITHDRAWAL_ROUTES, withAnswers } from '@anju/shared/withdrawal';
import type { Answered, MissingField, RouteOffer, WithdrawalFacts } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import type { OverviewReading } from '../../account/index.ts';
import { dayOf } from '../../account/index.ts';
import { Config } from '../../config.ts';
import type { CoreAccount, CoreHome, CoreOverview } from '../../core-fund/index.ts';
import { Clock, Refusal } from '../../platform/index.ts';
import { Cases } from '../../progress/index.ts';
import type { ServiceCase } from '../../progress/index.ts';
import { withAnsweredHistory } from './answered-history.ts';
import type { NamedContract } from './chosen-home.ts';
import { HOME_ANSWER, possibleHomes } from './chosen-home.ts';
import { asTheCoreHears } from './core-conditions.ts';
import type { Told } from './withdrawal-facts.ts';
import { factsOf, payingAccount } from './withdrawal-facts.ts';

export type KnownOverview = Extract<OverviewReading, { overview: CoreOverview }>;

type LiveWithdrawal = ServiceCase & { readonly route: WithdrawalRouteId };

/** GFHTBH of JGJ/T 320. */
const LONGEST_CONTRACT = 30;

const isWithdrawal = (one: ServiceCase): one is LiveWithdrawal => isWithdrawalRoute(one.route);

/** A person's situation as the rules see it. */
export interface Situation {
  readonly told: Told;
  readonly pack: CentrePack;
  readonly today: PlainDate;
  readonly account: CoreAccount;
  /** Withdrawals that are on their way; a case of the loan keeps nobody from a withdrawal. */
  readonly live: readonly LiveWithdrawal[];
}

/** A form as a route stands with the answers so far. */
export interface RouteFormFor {
  readonly offer: RouteOffer;
  readonly facts: WithdrawalFacts;
  /** The home on the register it is about. */
  readonly home: CoreHome | undefined;
  readonly fields: readonly MissingField[];
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
    const told = { overview: reading.overview, sources: reading.sources };
    return { told, pack, today, account, live };
  }

  /**
   * Among which homes on the register a person chooses, the newest first: those for which the route is open; one at most where none is, or where a
   * route is not about a home.
   */
  homes(route: WithdrawalRouteId, situation: Situation): readonly CoreHome[] {
    const { overview, sources } = situation.told;
    const possible = possibleHomes(route, sources, overview.withdrawal.history);
    if (routeDefinition(route).about !== 'home' || possible.length < 2) return possible.slice(0, 1);
    const open = possible.filter((home) => this.offer(route, situation, this.facts(route, situation, undefined, home)).verdict.eligible);
    return open.length > 0 ? open : possible.slice(0, 1);
  }

  /** The home a person chose; without a choice the newest. */
  home(route: WithdrawalRouteId, situation: Situation, chosen?: unknown): CoreHome | undefined {
    const homes = this.homes(route, situation);
    return homes.find(({ address }) => address === chosen) ?? homes[0];
  }

  /** The facts of a route; its home is the one on the register, or that of the contract the person named. */
  facts(route: WithdrawalRouteId, situation: Situation, named?: NamedContract, home = this.home(route, situation)): WithdrawalFacts {
    const { told, account, live, today } = situation;
    return factsOf(told, account, live, today, { named, home });
  }

  /** What a person is offered on facts, with what else this core asks for. */
  offer(route: WithdrawalRouteId, { told, pack, today }: Situation, facts: WithdrawalFacts): RouteOffer {
    return asTheCoreHears(route, routeOffer(route, facts, pack, today), told.sources, facts);
  }

  /**
   * The form with what a draft has answered so far: the maximum follows the answers, each may bring another question, and what is answered stays in
   * the list, so that it can be changed. A route that stands closed without any answer asks nothing.
   */
  form(route: WithdrawalRouteId, situation: Situation, given: WithdrawalAnswers): RouteFormFor {
    const { [HOME_ANSWER]: chosen, ...answers } = given;
    const home = this.home(route, situation, chosen);
    const base = this.facts(route, situation, undefined, home);
    const bare = this.offer(route, situation, base);
    const asked = this.homeField(route, situation);
    if (!bare.verdict.eligible) return { offer: bare, facts: base, home, fields: bare.missing };
    if (Object.keys(answers).length === 0) return { offer: bare, facts: base, home, fields: [...asked, ...bare.missing] };
    const { fields, answered } = routeForm(route, base, answers, situation.pack, situation.today);
    const facts = withAnsweredHistory(route, answered.facts, situation.told.overview.withdrawal.history);
    const offer = this.offer(route, situation, facts);
    const more = offer.missing.filter(({ name }) => !fields.some((field) => field.name === name));
    return { offer, facts, home, fields: [...asked, ...fields, ...more] };
  }

  /** With several homes that a route can be about the person says which; who says nothing means the first. The choices are worded here. */
  private homeField(route: WithdrawalRouteId, situation: Situation): readonly MissingField[] {
    const homes = this.homes(route, situation);
    return homes.length < 2 ? [] : [{ name: HOME_ANSWER, kind: 'choice', group: 'home', choices: homes.map(({ address }) => address), optional: true }];
  }

  /** Every route, in the order they are listed. */
  all(situation: Situation): readonly RouteOffer[] {
    return WITHDRAWAL_ROUTES.map((route) => this.offer(route, situation, this.facts(route, situation)));
  }

  /** The facts with the person's answers among them, and what is wrong with the answers. */
  answered(route: WithdrawalRouteId, facts: WithdrawalFacts, answers: WithdrawalAnswers, { pack, today, told }: Situation): Answered {
    const heard = withAnswers(route, facts, answers, pack, today);
    const longer = typeof answers['contractNumber'] === 'string' && answers['contractNumber'].length > LONGEST_CONTRACT;
    const tooLong = longer ? [{ field: 'answers.contractNumber', rule: 'maximum' as const }] : [];
    return { ...heard, facts: withAnsweredHistory(route, heard.facts, told.overview.withdrawal.history), faults: [...heard.faults, ...tooLong] };
  }
}
