import { checkPack } from '../check-pack.ts';
import type { CentrePack } from '../policy-pack.ts';
import { writtenPacks } from './registry.generated.ts';

/** Every pack, checked when this module is loaded; by name of the centre. @throws PolicyPackError when one does not hold together */
export const allPacks: readonly CentrePack[] = writtenPacks.map(checkPack);

/** The centres Anju has a pack for, be it one that knows no figure. */
export const policyCentres: readonly { readonly centre: string; readonly city: string; readonly name: string }[] = allPacks.map(
  ({ centre, city, name }) => ({ centre, city, name }),
);

/** The rules of a centre, for every day; null when there is no pack for it. */
export function packOf(centre: string): CentrePack | null {
  return allPacks.find((pack) => pack.centre === centre) ?? null;
}
