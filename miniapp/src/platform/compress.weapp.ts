import Taro from '@tarojs/taro';
import { jpegName, QUALITY, smallerSize } from './picture-size.ts';
import type { ChosenFile } from './ports.ts';

/** Makes a large picture smaller before it is sent; what WeChat cannot draw goes as it is: the service converts it. */
export async function compress(file: ChosenFile): Promise<ChosenFile> {
  const src = String(file.handle);
  if (/\.pdf$/i.test(file.name) || /\.pdf$/i.test(src)) return file;
  try {
    const info = await Taro.getImageInfo({ src });
    const size = smallerSize(info.width, info.height, file.sizeBytes);
    if (size === null) return file;
    const made = await Taro.compressImage({ src, quality: QUALITY, compressedWidth: size.width, compressedHeight: size.height });
    // Its size is read by the upload; it is never larger than what it was made of.
    return { name: jpegName(file.name), sizeBytes: Math.min(file.sizeBytes, size.width * size.height), handle: made.tempFilePath };
  } catch {
    return file;
  }
}
