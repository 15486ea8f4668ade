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

function sourceFaults(at: string, source: PolicySource): string[] {
  const faults: string[] = [];
  if (source.title.trim() === '') faults.push(`${at}: a source needs a title`);
  if (source.url !== null && !/^https?:\/\//.test(source.url)) faults.push(`${at}: the source's address is no address`);
  if (source.date !== null && !isPlainDate(source.date)) faults.push(`${at}: the source's date is no day`);
  if (source.url !== null && source.date === null) faults.push(`${at}: a source with an address has a date`);
  return faults;
}

/** Figures of one name: dated, sourced, in rising order and not overlapping. */
export function figureFaults(at: string, figures: Figures<unknown>): string[] {
  const faults: string[] = [];
  figures.forEach((figure, index) => {
    const place = `${at}[${index}]`;
    if (!isPlainDate(figure.validFrom)) faults.push(`${place}: validFrom is no day`);
    if (figure.validTo !== undefined && (!isPlainDate(figure.validTo) || figure.validTo < figure.validFrom)) faults.push(`${place}: validTo is no day after validFrom`);
    const before = figures[index - 1];
    if (before !== undefined && (before.validTo === undefined || before.validTo >= figure.validFrom)) faults.push(`${place}: overlaps the figure before it`);
    if (hasBadNumber(figure.value)) faults.push(`${place}: a number is not a safe integer of at least 0`);
    faults.push(...sourceFaults(place, figure.source));
  });
  return faults;
}

function hasBadNumber(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value) || value < 0;
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).some((key) => hasBadNumber((value as Readonly<Record<string, unknown>>)[key]));
}

function groupFaults(name: string, group: Readonly<Record<string, unknown>>): string[] {
  const faults: string[] = [];
  Object.keys(group).forEach((key) => {
    const figures = group[key];
    if (Array.isArray(figures) && figures.every((figure) => typeof figure === 'object')) faults.push(...figureFaults(`${name}.${key}`, figures as Figures<unknown>));
  });
  return faults;
}

/** Holds a pack against the rules of packs and hands it back. @throws PolicyPackError naming every fault */
export function checkPack(pack: CentrePack): CentrePack {
  const faults: string[] = [];
  if (!/^[a-z]+$/.test(pack.centre)) faults.push('centre: lower-case pinyin');
  if (pack.name.trim() === '') faults.push('name: missing');
  if (pack.version.indexOf(`${pack.centre}-`) !== 0) faults.push('version: starts with the centre');
  if (!isPlainDate(pack.effectiveFrom)) faults.push('effectiveFrom: no day');
  if (!isPlainDate(pack.checkedOn)) faults.push('checkedOn: no day');
  faults.push(...groupFaults('loan', pack.loan as unknown as Readonly<Record<string, unknown>>));
  faults.push(...groupFaults('withdrawal', pack.withdrawal as unknown as Readonly<Record<string, unknown>>));
  if (faults.length > 0) throw new PolicyPackError(pack.centre, faults);
  return pack;
}
