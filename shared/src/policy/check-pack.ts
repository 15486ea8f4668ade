import type { CentrePack, Figures, PolicySource, When } from './policy-pack.ts';
import { packShape } from './pack-shape.ts';

/** Thrown when a rule pack does not hold together; names every place, so that whoever edits it mends all at once. */
export class PolicyPackError extends Error {
  override readonly name = 'PolicyPackError';
  /** Each begins with its place in the pack: `loan.cap[0].validTo is no later day`. */
  readonly faults: readonly string[];
  constructor(centre: string, faults: readonly string[]) {
    super(`policy pack ${centre}: ${faults.join('; ')}`);
    this.faults = faults;
  }
}

const WHOLE = 1_000_000;
type Group = Readonly<Record<string, Figures<unknown> | readonly string[] | undefined>>;

/** Every list of figures of a pack with its place; what is known to be unknown (`unknownUplifts`) is no figure. */
export function figureLists(pack: CentrePack): readonly { readonly at: string; readonly figures: Figures<unknown> }[] {
  const { routes = {}, ...withdrawal } = pack.withdrawal;
  const groups: readonly (readonly [string, Group])[] = [
    ['loan', { ...pack.loan }],
    ['contribution', { ...pack.contribution }],
    ['withdrawal', withdrawal],
    ['withdrawal.routes', routes],
  ];
  return groups.flatMap(([name, group]) =>
    Object.keys(group)
      .filter((key) => key !== 'unknownUplifts')
      .map((key) => ({ at: `${name}.${key}`, figures: (group[key] ?? []) as Figures<unknown> })),
  );
}

/** A source and its place below that of its figures. */
export interface PlacedSource {
  readonly at: string;
  readonly source: PolicySource;
}

/** The sources that rows of a figure name for themselves. */
function rowSources(value: unknown): readonly PlacedSource[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap(({ source }: { readonly source?: PolicySource }, row) => (source === undefined ? [] : [{ at: `.value[${row}].source`, source }]));
}

/** Every source a list of figures rests on, those of rows and of conflicts among them. */
export function sourcesOf(figures: Figures<unknown>): readonly PlacedSource[] {
  return figures.flatMap(({ source, conflict, value }, index) =>
    [{ at: '.source', source }, ...rowSources(value), ...(conflict === undefined ? [] : [{ at: '.conflict.source', source: conflict.source }])].map(
      (found) => ({ ...found, at: `[${index}]${found.at}` }),
    ),
  );
}

/** Figures of one name: in rising order, not overlapping, none ending before it begins. */
export function timeFaults(at: string, figures: Figures<unknown>): readonly string[] {
  return figures.flatMap(({ validFrom, validTo }, index) => {
    const before = figures[index - 1];
    const overlaps = before !== undefined && !(before.validTo !== undefined && before.validTo < validFrom);
    return [
      ...(validTo !== undefined && validTo < validFrom ? [`${at}[${index}].validTo is no later day`] : []),
      ...(overlaps ? [`${at}[${index}].validFrom overlaps the figure before`] : []),
    ];
  });
}

/** An id belongs to the pack or the nation, stands for one publication only, and was seen no earlier than published and no later than the pack was checked. */
export function sourceFaults(owner: string, checkedOn: string, found: readonly PlacedSource[]): readonly string[] {
  const known: Record<string, string> = {};
  return found.flatMap(({ at, source }) => {
    const content = JSON.stringify([source.title, source.url, source.date, source.seenOn, source.confidence]);
    const other = Object.prototype.hasOwnProperty.call(known, source.id) && known[source.id] !== content;
    known[source.id] = content;
    const national = source.id.indexOf('national/') === 0;
    const named = (national || source.id.indexOf(`${owner}/`) === 0) && /^[a-z]+\/[a-z0-9-]+$/.test(source.id);
    return [
      ...(named ? [] : [`${at}.id is not ${owner}/… or national/…`]),
      ...(other ? [`${at}.id names another source too`] : []),
      ...(source.date !== null && source.date > source.seenOn ? [`${at}.seenOn is before its date`] : []),
      ...(!national && source.seenOn > checkedOn ? [`${at}.seenOn is after checkedOn`] : []),
    ];
  });
}

