import type { CaseStage, StandingOrder, StandingRun } from '@anju/shared/contract';
import { Injectable } from '@nestjs/common';
import { cardOf, OpaqueIds } from '../../account/index.ts';
import type { CoreCard, CoreCaseState, CoreStandingOrder, CoreStandingRun } from '../../core-fund/index.ts';
import { Cases, roleOf } from '../../progress/index.ts';

const STAGE: Readonly<Record<CoreCaseState, CaseStage>> = {
  received: 'submitted', accepted: 'accepted', 'under-review': 'under-review', approved: 'approved', signing: 'signing', mortgage: 'mortgage', paid: 'paid',
  refused: 'refused', cancelled: 'cancelled', 'payment-failed': 'payment-failed',
};

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
    const card = cards.find(({ cardNo }) => cardNo === order.cardNo);
    return {
      orderId: this.idOf(personId, order.orderNo),
      kind: order.kind,
      state: order.state,
      signedOn: order.signedOn,
      day: order.day ?? null,
      card: card === undefined ? null : cardOf(card, personId, this.ids),
      next: nextOf(order),
      runs: await Promise.all(order.runs.map((run) => this.runOf(personId, run))),
    };
  }

  private async runOf(personId: string, { on, amountFen, state, caseNo }: CoreStandingRun): Promise<StandingRun> {
    const one = caseNo === undefined ? undefined : await this.cases.byCore('', caseNo);
    return {
      on,
      amountFen: amountFen ?? null,
      state: state === 'skipped' || state === 'waiting' ? state : STAGE[state],
      ...(one !== undefined && roleOf(one, personId) !== undefined ? { caseId: one.caseId } : {}),
    };
  }
}

function nextOf({ state, preview, nextOn }: CoreStandingOrder): StandingOrder['next'] {
  if (state !== 'running') return null;
  if (preview !== undefined) return preview;
  return nextOn === undefined ? null : { on: nextOn, expectedFen: null, enough: true };
}
