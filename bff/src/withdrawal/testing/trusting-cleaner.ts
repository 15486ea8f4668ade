import { MaterialCleaner } from '../../file-store/index.ts';
import type { Cleaned } from '../../file-store/index.ts';

const BEGINNINGS = [
  ['image/jpeg', Buffer.from('ffd8ff', 'hex')],
  ['image/png', Buffer.from('89504e47', 'hex')],
  ['application/pdf', Buffer.from('%PDF')],
] as const;

/** Believes a material by its first bytes and leaves it as it is. What the real one does is tested where it is made. */
export class TrustingCleaner extends MaterialCleaner {
  async clean(bytes: Buffer): Promise<Cleaned> {
    const [mediaType] = BEGINNINGS.find(([, beginning]) => bytes.subarray(0, beginning.length).equals(beginning)) ?? [];
    return mediaType === undefined ? { kind: 'refused', code: 'file.type-not-allowed' } : { kind: 'clean', mediaType, bytes };
  }
}
