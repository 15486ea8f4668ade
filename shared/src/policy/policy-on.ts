import { parsePlainDate } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';
import { checkPack } from './check-pack.ts';
import { loanRates } from './packs/national.ts';
import type { LoanRates } from './packs/national.ts';
import { shenzhen } from './packs/shenzhen.ts';
import { xiamen } from './packs/xiamen.ts';
import type { CentrePack, PolicySource } from './policy-pack.ts';

/** Every pack, checked when this module is loaded; for one centre the newest first. */
const packs: readonly CentrePack[] = [xiamen, shenzhen].map(checkPack);

/** The centres Anju has rules for. */
export const policyCentres: readonly { readonly centre: string; readonly name: string }[] = packs.map(({ centre, name }) => ({ centre, name }));

/** The rules of a centre on a day; null when there are none for it. @throws CalendarError `not-a-date` */
export function policyOn(centre: string, date: PlainDate): CentrePack | null {
  parsePlainDate(date);
  return packs.find((pack) => pack.centre === centre && pack.effectiveFrom <= date) ?? null;
}

/** The national fund loan rates of a day; null before 2010-12-26. */
export function loanRatesOn(date: PlainDate): { readonly rates: LoanRates; readonly source: PolicySource } | null {
  parsePlainDate(date);
  for (let at = loanRates.length - 1; at >= 0; at -= 1) {
    const row = loanRates[at];
    if (row !== undefined && row.validFrom <= date) return { rates: row.value, source: row.source };
  }
  return null;
}

/** The rate of a new loan; the band 五年以下 includes 60 months. Null before the first known rate. */
export function loanRateOn(date: PlainDate, order: 'first' | 'second', months: number): number | null {
  const found = loanRatesOn(date);
  if (found === null) return null;
  const { rates } = found;
  if (order === 'first') return months <= 60 ? rates.firstToFiveYears : rates.firstOverFiveYears;
  return months <= 60 ? rates.secondToFiveYears : rates.secondOverFiveYears;
}
