import type { CaseReply, CaseStage } from '@anju/shared/contract';
import { loanResultTexts as texts } from '../../texts/loan-case.ts';
import { stageMeans } from '../../texts/stages.ts';

export interface ResultWords {
  readonly mark: 'done' | 'wait' | 'stop';
  readonly title: string;
  readonly lead: string;
}

/** When a message goes out to the person, and where the rest is to be read. */
export function noticeWords(matter: string, channel: 'weapp' | 'h5'): string {
  const by = texts.by[channel];
  return matter === 'loan-prepayment' ? texts.noticePrepaid(by) : texts.notice(by);
}

/** What to tell the person first: taken in, done, or waiting for the core. */
export function loanResultWords(matter: string, stage: CaseStage, reply: CaseReply | null): ResultWords {
  if (stage === 'refused') return { mark: 'stop', title: texts.refused, lead: stageMeans(stage, matter) };
  if (stage === 'cancelled') return { mark: 'stop', title: texts.cancelled, lead: stageMeans(stage, matter) };
  if (stage === 'payment-failed') return { mark: 'stop', title: texts.paymentFailed, lead: stageMeans(stage, matter) };
  if (stage === 'unknown' || reply?.awaitingCore === true) return { mark: 'wait', title: texts.waiting, lead: texts.waitingLead };
  if (matter === 'loan-prepayment') {
    return stage === 'paid' ? { mark: 'done', title: texts.prepaid, lead: texts.prepaidLead } : { mark: 'wait', title: texts.prepaying, lead: texts.prepayingLead };
  }
  return { mark: 'done', title: texts.received, lead: texts.receivedLead };
}
