import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { MAX_MATERIAL_BYTES, MAX_PIXELS } from '../../domain/material.ts';
import { assertPixels } from './pixels.ts';
import { Unfit } from './verdict.ts';

// One picture at a time in a process of its own: no second thread, no cache, and no reader but the two.
sharp.concurrency(1);
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });

/** Good enough to read a stamp by; the next is tried only when the one before is too large to be kept. */
const QUALITIES = [85, 70, 50];

/**
 * Decodes the picture, turns it upright, and writes its pixels anew; place, time, device, comments and whatever hangs behind it stay behind.
 * @throws Unfit `file.too-many-pixels`; any other error when it is cut off or cannot be read
 */
export async function cleanPicture(bytes: Buffer, kind: 'jpeg' | 'png'): Promise<{ mediaType: 'image/jpeg' | 'image/png'; bytes: Buffer }> {
  const { width, height, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (format !== kind) throw new Error('the header is not that of its type');
  assertPixels(width, height);
  const upright = (): Sharp => sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS }).autoOrient();
  if (kind === 'png') {
    const png = await upright().png().toBuffer();
    if (png.length <= MAX_MATERIAL_BYTES) return { mediaType: 'image/png', bytes: png };
  }
  return { mediaType: 'image/jpeg', bytes: await jpegOf(upright) };
}

/** @throws Unfit `file.too-large` when no quality makes it small enough */
export async function jpegOf(picture: () => Sharp): Promise<Buffer> {
  for (const quality of QUALITIES) {
    const jpeg = await picture().flatten({ background: '#ffffff' }).jpeg({ quality }).toBuffer();
    if (jpeg.length <= MAX_MATERIAL_BYTES) return jpeg;
  }
  throw new Unfit('file.too-large');
}
