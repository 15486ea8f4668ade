import type { CaseReply, CaseStage } from '@anju/shared/contract';
import { payeeText } from '../../texts/bank.ts';
import { endText, returnedTexts } from '../../texts/progress.ts';
import { OFFSET_RUN, wordsOf } from '../../texts/routes.ts';
import { stageMeans } from '../../texts/stages.ts';
import { resultTexts } from '../../texts/withdrawal.ts';

export interface ResultWords {
  readonly mark: 'done' | 'wait' | 'stop';
  readonly title: string;
  readonly lead: string;
  /** The first button, which opens the case. */
  readonly button: string;
}

/** Where the money went; until the case itself is there, as much as the route says. */
function paidLead(reply: CaseReply | null, route: string): string {
  if (reply === null) return route === 'down-payment' ? endText('paid', route) : resultTexts.paidLeadNoCard;
  const { payee } = reply;
  return payee === null ? endText('paid', wordsOf(reply)) : resultTexts.paidLead(payeeText(payee.bank, payee.tail, reply.route));
}

/** Where the money is that came back; what to do about it is said where it can be done, on the case. */
function returnedLead(reply: CaseReply | null, route: string): string {
  const matter = reply === null ? route : wordsOf(reply);
  return matter === OFFSET_RUN || matter === 'down-payment' || reply?.fix?.resubmit === true ? endText('payment-failed', matter) : returnedTexts.replaced;
}

/** What to tell the person first: the money is there, the case is taken in, or it waits for the core. @param route of the submission */
export function resultWords(stage: CaseStage, reply: CaseReply | null, route: string): ResultWords {
  return { button: stage === 'payment-failed' ? resultTexts.toHelp : resultTexts.toCase, ...headWords(stage, reply, route) };
}

function headWords(stage: CaseStage, reply: CaseReply | null, route: string): Omit<ResultWords, 'button'> {
  if (stage === 'paid') return { mark: 'done', title: resultTexts.paid, lead: paidLead(reply, route) };
  if (stage === 'refused') return { mark: 'stop', title: resultTexts.refused, lead: stageMeans(stage) };
  if (stage === 'cancelled') return { mark: 'stop', title: resultTexts.cancelled, lead: stageMeans(stage) };
  if (stage === 'payment-failed') return { mark: 'stop', title: resultTexts.paymentFailed, lead: returnedLead(reply, route) };
  if (stage === 'unknown' || reply?.awaitingCore === true) return { mark: 'wait', title: resultTexts.waiting, lead: resultTexts.waitingLead };
  if (stage === 'submitted') return { mark: 'wait', title: resultTexts.submitted, lead: resultTexts.receivedLead };
  return { mark: 'wait', title: resultTexts.received, lead: resultTexts.receivedLead };
}
