/** What was fetched beside a first page that renews itself. */
export interface Fetched<Item> {
  readonly items: readonly Item[];
  /** Where to go on; null at the end. */
  readonly cursor: string | null;
}
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly cursor?: string;
}

/** After another page: what stood on the first page then is kept too, or it would be lost once something new pushes it off. */
export const withPage = <Item>(before: Fetched<Item> | null, first: readonly Item[], page: Page<Item>): Fetched<Item> => ({ items: [...(before?.items ?? first), ...page.items], cursor: page.cursor ?? null });

/** Newest first, each once, as the renewed first page has it. */
export function once<Item>(first: readonly Item[], older: readonly Item[], idOf: (item: Item) => string): readonly Item[] {
  const seen = new Set(first.map(idOf));
  return [...first, ...older.filter((item) => !seen.has(idOf(item)) && seen.add(idOf(item)))];
}
