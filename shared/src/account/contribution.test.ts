import { contributionRoundingOn } from '../policy/index.ts';
import type { CentrePack, ContributionRounding } from '../policy/index.ts';
import { packOf } from '../policy/packs/index.ts';
import { checkBase, contributionSide, monthlyContribution } from './index.ts';

const yuan = (value: number): number => Math.round(value * 100);
const DAY = '2026-11-21';
const pack = (centre: string): CentrePack => {
  const found = packOf(centre);
  if (found === null) throw new Error(`no pack of ${centre}`);
  return found;
};
const roundingAt = (centre: string): ContributionRounding => {
  const figure = contributionRoundingOn(pack(centre), DAY);
  if (figure === null) throw new Error(`no rounding at ${centre}`);
  return figure.value;
};

describe('the monthly amount', () => {
  it('rounds each side for itself, not the sum', () => {
    const ratios = { unit: 120_000, person: 120_000 };
    expect(monthlyContribution(yuan(36_279), ratios, roundingAt('xiamen'))).toBe(yuan(8_706));
    expect(contributionSide(yuan(36_279), 240_000, roundingAt('xiamen'))).toBe(yuan(8_707));
  });

  it('takes a ratio for each side', () => {
    expect(monthlyContribution(yuan(9_995), { unit: 120_000, person: 50_000 }, roundingAt('xiamen'))).toBe(yuan(1_199) + yuan(500));
  });

  it('rounds as the centre does: half up, always up, or to the fen', () => {
    expect(contributionSide(yuan(21_142), 120_000, roundingAt('xiamen'))).toBe(yuan(2_537));
    expect(contributionSide(yuan(21_142), 120_000, { unitFen: 100, mode: 'up' })).toBe(yuan(2_538));
    expect(contributionSide(yuan(36_072.25), 120_000, roundingAt('wuhan'))).toBe(yuan(4_328.67));
    expect(contributionSide(yuan(36_072.25), 120_000, roundingAt('xiamen'))).toBe(yuan(4_329));
  });
});

describe('the base', () => {
  const xiamen = pack('xiamen');

  it.each([
    [2_264.99, 'below'], [2_265, 'within'], [10_000, 'within'], [32_937, 'within'], [32_937.01, 'above'],
  ] as const)('of %d yuan in Xiamen is %s', (base, state) => {
    expect(checkBase(yuan(base), xiamen, DAY).state).toBe(state);
  });

  it('comes with both limits, their source and how long they hold', () => {
    expect(checkBase(yuan(10_000), xiamen, DAY)).toEqual({
      state: 'within',
      lower: { amountFen: 226_500, source: expect.objectContaining({ id: 'xiamen/base-2026', date: '2026-06-30' }), validFrom: '2026-07-01', validTo: '2027-06-30', expired: false },
      upper: expect.objectContaining({ amountFen: 3_293_700, expired: false }),
    });
  });

  it('is unknown before anybody published a limit, and after the last one ended, which is still named', () => {
    expect(checkBase(yuan(10_000), xiamen, '2026-06-30')).toEqual({ state: 'unknown', lower: null, upper: null });
    expect(checkBase(yuan(90_000), xiamen, '2027-07-01')).toMatchObject({ state: 'unknown', lower: { expired: true }, upper: { amountFen: 3_293_700, expired: true } });
    expect(checkBase(yuan(10_000), pack('jiamusi'), DAY).state).toBe('unknown');
  });

  it('follows the locality where figures differ, and the city without one', () => {
    const [upper] = xiamen.contribution.baseUpper ?? [];
    if (upper === undefined) throw new Error('no upper limit');
    const split: CentrePack = { ...xiamen, contribution: { ...xiamen.contribution, baseUpper: [{ ...upper, value: [{ amountFen: yuan(20_000), locality: ['同安区'] }, { amountFen: yuan(30_000) }] }] } };
    expect(checkBase(yuan(25_000), split, DAY, '同安区').state).toBe('above');
    expect(checkBase(yuan(25_000), split, DAY, '思明区').state).toBe('within');
    expect(checkBase(yuan(25_000), split, DAY).state).toBe('within');
  });

  it('is above a known limit even where the other is not known', () => {
    const { baseLower: _none, ...rest } = xiamen.contribution;
    expect(checkBase(yuan(40_000), { ...xiamen, contribution: rest }, DAY).state).toBe('above');
    expect(checkBase(yuan(10_000), { ...xiamen, contribution: rest }, DAY)).toMatchObject({ state: 'unknown', lower: null });
  });
});
