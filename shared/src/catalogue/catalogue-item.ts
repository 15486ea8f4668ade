import type { ServedBy, WithdrawalRouteId } from '../withdrawal/index.ts';

export type CatalogueGroup = 'query' | 'withdrawal' | 'loan' | 'transfer' | 'certificate' | 'account' | 'contact';

/** One thing an employee comes for. The guide of the same key stands in `catalogue-guides`, so that this list stays light. */
export interface CatalogueItem {
  readonly item: string;
  readonly group: CatalogueGroup;
  readonly title: string;
  readonly servedBy: ServedBy;
  /** A withdrawal route, when the item is one. */
  readonly route?: WithdrawalRouteId;
}
