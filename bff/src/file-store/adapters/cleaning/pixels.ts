import { MAX_PIXELS } from '../../domain/material.ts';
import { Unfit } from './verdict.ts';

/** @throws Unfit `file.too-many-pixels`; another error for a picture without pixels */
export function assertPixels(width: number, height: number): void {
  if (!(width * height <= MAX_PIXELS)) throw new Unfit('file.too-many-pixels');
  if (width < 1 || height < 1) throw new Error('a picture has pixels');
}
