import type { Reason } from '@anju/shared/contract';
import { loanReasonSentence } from '../../texts/loan-case-reasons.ts';
import { isLoanMatter } from '../../texts/routes.ts';
import { reasonSentence } from '../../texts/withdrawal-reasons.ts';

/** Why, in one sentence, in the words of what the case is about. */
export const caseReasonSentence = (reason: Reason, matter: string): string => (isLoanMatter(matter) ? loanReasonSentence(reason) : reasonSentence(reason));
