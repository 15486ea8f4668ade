import type { EstimateReply } from '@anju/shared/contract';
import { AdviceList } from '../../../screen/advice/advice-list.tsx';
import { go, PATHS } from '../../../screen/index.ts';
import { prequalificationTexts as texts } from '../../../texts/loan-case.ts';
import { calculatorTexts } from '../../../texts/loan-calculator.ts';
import type { LoanWish } from '../loan.wish.ts';
import { advisedOf } from '../prequalification.view.ts';

export interface AdvisedProps {
  readonly estimate: EstimateReply;
  readonly wish: LoanWish;
  /** Puts a changed wish in place of this one. @param change what was changed, in words */
  onTry(change: string, tried: LoanWish): void;
}

/** What would raise the quota: tried here where it is the person's to choose, a spouse is invited, the rest is said. */
export function AdvisedList({ estimate, wish, onTry }: AdvisedProps) {
  const items = advisedOf(estimate, wish).map(({ code, sentence, change, tried }) => {
    if (tried !== null) return { code, sentence, action: { text: calculatorTexts.try, onPress: () => onTry(change, tried) } };
    return { code, sentence, action: code === 'spouse-joins' ? { text: texts.invite, onPress: () => go(PATHS.household) } : null };
  });
  return <AdviceList items={items} />;
}
