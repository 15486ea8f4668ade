/** How Anju serves an item: done here, at a counter (with its guide), or as a guide only. */
export type ServedBy = 'online' | 'counter' | 'guide';
export type CatalogueGroup = 'query' | 'withdrawal' | 'loan' | 'transfer' | 'certificate' | 'account' | 'contact';

/** One thing an employee comes for. The guide of the same key stands in `catalogue-guides`, so that this list stays light. */
export interface CatalogueItem {
  readonly item: string;
  readonly group: CatalogueGroup;
  readonly title: string;
  readonly servedBy: ServedBy;
  /** A withdrawal route, when the item is one. */
  readonly route?: string;
}
