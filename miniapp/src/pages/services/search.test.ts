import { catalogueItem, catalogueItems } from '@anju/shared/catalogue';
import { householdTexts } from '../../texts/household.ts';
import { otherWords } from '../../texts/services-tab.ts';
import { foundItems, GROUPS } from './search.ts';

const keys = (wanted: string, group: Parameters<typeof foundItems>[1] = 'all'): string[] => foundItems(wanted, group).map((one) => one.item);

describe('the search of the services page', () => {
  test('nothing typed gives every item once, and every group has its place', () => {
    expect(keys('')).toHaveLength(catalogueItems.length);
    expect(new Set(catalogueItems.map((one) => one.group))).toEqual(new Set(GROUPS));
  });
  test('a word of the title finds the item', () => expect(keys('租房')).toContain('rent'));
  test('the word people use finds it too', () => {
    expect(keys('辞职')).toEqual(['leave-job']);
    expect(keys('买房')).toContain('purchase');
  });
  test('whoever was invited by a spouse finds where the code is typed', () => {
    expect(keys('邀请')).toEqual(['loan-pre-application']);
    expect(keys('配偶')).toContain('loan-pre-application');
    expect(householdTexts.codeLead).toContain(householdTexts.received);
    expect(householdTexts.codeLead).toContain(catalogueItem('loan-pre-application')?.title);
  });
  test('two words narrow it down', () => expect(keys('贷款 试算')).toEqual(expect.arrayContaining(['loan-estimate'])));
  test('a group alone narrows it down', () => expect(keys('', 'certificate').every((key) => catalogueItems.find((one) => one.item === key)?.group === 'certificate')).toBe(true));
  test('nonsense finds nothing', () => expect(keys('飞机票')).toEqual([]));
  test('other words are written for items that exist', () => {
    const known = catalogueItems.map((one) => one.item);
    expect(Object.keys(otherWords).filter((key) => !known.includes(key))).toEqual([]);
  });
});
