import type { ServedBy, WithdrawalRouteId } from './withdrawal.contract.ts';

export interface CatalogueItem {
  readonly item: string;
  readonly group: 'query' | 'withdrawal' | 'loan' | 'transfer' | 'certificate' | 'account' | 'contact';
  readonly title: string;
  readonly servedBy: ServedBy;
  /** A withdrawal route, when the item is one. */
  readonly route?: WithdrawalRouteId;
}
/** The eight facets of a guide. */
export interface Guide {
  readonly basis: string;
  readonly who: string;
  readonly conditions: readonly string[];
  readonly materials: readonly string[];
  readonly steps: readonly string[];
  readonly timeLimit: string;
  readonly fee: string;
  readonly sample: string;
}
export interface CatalogueReply {
  readonly items: readonly CatalogueItem[];
}
export interface CatalogueItemReply extends CatalogueItem {
  readonly guide: Guide;
}
export interface ItemParams {
  readonly item: string;
}
