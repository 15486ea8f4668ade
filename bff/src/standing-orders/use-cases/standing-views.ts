import type { StandingOrder, StandingOrderKind, StandingRun } from '@anju/shared/contract';
import { STANDING_ROUTES } from '@anju/shared/withdrawal';
import { Injectable } from '@nestjs/common';
import { cardOf, OpaqueIds } from '../../account/index.ts';
import type { CoreCard, CoreStandingOrder, CoreStandingRun } from '../../core-fund/index.ts';
import { Cases, stageOf } from '../../progress/index.ts';

type CaseIds = ReadonlyMap<string | null, string>;

/** A standing order as its owner sees it: ids that fit nobody else, the card's tail only, our own id of each run's case. */
@Injectable()
export class StandingViews {
  constructor(
    private readonly ids: OpaqueIds,
    private readonly cases: Cases,
  ) {}

  idOf(personId: string, orderNo: string): string {
    return this.ids.standingOrder(personId, orderNo);
  }

  async of(personId: string, order: CoreStandingOrder, cards: readonly CoreCard[]): Promise<StandingOrder> {
    return this.view(personId, order, cards, await this.casesOf(personId, [order]));
  }

  /** Several, with one reading of the cases of all their runs. */
  async all(personId: string, orders: readonly CoreStandingOrder[], cards: readonly CoreCard[]): Promise<readonly StandingOrder[]> {
    const known = await this.casesOf(personId, orders);
    return orders.map((order) => this.view(personId, order, cards, known));
  }

  /** Our id of each run's case, by the core's number. */
  private async casesOf(personId: string, orders: readonly CoreStandingOrder[]): Promise<CaseIds> {
    const numbers = orders.flatMap(({ runs }) => runs.flatMap(({ caseNo }) => caseNo ?? []));
    return new Map((await this.cases.ofCore(personId, numbers)).map(({ coreCaseNo, caseId }) => [coreCaseNo, caseId]));
  }

  private view(personId: string, order: CoreStandingOrder, cards: readonly CoreCard[], known: CaseIds): StandingOrder {
    const card = cards.find(({ cardNo }) => cardNo === order.cardNo);
    return {
      orderId: this.idOf(personId, order.orderNo),
      kind: order.kind,
      state: order.state,
      signedOn: order.signedOn,
      day: order.day ?? null,
      card: card === undefined ? null : cardOf(card, personId, this.ids),
      next: nextOf(order),
      skipped: order.skipped,
      runs: order.runs.map((run) => runOf(order.kind, run, known)),
    };
  }
}

function runOf(kind: StandingOrderKind, { on, amountFen, state, caseNo }: CoreStandingRun, known: CaseIds): StandingRun {
  const caseId = caseNo === undefined ? undefined : known.get(caseNo);
  return {
    on,
    amountFen: amountFen ?? null,
    state: state === 'skipped' || state === 'waiting' ? state : stageOf(state, STANDING_ROUTES[kind]),
    ...(caseId === undefined ? {} : { caseId }),
  };
}

function nextOf({ state, preview, nextOn }: CoreStandingOrder): StandingOrder['next'] {
  if (state !== 'running') return null;
  if (preview !== undefined) return preview;
  return nextOn === undefined ? null : { on: nextOn, expectedFen: null, enough: true };
}