interface Row {
  readonly when?: When;
  readonly locality?: readonly string[];
  readonly id?: string;
  readonly millionths?: number;
}

/** Rows of a table: localities the pack names, shares of at most the whole, uplifts each with an id of its own. */
function rowFaults(at: string, rows: readonly Row[], pack: CentrePack): readonly string[] {
  return rows.flatMap((row, index) => {
    const places = [...(row.when?.locality ?? []), ...(row.locality ?? [])];
    const strange = places.filter((place) => (pack.localities ?? []).indexOf(place) < 0);
    const twice = row.id !== undefined && rows.findIndex((other) => other.id === row.id) < index;
    return [
      ...strange.map((place) => `${at}[${index}] names ${place}, which is no locality of the pack`),
      ...(twice ? [`${at}[${index}].id is used before`] : []),
      ...((row.millionths ?? 0) > WHOLE ? [`${at}[${index}].millionths is more than the whole`] : []),
    ];
  });
}

/** Months factors begin at 0 and rise; a share is at most the whole. */
function ruleFaults(at: string, value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { factors, shareMillionths, least, most } = value as {
    readonly factors?: readonly { readonly fromMonths: number }[]; readonly shareMillionths?: number; readonly least?: number; readonly most?: number;
  };
  const rising = (factors ?? []).every(({ fromMonths }, index) => (index === 0 ? fromMonths === 0 : fromMonths > (factors?.[index - 1]?.fromMonths ?? 0)));
  return [
    ...(rising && factors?.length !== 0 ? [] : [`${at}.factors do not rise from 0`]),
    ...((shareMillionths ?? 0) > WHOLE ? [`${at}.shareMillionths is more than the whole`] : []),
    ...(least !== undefined && most !== undefined && least > most ? [`${at}.least is more than most`] : []),
  ];
}

/** Sentences stand without their full stop: whoever shows them ends them. */
function sentenceFaults(at: string, sentences: readonly string[]): readonly string[] {
  return sentences.flatMap((sentence, index) => (/[。.]$/.test(sentence) ? [`${at}[${index}] ends with a full stop`] : []));
}

function meaningFaults(pack: CentrePack): readonly string[] {
  const lists = figureLists(pack);
  const sources = lists.flatMap(({ at, figures }) => sourcesOf(figures).map((found) => ({ ...found, at: `${at}${found.at}` })));
  return [
    ...(/^[a-z]+$/.test(pack.centre) ? [] : ['centre is no pinyin']),
    ...(pack.version.indexOf(`${pack.centre}-`) === 0 ? [] : ['version is another centre’s']),
    ...lists.flatMap(({ at, figures }) => timeFaults(at, figures)),
    ...lists.flatMap(({ at, figures }) =>
      figures.flatMap(({ value }, index) => {
        const place = `${at}[${index}].value`;
        return Array.isArray(value) ? rowFaults(place, value as readonly Row[], pack) : ruleFaults(place, value);
      }),
    ),
    ...sentenceFaults('loan.unknownUplifts', pack.loan.unknownUplifts),
    ...sentenceFaults('notFound', pack.notFound),
    ...sourceFaults(pack.centre, pack.checkedOn, sources),
  ];
}

/** Every fault of what claims to be a pack, each beginning with its place; empty when it holds together. */
export function packFaults(candidate: unknown): readonly string[] {
  const faults: string[] = [];
  packShape(candidate, '', faults);
  return faults.length > 0 ? faults : meaningFaults(candidate as CentrePack);
}

/**
 * A pack that came as JSON, from another program or another day's program: every member is looked at, none is taken on trust.
 * @throws PolicyPackError naming every fault
 */
export function packFromJson(candidate: unknown): CentrePack {
  const faults = packFaults(candidate);
  if (faults.length === 0) return candidate as CentrePack;
  const centre: unknown = typeof candidate === 'object' && candidate !== null ? (candidate as { readonly centre?: unknown }).centre : undefined;
  throw new PolicyPackError(typeof centre === 'string' && /^[a-z]{1,30}$/.test(centre) ? centre : 'unnamed', faults);
}

/** Holds a pack against the rules of packs and hands it back. @throws PolicyPackError naming every fault */
export function checkPack(pack: CentrePack): CentrePack {
  return packFromJson(pack);
}
