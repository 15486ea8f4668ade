export type { CatalogueGroup, CatalogueItem, ServedBy } from './catalogue-item.ts';
export { catalogueItem, catalogueItems } from './items.ts';
