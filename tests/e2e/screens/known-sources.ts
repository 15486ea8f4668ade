import * as policy from '@anju/shared/policy';
import { allPacks } from '@anju/shared/policy/packs';

/** Figures that come from no publication and no ledger: typed by the person, or computed from typed and published ones. */
export const OWN_ORIGINS: readonly string[] = ['typed', 'computed:limit', 'computed:schedule'];

/** Every source anywhere below, as the screens name it: `id@date`. */
function namedBelow(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value !== 'object' || value === null) return found;
  const { id, title, date, seenOn } = value as { readonly id?: unknown; readonly title?: unknown; readonly date?: unknown; readonly seenOn?: unknown };
  if (typeof id === 'string' && typeof title === 'string' && typeof seenOn === 'string') found.add(`${id}@${typeof date === 'string' ? date : seenOn}`);
  for (const part of Object.values(value)) namedBelow(part, found);
  return found;
}

/** All that the rules name, of every centre and of the nation. */
export const SOURCES: ReadonlySet<string> = namedBelow([allPacks, { ...policy }, policy.loanRatesOn(new Date().toISOString().slice(0, 10))]);

/** A figure that can be read, and where it says it comes from. */
export interface SeenFigure {
  readonly text: string;
  readonly from: string | null;
}
