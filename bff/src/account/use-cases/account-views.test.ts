import { tailOf } from './account-views.ts';

describe('the tail of a number', () => {
  it.each([
    ['GR3502000000000001', '0001'],
    ['厦公积贷2021第01083号', '1083'],
    ['HT-12', '12'],
  ])('of %s is figures only: %s', (number, tail) => {
    expect(tailOf(number)).toBe(tail);
  });
});
