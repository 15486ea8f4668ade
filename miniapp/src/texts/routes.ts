import { catalogueItem } from '@anju/shared/catalogue';

const MATTERS: Readonly<Record<string, string>> = { 'loan-pre-application': '贷款预受理', 'loan-prepayment': '提前还款' };

/** The name of what a case is about, the same everywhere; an unknown one is simply a withdrawal. */
export function routeTitle(route: string): string {
  const item = catalogueItem(route);
  return MATTERS[route] ?? (item?.route === undefined ? '提取' : item.title);
}

/** Whether a case is one of the loan's. */
export const isLoanMatter = (route: string): boolean => MATTERS[route] !== undefined;
