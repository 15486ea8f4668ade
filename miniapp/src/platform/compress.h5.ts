import { jpegName, QUALITY, smallerSize } from './picture-size.ts';
import type { ChosenFile } from './ports.ts';

/** Makes a large picture smaller before it is sent. What the browser cannot draw (HEIC, PDF) goes as it is: the service converts it. */
export async function compress(file: ChosenFile): Promise<ChosenFile> {
  const blob = file.handle;
  if (!(blob instanceof Blob) || !/^image\/(jpeg|png)$/.test(blob.type)) return file;
  try {
    const picture = await createImageBitmap(blob, { imageOrientation: 'from-image' });
    const size = smallerSize(picture.width, picture.height, blob.size);
    if (size === null) return file;
    const canvas = document.createElement('canvas');
    canvas.width = size.width;
    canvas.height = size.height;
    const pen = canvas.getContext('2d');
    if (pen === null) return file;
    // A transparent ground would turn black.
    pen.fillStyle = '#ffffff';
    pen.fillRect(0, 0, size.width, size.height);
    pen.drawImage(picture, 0, 0, size.width, size.height);
    picture.close();
    const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY / 100));
    return made === null || made.size >= blob.size ? file : { name: jpegName(file.name), sizeBytes: made.size, handle: made };
  } catch {
    return file;
  }
}
