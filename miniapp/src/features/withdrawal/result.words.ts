import type { CaseReply, CaseStage } from '@anju/shared/contract';
import { confirmTexts, resultTexts } from '../../texts/withdrawal.ts';
import { stageMeans } from '../../texts/stages.ts';

export interface ResultWords {
  readonly mark: 'done' | 'wait' | 'stop';
  readonly title: string;
  readonly lead: string;
}

/** What to tell the person first: the money is there, the case is taken in, or it waits for the core. */
export function resultWords(stage: CaseStage, reply: CaseReply | null): ResultWords {
  if (stage === 'paid') {
    const payee = reply?.payee ?? null;
    return { mark: 'done', title: resultTexts.paid, lead: payee === null ? resultTexts.paidLeadNoCard : resultTexts.paidLead(confirmTexts.ownCard(payee.bank, payee.tail)) };
  }
  if (stage === 'refused') return { mark: 'stop', title: resultTexts.refused, lead: stageMeans(stage) };
  if (stage === 'cancelled') return { mark: 'stop', title: resultTexts.cancelled, lead: stageMeans(stage) };
  if (stage === 'payment-failed') return { mark: 'stop', title: resultTexts.paymentFailed, lead: stageMeans(stage) };
  if (stage === 'unknown' || reply?.awaitingCore === true) return { mark: 'wait', title: resultTexts.waiting, lead: resultTexts.waitingLead };
  if (stage === 'submitted') return { mark: 'wait', title: resultTexts.submitted, lead: resultTexts.receivedLead };
  return { mark: 'wait', title: resultTexts.received, lead: resultTexts.receivedLead };
}
