import type { ProblemCode } from '@anju/shared/contract';
import type { MediaType } from './stored-file.ts';

/** Why a material is not taken in. */
export type MaterialFault = Extract<ProblemCode, `file.${string}`>;

export type Cleaned =
  | { readonly kind: 'clean'; readonly mediaType: MediaType; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly code: MaterialFault };

/** What is stored is at most this, like what is sent. */
export const MAX_MATERIAL_BYTES = 10 * 1024 * 1024;
/** A picture's pixels, read from its header before anything is decoded. */
export const MAX_PIXELS = 40_000_000;
export const MAX_PAGES = 200;

/**
 * Finds out from the bytes what a material is and makes it anew: a picture without place, time, device or tail, an HEIC as JPEG,
 * a PDF without what can act. Hostile bytes are looked at by nobody else.
 */
export abstract class MaterialCleaner {
  /** @throws Refusal `request.too-many` when all turns stay taken, `file.check-unavailable` when the cleaner itself cannot run */
  abstract clean(bytes: Buffer): Promise<Cleaned>;
}

export type Scanned = { readonly kind: 'clean' } | { readonly kind: 'infected'; readonly signature: string } | { readonly kind: 'unavailable'; readonly error: Error };

/** Looks for what is known to be harmful, in the bytes as they were sent. */
export abstract class VirusScan {
  abstract scan(bytes: Buffer): Promise<Scanned>;
}
