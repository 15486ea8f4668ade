import { chinaDateOf } from '@anju/shared/calendar';
import type { CaseReply, CaseStep, CivilDate } from '@anju/shared/contract';
import { momentText, spanText, untilText } from '../../texts/format.ts';
import { caseTexts, endText, returnedTexts, signingTexts, stepTitle, turnTexts } from '../../texts/progress.ts';
import { isLoanMatter, OFFSET_RUN, wordsOf } from '../../texts/routes.ts';
import { stageWord } from '../../texts/stages.ts';
import { caseReasonSentence } from './reason.words.ts';

/** One line of the drawn timeline. */
export interface TimelineLine {
  readonly key: string;
  readonly title: string;
  readonly state: CaseStep['state'];
  /** Beside the title. */
  readonly aside: { readonly kind: 'moment' | 'left' | 'late' | 'outside' | 'yours'; readonly text: string } | null;
  readonly notes: readonly string[];
}

function asideOf(step: CaseStep, reply: CaseReply, booked: string | null): TimelineLine['aside'] {
  if (step.outside === true && step.state !== 'done') return { kind: 'outside', text: caseTexts.outside };
  if (step.state === 'current') {
    // Nobody's desk: it waits for the person.
    if (step.stage === 'signing') return booked === null ? { kind: 'yours', text: caseTexts.yours } : { kind: 'left', text: caseTexts.booked };
    const due = step.dueAt ?? reply.dueAt;
    if (due === null || due === undefined) return null;
    return due < reply.now ? { kind: 'late', text: caseTexts.overdue } : { kind: 'left', text: untilText(due, reply.now) };
  }
  return step.at === undefined || step.state === 'ahead' ? null : { kind: 'moment', text: momentText(step.at, reply.now) };
}

function notesOf(step: CaseStep, reply: CaseReply): readonly string[] {
  const limit = step.limitWorkingDays === undefined || step.limitWorkingDays === 0 ? undefined : caseTexts.limit(step.limitWorkingDays);
  const timing =
    step.state === 'done' && step.usedMinutes !== undefined && step.post !== undefined && limit !== undefined
      ? caseTexts.used(spanText(step.usedMinutes))
      : step.state === 'current' && step.dueAt !== undefined
        ? caseTexts.before(momentText(step.dueAt))
        : undefined;
  const where = step.stage === 'paid' && reply.payee !== null && !isLoanMatter(reply.route) ? caseTexts.toCard(reply.payee.bank, reply.payee.tail, reply.route) : step.post;
  const head = [where, step.outside === true || (step.stage === 'paid' && !isLoanMatter(reply.route)) ? undefined : limit].filter((part): part is string => part !== undefined).join(' · ');
  const line = [head, timing].filter((part): part is string => part !== undefined && part !== '').join('，');
  return [line, ...(step.note === undefined ? [] : [caseReasonSentence(step.note, reply.route)])].filter((text) => text !== '');
}

function titleOf(step: CaseStep, matter: string): string {
  return stepTitle(step.state, step.stage, matter) ?? stageWord(step.stage, matter);
}

/** The timeline as it is drawn: each stage with its post, its limit and the time used. @param booked when the signing is booked for */
export function timelineLines(reply: CaseReply, booked: string | null = null): readonly TimelineLine[] {
  // The bank sent the money back: nothing lies ahead of this case, the person applies anew.
  const steps = reply.stage === 'payment-failed' ? reply.steps.filter((step) => step.state !== 'ahead') : reply.steps;
  return steps.map((step) => ({
    key: step.stage,
    title: titleOf(step, wordsOf(reply)),
    state: step.state,
    aside: asideOf(step, reply, booked),
    notes: notesOf(step, reply),
  }));
}

/** From when the same can be applied for again; null when that day is not told, or over. */
export const nextDayOf = ({ nextEligibleOn, now }: CaseReply): CivilDate | null =>
  nextEligibleOn !== undefined && nextEligibleOn > chinaDateOf(Date.parse(now)) ? nextEligibleOn : null;

/** The applicant's case, seen by who borrows with them: only the applicant books or takes it back. */
export const isOthers = ({ role }: Pick<CaseReply, 'role'>): boolean => role === 'co-borrower';

/** Whose turn it is, in one sentence; never a bare 处理中. @param booked when the signing is booked for, as it is said @param silent whether that is not known now */
export function turnSentence(reply: CaseReply, booked: string | null = null, silent = false): string {
  if (reply.awaitingCore) return turnTexts.awaitingCore(reply.number);
  switch (reply.stage) {
    case 'paid':
      return reply.payee === null || isLoanMatter(reply.route) ? endText('paid', wordsOf(reply)) : turnTexts.paid(caseTexts.toCard(reply.payee.bank, reply.payee.tail, reply.route));
    case 'accepted':
    case 'under-review':
    case 'submitted':
      return heldSentence(reply);
    case 'payment-failed':
      return returnedSentence(reply);
    case 'signing':
      if (booked !== null) return signingTexts.turnBooked(booked);
      if (silent) return signingTexts.turnSilent;
      return isOthers(reply) ? signingTexts.turnOfApplicant : endText('signing', reply.route);
    case 'approved':
    case 'mortgage':
    case 'refused':
    case 'cancelled':
    case 'unknown':
      return endText(reply.stage, wordsOf(reply));
  }
}

/** Where the money is that came back, and the way there is: paid once more to another card only where the case can be handed in again. */
function returnedSentence(reply: CaseReply): string {
  const matter = wordsOf(reply);
  if (isLoanMatter(matter) || matter === OFFSET_RUN || matter === 'down-payment' || reply.fix?.resubmit === true) return endText('payment-failed', matter);
  if (reply.resubmittedAs !== undefined) return returnedTexts.replaced;
  return reply.origin === 'order' ? returnedTexts.order : returnedTexts.other;
}

function heldSentence(reply: CaseReply): string {
  if (reply.overdue) return `${reply.holder === null ? '' : turnTexts.heldOnly(reply.holder)}${turnTexts.late}`;
  if (reply.holder === null) return reply.stage === 'submitted' ? turnTexts.submitted : turnTexts.accepted;
  return reply.dueAt === null ? turnTexts.heldOnly(reply.holder) : turnTexts.held(reply.holder, untilText(reply.dueAt, reply.now));
}
