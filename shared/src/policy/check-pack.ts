import { isPlainDate } from '../calendar/index.ts';
import type { CentrePack, Figures, PolicySource } from './policy-pack.ts';

/** Thrown when a rule pack does not hold together; names every place, so that whoever edits it mends all at once. */
export class PolicyPackError extends Error {
  override readonly name = 'PolicyPackError';
  readonly faults: readonly string[];
  constructor(centre: string, faults: readonly string[]) {
    super(`policy pack ${centre}: ${faults.join('; ')}`);
    this.faults = faults;
  }
}

const isDay = (text: string | null): boolean => text !== null && isPlainDate(text);

function sourceFaults({ title, url, date }: PolicySource): string[] {
  return [
    ...(title.trim() === '' ? ['source has no title'] : []),
    ...(url !== null && !/^https?:\/\//.test(url) ? ['source is at no address'] : []),
    ...((url !== null || date !== null) && !isDay(date) ? ['source is of no day'] : []),
  ];
}

function hasBadNumber(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value) || value < 0;
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).some((key) => hasBadNumber((value as Readonly<Record<string, unknown>>)[key]));
}

/** Figures of one name: dated, sourced, in rising order and not overlapping. */
function figureFaults(figures: Figures<unknown>): string[] {
  return figures.flatMap(({ value, validFrom, validTo, source }, at) => {
    const before = figures[at - 1];
    return [
      ...(isDay(validFrom) ? [] : ['validFrom is no day']),
      ...(validTo !== undefined && !(isDay(validTo) && validTo >= validFrom) ? ['validTo is no later day'] : []),
      ...(before !== undefined && !(before.validTo !== undefined && before.validTo < validFrom) ? ['overlaps the one before'] : []),
      ...(hasBadNumber(value) ? ['a number is no safe integer from 0'] : []),
      ...sourceFaults(source),
    ].map((fault) => `[${at}] ${fault}`);
  });
}

/** Lists of texts (what is known to be unknown) are no figures. */
function groupFaults(name: string, group: Readonly<Record<string, Figures<unknown> | readonly string[] | undefined>>): string[] {
  return Object.keys(group).flatMap((key) => {
    const figures = group[key] ?? [];
    return typeof figures[0] === 'string' ? [] : figureFaults(figures as Figures<unknown>).map((fault) => `${name}.${key}${fault}`);
  });
}

/** Holds a pack against the rules of packs and hands it back. @throws PolicyPackError naming every fault */
export function checkPack(pack: CentrePack): CentrePack {
  const faults = [
    ...(/^[a-z]+$/.test(pack.centre) ? [] : ['centre is no pinyin']),
    ...(pack.name.trim() === '' ? ['name is missing'] : []),
    ...(pack.version.indexOf(`${pack.centre}-`) === 0 ? [] : ['version is another centre’s']),
    ...(isDay(pack.effectiveFrom) ? [] : ['effectiveFrom is no day']),
    ...(isDay(pack.checkedOn) ? [] : ['checkedOn is no day']),
    ...groupFaults('loan', { ...pack.loan }),
    ...groupFaults('withdrawal', { ...pack.withdrawal }),
  ];
  if (faults.length > 0) throw new PolicyPackError(pack.centre, faults);
  return pack;
}
