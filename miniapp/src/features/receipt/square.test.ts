import { encode } from 'uqr';
import { backgroundOf, squareOf } from './square.ts';

const URL = `https://anju.example/h5/#/features/receipt/pages/verify/index?code=r1.${'aB3-_'.repeat(19)}x`;

describe('the square code', () => {
  it('is what the library encodes, module by module, with a quiet zone', () => {
    const { size, rows } = squareOf(URL);
    const { data } = encode(URL, { ecc: 'L', border: 4 });
    const drawn = rows.map(({ runs }) => Array.from({ length: size }, (_, at) => runs.some(([from, to]) => at >= from && at < to)));
    expect(drawn).toEqual(data);
    expect([rows[0]?.runs, rows[3]?.runs, rows[size - 1]?.runs]).toEqual([[], [], []]);
  });
  it('fits a phone of 360 with four px a module', () => {
    expect(squareOf(URL).size * 4).toBeLessThanOrEqual(280);
  });
  it('is drawn in whole px, and an empty row draws nothing', () => {
    expect(backgroundOf({ runs: [[1, 3]] }, 4)).toBe('linear-gradient(to right, transparent 4px, #000 4px, #000 12px, transparent 12px)');
    expect(backgroundOf({ runs: [] }, 4)).toBe('none');
  });
});
