import { catalogueItems } from '@anju/shared/catalogue';
import { guideAction } from './guide.action.ts';

describe('the button of a guide', () => {
  it.each(catalogueItems.filter((item) => item.servedBy === 'online').map((item) => [item.item, item] as const))('leads somewhere for %s', (_, item) => {
    expect(guideAction(item, true)?.url).toMatch(/^\/(pages|features)\//);
  });
  it.each(catalogueItems.filter((item) => item.servedBy !== 'online' && item.route === undefined).map((item) => [item.item, item] as const))('never pretends that %s is done here', (_, item) => {
    expect(guideAction(item, true)).toBeNull();
  });
  it.each(['death', 'disability'])('books a time at the counter for %s, also for a guest', (route) => {
    const item = catalogueItems.find((one) => one.route === route);
    if (item === undefined) throw new Error('no such item');
    for (const verified of [true, false]) expect(guideAction(item, verified)).toEqual({ text: '预约到柜台', url: `/features/loan-case/pages/booking/index?route=${route}` });
    expect(guideAction({ ...item, servedBy: 'guide' }, true)).toBeNull();
  });
  it('books what the centre has narrowed to the counter, as the service tells it', () => {
    const rent = catalogueItems.find((one) => one.route === 'rent');
    if (rent === undefined) throw new Error('no such item');
    expect(guideAction({ ...rent, servedBy: 'counter' }, true)?.url).toBe('/features/loan-case/pages/booking/index?route=rent');
  });
  it('takes a guest through sign-in to the same page', () => {
    const repay = catalogueItems.find((item) => item.item === 'repay-fund-loan');
    if (repay === undefined) throw new Error('no such item');
    expect(decodeURIComponent(guideAction(repay, false)?.url ?? '')).toContain('next=/features/withdrawal/pages/form/index?route=repay-fund-loan');
  });
  it('lets a guest calculate without signing in', () => {
    const estimate = catalogueItems.find((item) => item.item === 'loan-estimate');
    if (estimate === undefined) throw new Error('no such item');
    expect(guideAction(estimate, false)?.url).toBe('/features/loan/pages/calculator/index');
  });
});
