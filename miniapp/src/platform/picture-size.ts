/** Long side to which a picture is made smaller: a page of A4 stays readable to its small print. */
export const LONG_SIDE = 2400;
/** Below this a picture of fitting size goes as it is. */
export const SMALL_ENOUGH_BYTES = 1_200_000;
/** Of the JPEG that is made. */
export const QUALITY = 82;

/** The size to draw a picture at, or null when it goes as it is. */
export function smallerSize(width: number, height: number, bytes: number): { readonly width: number; readonly height: number } | null {
  const long = Math.max(width, height);
  if (long <= 0 || (long <= LONG_SIDE && bytes <= SMALL_ENOUGH_BYTES)) return null;
  const share = Math.min(1, LONG_SIDE / long);
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** `IMG_1.HEIC` made a JPEG is `IMG_1.jpg`. */
export const jpegName = (name: string): string => `${name.replace(/\.(jpe?g|png|heic|heif)$/i, '')}.jpg`;
