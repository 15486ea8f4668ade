import { once, withPage } from './older.ts';

interface Item {
  readonly id: string;
  readonly read?: boolean;
}
const items = (...ids: readonly string[]): readonly Item[] => ids.map((id) => ({ id }));
const ids = (all: readonly Item[]): string => all.map(({ id }) => id).join('');
const merged = (first: readonly Item[], older: readonly Item[]): readonly Item[] => once(first, older, ({ id }) => id);

describe('a list that renews its first page', () => {
  it('goes on where the last page ended, to the end', () => {
    const one = withPage(null, items('d', 'c'), { items: items('b'), cursor: 'x' });
    expect([one.cursor, ids(one.items)]).toEqual(['x', 'dcb']);
    expect(withPage(one, items('e', 'd'), { items: items('a') })).toEqual({ items: items('d', 'c', 'b', 'a'), cursor: null });
  });
  it('loses nothing that something new has pushed off, and has each once, as it stands now', () => {
    const older = withPage(null, items('d', 'c'), { items: items('b', 'a') });
    expect(ids(merged(items('e', 'd'), older.items))).toBe('edcba');
    expect(merged([{ id: 'd', read: true }], older.items)[0]).toEqual({ id: 'd', read: true });
  });
});
