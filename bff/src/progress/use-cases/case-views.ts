import type { CaseReply, CaseSummary } from '@anju/shared/contract';
import { mayCancel } from '@anju/shared/progress';
import type { StageMoment } from '../domain/cases.ts';
import { deskInCharge, stepsOf } from '../domain/timeline.ts';
import type { ServiceCase } from '../domain/service-case.ts';

/** A case as a line of a list. */
export function summaryOf(one: ServiceCase, now: Date): CaseSummary {
  const desk = deskInCharge(one);
  // A desk without a limit has no clock, as in the timeline.
  const dueAt = desk === undefined || desk.limitWorkingDays === 0 ? null : (desk.dueAt ?? null);
  return {
    caseId: one.caseId,
    number: one.number,
    route: one.route,
    amountFen: one.amountFen,
    stage: one.stage,
    submittedAt: one.submittedAt.toISOString(),
    updatedAt: one.updatedAt.toISOString(),
    holder: desk?.post ?? null,
    dueAt,
    overdue: dueAt !== null && new Date(dueAt).getTime() < now.getTime(),
  };
}

/** A case with everything the person may see of it. */
export function replyOf(one: ServiceCase, history: readonly StageMoment[], now: Date): CaseReply {
  const { record, refusal } = one;
  return {
    ...summaryOf(one, now),
    steps: stepsOf(one, history, now),
    checks: record?.checks ?? [],
    payee: one.payee,
    ...(record?.paidAt === undefined ? {} : { paidAt: record.paidAt }),
    ...(record?.interestFen === undefined ? {} : { interestFen: record.interestFen }),
    ...(refusal === null ? {} : { refusal }),
    // While nobody knows whether the core has it, nobody can take it back either.
    canCancel: mayCancel(one.stage, one.route) && one.link !== 'asked',
    ...(record?.nextEligibleOn === undefined ? {} : { nextEligibleOn: record.nextEligibleOn }),
    awaitingCore: one.link === 'to-send' || one.link === 'asked',
    now: now.toISOString(),
  };
}
