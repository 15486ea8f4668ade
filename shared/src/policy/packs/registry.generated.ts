// Made by scripts/generate-registry.mjs from the folders beside it; do not edit.

import { pack as shenzhen } from './shenzhen/pack.ts';
import { pack as xiamen } from './xiamen/pack.ts';
import type { CentrePack } from '../policy-pack.ts';

/** The pack of every folder, as written: unchecked. */
export const writtenPacks: readonly CentrePack[] = [
  shenzhen,
  xiamen,
];
