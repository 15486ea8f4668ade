import { deflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';

interface Indexed {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of up to 256 colours. */
  readonly palette: readonly number[];
  /** One byte a pixel, base64. */
  readonly pixels: string;
}

/** Runs in the browser: the 256 most frequent colours, every other pixel the nearest of them. */
async function reduceInBrowser(png: string): Promise<Indexed> {
  const picture = new Image();
  picture.src = `data:image/png;base64,${png}`;
  await picture.decode();
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const brush = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  brush.drawImage(picture, 0, 0);
  const { data } = brush.getImageData(0, 0, picture.width, picture.height);
  const colourAt = (place: number): number => ((data[place] ?? 0) << 16) | ((data[place + 1] ?? 0) << 8) | (data[place + 2] ?? 0);
  const counts = new Map<number, number>();
  for (let place = 0; place < data.length; place += 4) counts.set(colourAt(place), (counts.get(colourAt(place)) ?? 0) + 1);
  const chosen = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour);
  const places = new Map(chosen.map((colour, index) => [colour, index]));
  const nearest = (colour: number): number => {
    let best = 0;
    let least = Infinity;
    chosen.forEach((other, index) => {
      const red = (colour >> 16) - (other >> 16);
      const green = ((colour >> 8) & 255) - ((other >> 8) & 255);
      const blue = (colour & 255) - (other & 255);
      const away = 3 * red * red + 6 * green * green + blue * blue;
      if (away < least) [least, best] = [away, index];
    });
    places.set(colour, best);
    return best;
  };
  let pixels = '';
  for (let place = 0; place < data.length; place += 4) pixels += String.fromCharCode(places.get(colourAt(place)) ?? nearest(colourAt(place)));
  return { width: picture.width, height: picture.height, palette: chosen.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]), pixels: btoa(pixels) };
}

const CRC = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const crcOf = (bytes: Buffer): number => (bytes.reduce((crc, byte) => (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crcOf(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** The same picture in 256 colours: a third of the bytes, for pictures that are committed. */
export async function smallPng(page: Page, png: Buffer): Promise<Buffer> {
  // tsx names inner functions by a helper that the browser does not have.
  await page.evaluate('globalThis.__name = (it) => it');
  const { width, height, palette, pixels } = await page.evaluate(reduceInBrowser, png.toString('base64'));
  const bytes = Buffer.from(pixels, 'base64');
  const rows = Buffer.concat(Array.from({ length: height }, (_, row) => Buffer.concat([Buffer.alloc(1), bytes.subarray(row * width, (row + 1) * width)])));
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a pixel, indexed.
  head.set([8, 3, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('PLTE', Buffer.from(palette)), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
