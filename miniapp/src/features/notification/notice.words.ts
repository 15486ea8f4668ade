import type { Notice } from '@anju/shared/contract';
import { yuanText } from '../../texts/format.ts';
import { inboxTexts, noticeText } from '../../texts/notification.ts';
import { caseTitle, wordsOf } from '../../texts/routes.ts';
import { stageWord } from '../../texts/stages.ts';

export interface NoticeWords {
  readonly title: string;
  readonly text: string;
  readonly small: string;
}

/** A notice as a person reads it; hidden amounts stay hidden here too. */
export function noticeWords(notice: Notice, amountsShown: boolean): NoticeWords {
  const amount = amountsShown ? yuanText(notice.amountFen) : inboxTexts.hiddenAmount;
  const also = inboxTexts.alsoBy[notice.alsoBy];
  return {
    title: `${caseTitle(notice)} · ${stageWord(notice.stage, wordsOf(notice))}`,
    text: noticeText(notice, amount),
    small: [inboxTexts.number(notice.number), also].filter((part) => part !== '').join(' · '),
  };
}
