import { jpegName, LONG_SIDE, smallerSize } from './picture-size.ts';

describe('a picture before it is sent', () => {
  it('is brought down to its long side, upright or not', () => {
    expect(smallerSize(4032, 3024, 4_000_000)).toEqual({ width: LONG_SIDE, height: 1800 });
    expect(smallerSize(3024, 4032, 4_000_000)).toEqual({ width: 1800, height: LONG_SIDE });
  });
  it('keeps its size where only its bytes are many, and goes as it is where it is small', () => {
    expect(smallerSize(2000, 1000, 5_000_000)).toEqual({ width: 2000, height: 1000 });
    expect(smallerSize(2000, 1000, 300_000)).toBeNull();
    expect(smallerSize(0, 0, 5_000_000)).toBeNull();
  });
  it('is called a JPEG afterwards', () => {
    expect([jpegName('发票.HEIC'), jpegName('a.b.png'), jpegName('photo')]).toEqual(['发票.jpg', 'a.b.jpg', 'photo.jpg']);
  });
});
