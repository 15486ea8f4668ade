import type { IdentityReply } from '@anju/shared/contract';
import { confirmTexts } from '../../texts/withdrawal.ts';

/** What comes after the press: being seen, or nothing when that was a moment ago. */
export function seenNextText(identity: IdentityReply | null, fresh: boolean): string {
  if (fresh) return confirmTexts.faceFresh;
  return identity?.stepUp === 'counter-code' ? confirmTexts.codeNext : confirmTexts.faceNext;
}
