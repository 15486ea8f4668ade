import { catalogueItems } from '@anju/shared/catalogue';
import type { CatalogueItem } from '@anju/shared/catalogue';
import { groupTexts, otherWords } from '../../texts/services-tab.ts';

export type GroupChoice = CatalogueItem['group'] | 'all';
export const GROUPS: readonly CatalogueItem['group'][] = ['withdrawal', 'query', 'loan', 'transfer', 'certificate', 'account', 'contact'];

/** Items whose title, group or other words hold every word typed. */
export function foundItems(wanted: string, group: GroupChoice): readonly CatalogueItem[] {
  const words = wanted.split(/\s+/).filter((word) => word !== '');
  return catalogueItems.filter((one) => {
    if (group !== 'all' && one.group !== group) return false;
    const text = `${one.title} ${groupTexts[one.group]} ${otherWords[one.item] ?? ''}`;
    return words.every((word) => text.includes(word));
  });
}
