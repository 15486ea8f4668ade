export type { CatalogueGroup, CatalogueItem } from './catalogue-item.ts';
export { catalogueItem, catalogueItems } from './items.ts';
