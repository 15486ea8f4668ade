import type { Reason } from '@anju/shared/contract';
import { PATHS } from '../../screen/paths.ts';
import { draftListTexts } from '../../texts/withdrawal-form.ts';

/** What a person can do about a reason, from the page they read it on. */
export interface WayOut {
  readonly text: string;
  /** The page that helps, or null: the hotline. */
  readonly url: string | null;
}

const PAGES: Readonly<Record<string, string>> = {
  'card-missing': PATHS.bankCards,
  'name-differs': PATHS.guide('real-name'),
  'mobile-differs': PATHS.guide('mobile-change'),
  'loan-in-arrears': PATHS.myLoan,
  'transfer-running': PATHS.guide('transfer-progress'),
};

/** The way out of a reason; null: time alone, or the sentence itself says where to go. @param runningCaseId the case that is under way */
export function wayOutOf(reason: Reason, runningCaseId?: string): WayOut | null {
  const text = draftListTexts.wayOut[reason.code];
  if (text === undefined) return null;
  if (reason.code === 'case-running') {
    const caseId = runningCaseId ?? reason.params?.['caseId'];
    return { text, url: typeof caseId === 'string' ? PATHS.caseOf(caseId) : PATHS.progress };
  }
  return { text, url: PAGES[reason.code] ?? null };
}
