import 'reflect-metadata';
import { catalogueItems } from '@anju/shared/catalogue';
import type { Config } from '../config.ts';
import { fixedClock } from '../platform/testing/index.ts';
import { CatalogueController } from './http/catalogue.controller.ts';

const of = (centre: string): CatalogueController => new CatalogueController(fixedClock(), { centre } as Config);
const served = (centre: string, item: string): string => of(centre).showCatalogueItem({ item }).servedBy;

describe('the catalogue of a centre', () => {
  it('is every item, each with its guide', () => {
    const { items } = of('xiamen').listCatalogue();
    expect(items.map(({ item }) => item)).toEqual(catalogueItems.map(({ item }) => item));
    for (const { item, servedBy } of items) expect(of('xiamen').showCatalogueItem({ item })).toMatchObject({ item, servedBy, guide: { fee: expect.any(String) } });
    expect(() => of('xiamen').showCatalogueItem({ item: 'lottery' })).toThrow(expect.objectContaining({ code: 'request.not-found' }));
  });

  it('serves a withdrawal as the pack says: booked at the counter, on the phone, or a guide where the centre has not got it', () => {
    expect(['death', 'disability', 'rent', 'property-fee'].map((item) => served('xiamen', item))).toEqual(['counter', 'counter', 'online', 'guide']);
    expect(served('fuzhou', 'property-fee')).toBe('online');
    expect(served('wuhan', 'renovation')).toBe('guide');
    expect(served('nowhere', 'property-fee')).toBe('online');
  });
});
