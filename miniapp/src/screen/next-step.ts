import type { IdentityReply } from '@anju/shared/contract';
import { seenTexts } from '../texts/seen.ts';

/** What comes after the press: being seen, by face or by a code of the counter, or nothing when that was a moment ago. @param unsent it was pressed without a network */
export function nextStepText(identity: Pick<IdentityReply, 'stepUp'> | null, fresh: boolean, unsent = false): string {
  if (unsent) return seenTexts.unsent;
  if (fresh) return seenTexts.fresh;
  return identity?.stepUp === 'counter-code' ? seenTexts.codeNext : seenTexts.faceNext;
}
