import type { CatalogueItem } from '@anju/shared/contract';
import { PATHS } from '../../screen/paths.ts';
import { counterTexts } from '../../texts/booking.ts';
import { guideTexts } from '../../texts/guide.ts';

/** The one button of a guide: where the item is done or booked here, or null when it is done elsewhere. */
export interface GuideAction {
  readonly text: string;
  readonly url: string;
}

const PAGES: Readonly<Record<string, GuideAction>> = {
  balance: { text: guideTexts.doNow.entries, url: PATHS.accounts },
  entries: { text: guideTexts.doNow.entries, url: PATHS.accounts },
  'annual-statement': { text: guideTexts.doNow.statement, url: PATHS.statement() },
  'loan-details': { text: guideTexts.doNow.loan, url: PATHS.myLoan },
  'repayment-plan': { text: guideTexts.doNow.plan, url: PATHS.myLoan },
  'case-progress': { text: guideTexts.doNow.progress, url: PATHS.progress },
  'policy-guides': { text: guideTexts.notFoundAction, url: PATHS.services },
  'loan-pre-application': { text: guideTexts.doNow.withdrawal, url: PATHS.prequalification },
  // The page finds the case that waits for it, or says what comes first.
  'loan-signing': { text: guideTexts.doNow.booking, url: PATHS.booking() },
  'prepayment-quote': { text: guideTexts.doNow.prepayment, url: PATHS.myLoan },
  prepayment: { text: guideTexts.doNow.prepayment, url: PATHS.myLoan },
  'monthly-offset': { text: guideTexts.doNow.standing, url: PATHS.standingOrders },
  'loan-estimate': { text: guideTexts.doNow.estimate, url: PATHS.calculator },
  'commercial-to-fund': { text: guideTexts.doNow.estimate, url: PATHS.conversion },
  'bank-card': { text: guideTexts.doNow.bankCards, url: PATHS.bankCards },
  'real-name': { text: guideTexts.doNow.realName, url: PATHS.realName() },
};
/** What a guest may open without signing in. */
const FOR_GUESTS: readonly string[] = ['loan-estimate', 'commercial-to-fund', 'policy-guides', 'real-name', 'case-progress'];

/** The button that fits: never one that leads nowhere. A guest signs in on the way and comes out at the same page. */
export function guideAction(item: CatalogueItem, verified: boolean): GuideAction | null {
  // The page asks a guest to sign in by itself, and shows what to bring.
  if (item.servedBy === 'counter' && item.route !== undefined) return { text: counterTexts.button, url: PATHS.counterBooking(item.route) };
  if (item.servedBy !== 'online') return null;
  const action = item.route === undefined ? (PAGES[item.item] ?? null) : { text: guideTexts.doNow.withdrawal, url: PATHS.withdrawalForm(item.route) };
  if (action === null || verified || FOR_GUESTS.includes(item.item)) return action;
  return { text: guideTexts.doNow.signIn, url: PATHS.signIn(action.url) };
}
