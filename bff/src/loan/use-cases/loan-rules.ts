import type { EstimateBody, EstimateReply, ProblemField, ScheduleBody, ScheduleReply } from '@anju/shared/contract';
import { chinaDateOf } from '@anju/shared/calendar';
import { buildSchedule, checkScheduleInput, estimateFor } from '@anju/shared/loan';
import { packOf } from '@anju/shared/policy/packs';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '../../platform/index.ts';
import { policyTexts } from '../../texts/index.ts';

/** What the engine finds wrong, as a refusal; a day before any rule has a code of its own. */
export function refusedInput(fields: readonly ProblemField[]): Refusal {
  const tooEarly = fields.some(({ field, rule }) => field === 'asOf' && rule === 'too-early');
  return new Refusal(tooEarly ? 'policy.date-too-early' : 'loan.input-out-of-range', { fields });
}

export function centreUnknown(): Refusal {
  return new Refusal('policy.centre-unknown', { fields: [{ field: 'centre', rule: 'unknown', message: policyTexts.centreUnknown }] });
}

/** How much a household may borrow; the same engine as on the phone, with the packs of every centre. */
@Injectable()
export class EstimateLoan {
  constructor(private readonly clock: Clock) {}

  /** @throws Refusal `loan.input-out-of-range` with the fields, `policy.date-too-early`, `policy.centre-unknown` */
  execute(body: EstimateBody): EstimateReply {
    const outcome = estimateFor(body, chinaDateOf(this.clock.now()), packOf);
    if (outcome.kind === 'invalid') throw refusedInput(outcome.fields);
    if (outcome.kind === 'centre-unknown') throw centreUnknown();
    return outcome.estimate;
  }
}

/** What is to be paid back, period by period. */
@Injectable()
export class ScheduleLoan {
  /** @throws Refusal `loan.input-out-of-range` with the fields */
  execute(body: ScheduleBody): ScheduleReply {
    const fields = checkScheduleInput(body);
    if (fields.length > 0) throw refusedInput(fields);
    return buildSchedule(body);
  }
}
