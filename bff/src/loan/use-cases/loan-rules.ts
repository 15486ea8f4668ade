import type { EstimateBody, EstimateReply, LoansReply, ScheduleBody, ScheduleReply } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { buildSchedule, checkScheduleInput, estimateFor } from '@anju/shared/loan';
import { Injectable } from '@nestjs/common';
import { datedFrom, loanOf, OpaqueIds, OverviewStore } from '../../account/index.ts';
import { Identities } from '../../identity/index.ts';
import { Clock, Refusal } from '../../platform/index.ts';

/** How much a household may borrow; the same engine as on the phone. */
@Injectable()
export class EstimateLoan {
  constructor(private readonly clock: Clock) {}

  /** @throws Refusal `loan.input-out-of-range` with the fields, `policy.centre-unknown` */
  execute(body: EstimateBody): EstimateReply {
    const outcome = estimateFor(body, chinaDateOf(this.clock.now()));
    if (outcome.kind === 'invalid') throw new Refusal('loan.input-out-of-range', { fields: outcome.fields });
    if (outcome.kind === 'centre-unknown') throw new Refusal('policy.centre-unknown', { fields: [{ field: 'centre', rule: 'unknown', message: '暂无该城市的政策' }] });
    return outcome.estimate;
  }
}

/** What is to be paid back, period by period. */
@Injectable()
export class ScheduleLoan {
  /** @throws Refusal `loan.input-out-of-range` with the fields */
  execute(body: ScheduleBody): ScheduleReply {
    const fields = checkScheduleInput(body);
    if (fields.length > 0) throw new Refusal('loan.input-out-of-range', { fields });
    return buildSchedule(body);
  }
}

/** The person's fund loans that still run; settled ones are left out. */
@Injectable()
export class ListLoans {
  constructor(
    private readonly identities: Identities,
    private readonly overviews: OverviewStore,
    private readonly ids: OpaqueIds,
  ) {}

  async execute(personId: string): Promise<LoansReply> {
    const reading = await this.overviews.read(await this.identities.of(personId));
    const loans = datedFrom(reading, (overview) => overview.loans.filter((loan) => !loan.settled).map((loan) => loanOf(loan, personId, this.ids)));
    if (loans.state === 'unknown') return { loans };
    const told = loans.value.filter((loan) => loan !== undefined);
    // A list with a loan missing would be a wrong answer; that they are not known is a right one.
    return { loans: told.length === loans.value.length ? { ...loans, value: told } : { state: 'unknown', reason: 'core-down' } };
  }
}
