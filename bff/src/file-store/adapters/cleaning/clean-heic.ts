import libheif from 'libheif-js/wasm-bundle.js';
import sharp from 'sharp';
import { jpegOf } from './clean-picture.ts';
import { assertPixels } from './pixels.ts';

/**
 * The main picture of an HEIC as a JPEG. The decoder turns it upright; nothing but pixels comes out of it.
 * @throws Unfit `file.too-many-pixels`; any other error when it cannot be read
 */
export async function cleanHeic(bytes: Buffer): Promise<Buffer> {
  const pictures = new libheif.HeifDecoder().decode(bytes);
  const main = pictures.find((picture) => picture.is_primary()) ?? pictures[0];
  if (main === undefined) throw new Error('there is no picture inside');
  const [width, height] = [main.get_width(), main.get_height()];
  assertPixels(width, height);
  const data = new Uint8ClampedArray(width * height * 4);
  await new Promise<void>((resolve, reject) => {
    main.display({ data, width, height }, (shown) => (shown === null ? reject(new Error('it cannot be decoded')) : resolve()));
  });
  main.free();
  const pixels = Buffer.from(data.buffer);
  return jpegOf(() => sharp(pixels, { raw: { width, height, channels: 4 } }));
}
