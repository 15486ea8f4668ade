import type { IdentityReply } from '@anju/shared/contract';
import { seenTexts } from '../texts/seen.ts';

/** What comes after the press: being seen, by face or by a code of the counter, or nothing when that was a moment ago. */
export function nextStepText(identity: Pick<IdentityReply, 'stepUp'> | null, fresh: boolean): string {
  const byCode = identity?.stepUp === 'counter-code';
  if (fresh) return byCode ? seenTexts.codeFresh : seenTexts.faceFresh;
  return byCode ? seenTexts.codeNext : seenTexts.faceNext;
}
