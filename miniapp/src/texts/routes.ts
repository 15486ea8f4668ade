import { catalogueItem } from '@anju/shared/catalogue';
import type { CaseOrigin } from '@anju/shared/contract';

const MATTERS: Readonly<Record<string, string>> = { 'loan-pre-application': '贷款预受理', 'loan-prepayment': '提前还款' };

/** The name of what a case is about, the same everywhere; an unknown one is simply a withdrawal. */
export function routeTitle(route: string): string {
  const item = catalogueItem(route);
  return MATTERS[route] ?? (item?.route === undefined ? '提取' : item.title);
}

/** A run of the offset: a repayment of the fund loan that no card has a part in. Its words are its own. */
export const OFFSET_RUN = 'offset-run';
/** What a case or a notice is about, for the choice of words. */
export const wordsOf = ({ route, origin }: { readonly route: string; readonly origin?: CaseOrigin }): string => (origin === 'order' && route === 'repay-fund-loan' ? OFFSET_RUN : route);

const CASES: Readonly<Record<string, string>> = { [OFFSET_RUN]: '冲还贷', 'loan-prepayment': '提前还款（扣款）' };

/** The name of a case, which tells which way its money goes: 提取 to the person, 冲还贷 out of the fund account into the loan, 扣款 from their card. */
export function caseTitle(about: { readonly route: string; readonly origin?: CaseOrigin }): string {
  const title = routeTitle(about.route);
  return CASES[wordsOf(about)] ?? (isLoanMatter(about.route) || title.includes('提取') ? title : `提取·${title}`);
}

/** Whether a case is one of the loan's. */
export const isLoanMatter = (route: string): boolean => MATTERS[route] !== undefined;
