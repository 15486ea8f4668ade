import type { MaterialFault } from '../../domain/material.ts';

/** What the child says; bytes travel as they are. */
export type Verdict =
  | { readonly kind: 'clean'; readonly mediaType: 'image/jpeg' | 'image/png' | 'application/pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly code: MaterialFault };

/** Thrown while a material is cleaned; everything else that is thrown there means that it cannot be read. */
export class Unfit extends Error {
  readonly code: MaterialFault;

  constructor(code: MaterialFault) {
    super(code);
    this.code = code;
  }
}
