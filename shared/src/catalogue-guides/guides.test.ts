import { catalogueItem, catalogueItems } from '../catalogue/index.ts';
import { routeServedBy, routeTraits, WITHDRAWAL_ROUTES } from '../withdrawal/index.ts';
import { guideOf, guides } from './index.ts';

describe('the catalogue', () => {
  it('lists 46 things, eight queries, fifteen withdrawals, seven loans, three transfers, four certificates, five of the account, four contacts', () => {
    const counts: Record<string, number> = {};
    for (const entry of catalogueItems) counts[entry.group] = (counts[entry.group] ?? 0) + 1;
    expect(catalogueItems).toHaveLength(46);
    expect(counts).toEqual({ query: 8, withdrawal: 15, loan: 7, transfer: 3, certificate: 4, account: 5, contact: 4 });
    expect(new Set(catalogueItems.map((entry) => entry.item)).size).toBe(46);
    expect(new Set(catalogueItems.map((entry) => entry.title)).size).toBe(46);
  });

  it('has each withdrawal route once, served as the rules say', () => {
    const routes = catalogueItems.filter((entry) => entry.route !== undefined);
    expect(routes.map((entry) => entry.route).sort()).toEqual([...WITHDRAWAL_ROUTES].sort());
    for (const route of WITHDRAWAL_ROUTES) expect(catalogueItem(route)?.servedBy).toBe(routeTraits(route).servedBy);
    expect(catalogueItem('nothing')).toBeUndefined();
  });

  it('serves online what is built, and nothing else', () => {
    expect(catalogueItems.filter((entry) => entry.servedBy === 'online').map((entry) => entry.item)).toEqual([
      'balance', 'entries', 'annual-statement', 'loan-details', 'repayment-plan', 'case-progress', 'policy-guides',
      'purchase', 'down-payment', 'build-or-repair', 'renovation', 'property-fee', 'rent', 'repay-fund-loan', 'repay-commercial-loan', 'lift', 'illness', 'retirement', 'leave-job', 'emigration',
      'loan-estimate', 'loan-pre-application', 'loan-signing', 'prepayment-quote', 'prepayment', 'monthly-offset', 'commercial-to-fund', 'real-name', 'bank-card',
    ]);
  });
});

describe('the guides', () => {
  it('of withdrawals say where: in 办理 what is taken online, at the counter what is not', () => {
    for (const route of WITHDRAWAL_ROUTES) {
      const steps = guideOf(route)?.steps.join('；') ?? '';
      expect([route, steps.includes('在“办理”'), steps.includes('柜台')]).toEqual([route, routeServedBy(route) === 'online', routeServedBy(route) !== 'online']);
    }
  });

  it('exist for every item and for nothing else', () => {
    expect(Object.keys(guides).sort()).toEqual(catalogueItems.map((entry) => entry.item).sort());
    expect(guideOf('toString')).toBeUndefined();
    expect(guideOf('nothing')).toBeUndefined();
  });

  it.each(catalogueItems.map((entry) => [entry.title, entry.item] as const))('of %s has eight facets, costs nothing and names no article', (_title, item) => {
    const guide = guideOf(item);
    if (guide === undefined) throw new Error(item);
    for (const text of [guide.basis, guide.who, guide.timeLimit, guide.fee, guide.sample, ...guide.conditions, ...guide.materials, ...guide.steps]) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/第[一二三四五六七八九十百\d]+条/);
    }
    expect(guide.conditions.length * guide.materials.length * guide.steps.length).toBeGreaterThan(0);
    expect(guide.fee).toBe('零收费');
    expect(guide.basis).toContain('《住房公积金管理条例》（2026-09-20 起施行）');
  });
});
