import { accountGuides } from './account.guides.ts';
import { certificateGuides } from './certificate.guides.ts';
import { contactGuides } from './contact.guides.ts';
import type { Guide, Guides } from './guide.ts';
import { loanGuides } from './loan.guides.ts';
import { queryGuides } from './query.guides.ts';
import { transferGuides } from './transfer.guides.ts';
import { closingWithdrawalGuides, homeWithdrawalGuides, livingWithdrawalGuides } from './withdrawal.guides.ts';

export type { Guide, Guides } from './guide.ts';

/** Every guide by the key of its catalogue item. */
export const guides: Guides = {
  ...queryGuides,
  ...homeWithdrawalGuides,
  ...livingWithdrawalGuides,
  ...closingWithdrawalGuides,
  ...loanGuides,
  ...transferGuides,
  ...certificateGuides,
  ...accountGuides,
  ...contactGuides,
};

/** The guide of a catalogue item, or undefined. */
export function guideOf(item: string): Guide | undefined {
  return Object.prototype.hasOwnProperty.call(guides, item) ? guides[item] : undefined;
}
