import { isRealName, nextOf, wayTo } from './onward.way.ts';

const CONFIRM = '/features/withdrawal/pages/confirm/index?route=repay-fund-loan';

describe('where a person goes on to', () => {
  it('is the page they came from, encoded or not', () => {
    expect(nextOf({ next: CONFIRM })).toBe(CONFIRM);
    expect(nextOf({ next: encodeURIComponent(CONFIRM) })).toBe(CONFIRM);
  });
  it.each(['https://example.org/', '//example.org/pages/x', 'javascript:alert(1)', '/elsewhere', '/pages/../..//x y', ''])('is never an address outside the app: %s', (next) => {
    expect(nextOf({ next })).toBeUndefined();
  });
  it('is nowhere in particular when the address cannot be read', () => {
    expect(nextOf({ next: '%E0%A4%A' })).toBeUndefined();
    expect(nextOf({})).toBeUndefined();
  });
  it('knows the real-name page, so that none is opened above the one where something is typed', () => {
    expect(isRealName('/features/identity/pages/real-name/index?next=%2Fpages%2Fhome%2Findex')).toBe(true);
    expect(isRealName(CONFIRM)).toBe(false);
    expect(isRealName(undefined)).toBe(false);
  });
  it('leads back when the page is right below, so that the stack does not grow', () => {
    expect(wayTo(CONFIRM, 'features/withdrawal/pages/confirm/index')).toBe('back');
    expect(wayTo(CONFIRM, '/features/withdrawal/pages/confirm/index?route=repay-fund-loan')).toBe('back');
  });
  it('takes this page\'s place when another is below, or none', () => {
    expect(wayTo(CONFIRM, 'pages/home/index')).toBe('replace');
    expect(wayTo(CONFIRM, undefined)).toBe('replace');
  });
  it('leads home from a page that was opened by itself', () => {
    expect(wayTo(undefined, undefined)).toBe('home');
    expect(wayTo(undefined, 'pages/me/index')).toBe('back');
  });
});
