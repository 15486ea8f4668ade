import type { CaseReply, CaseRole, CaseSummary, Reason } from '@anju/shared/contract';
import { mayCancel } from '@anju/shared/progress';
import { fixOf } from './case-fix.ts';
import type { StageMoment } from '../domain/cases.ts';
import { deskInCharge, stepsOf } from '../domain/timeline.ts';
import type { ServiceCase } from '../domain/service-case.ts';
import { originOf, roleOf } from '../domain/service-case.ts';

/** What a refusal says of the case and not of one borrower. */
const OF_BOTH = ['core-words', 'house-not-confirmed', 'amount-above-limit', 'term-too-long', 'partner-not-married', 'contract-missing', 'rejected'];

/** Of two who borrow, each is told only what stands in their own way: of the other, that something does. */
function refusalFor(refusal: Reason | null, role: CaseRole): Reason | null {
  if (refusal === null || role === 'applicant' || OF_BOTH.includes(refusal.code)) return refusal;
  return { code: refusal.code === 'partner-ineligible' ? 'own-ineligible' : 'partner-ineligible' };
}

/** What the words are about is for the fix alone. */
function worded({ code, params }: Reason): Reason {
  const { about: _about, ...rest } = params ?? {};
  return params === undefined ? { code } : { code, params: rest };
}

const roleIn = (one: ServiceCase, viewerId: string): CaseRole => roleOf(one, viewerId) ?? 'co-borrower';

/** A case as a line of a list, for its applicant or for who borrows too. @param resubmittedAs the case that took its place */
export function summaryOf(one: ServiceCase, viewerId: string, now: Date, resubmittedAs?: string): CaseSummary {
  const desk = deskInCharge(one);
  // A desk without a limit has no clock, as in the timeline.
  const origin = originOf(one);
  const dueAt = desk === undefined || desk.limitWorkingDays === 0 ? null : (desk.dueAt ?? null);
  return {
    caseId: one.caseId,
    role: roleIn(one, viewerId),
    ...(origin === undefined ? {} : { origin }),
    number: one.number,
    route: one.route,
    amountFen: one.amountFen,
    stage: one.stage,
    submittedAt: one.submittedAt.toISOString(),
    updatedAt: one.updatedAt.toISOString(),
    holder: desk?.post ?? null,
    dueAt,
    overdue: dueAt !== null && new Date(dueAt).getTime() < now.getTime(),
    ...(resubmittedAs === undefined ? {} : { resubmittedAs }),
    ...(one.resubmits === null ? {} : { resubmits: one.resubmits }),
  };
}

/** What a case left behind: its stages, and the case that took its place. */
export interface CaseTrail {
  readonly history: readonly StageMoment[];
  readonly resubmittedAs?: string | undefined;
}

/** A case with everything the person may see of it. */
export function replyOf(kept: ServiceCase, viewerId: string, { history, resubmittedAs }: CaseTrail, now: Date): CaseReply {
  const role = roleIn(kept, viewerId);
  const one = { ...kept, refusal: refusalFor(kept.refusal, role) };
  const { record, refusal } = one;
  const fix = fixOf(one);
  return {
    ...summaryOf(one, viewerId, now, resubmittedAs),
    steps: stepsOf(one, history, now),
    checks: record?.checks ?? [],
    payee: one.payee,
    ...(record?.paidAt === undefined ? {} : { paidAt: record.paidAt }),
    ...(record?.interestFen === undefined ? {} : { interestFen: record.interestFen }),
    ...(refusal === null ? {} : { refusal: worded(refusal) }),
    ...(fix === undefined || role !== 'applicant' ? {} : { fix }),
    ...(one.terms?.matter === 'closing' ? { closing: { ends: one.terms.ends, interestFen: record?.interestFen ?? null } } : {}),
    // While nobody knows whether the core has it, nobody can take it back either.
    canCancel: role === 'applicant' && mayCancel(one.stage, one.route) && one.link !== 'asked',
    ...(record?.nextEligibleOn === undefined ? {} : { nextEligibleOn: record.nextEligibleOn }),
    awaitingCore: one.link === 'to-send' || one.link === 'asked',
    now: now.toISOString(),
  };
}
