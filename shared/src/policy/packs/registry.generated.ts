// Made by scripts/generate-registry.mjs from the folders beside it; do not edit.

import { pack as beijing } from './beijing/pack.ts';
import { pack as bozhou } from './bozhou/pack.ts';
import { pack as fuzhou } from './fuzhou/pack.ts';
import { pack as guangzhou } from './guangzhou/pack.ts';
import { pack as hangzhou } from './hangzhou/pack.ts';
import { pack as jiamusi } from './jiamusi/pack.ts';
import { pack as longyan } from './longyan/pack.ts';
import { pack as luan } from './luan/pack.ts';
import { pack as nanping } from './nanping/pack.ts';
import { pack as putian } from './putian/pack.ts';
import { pack as shanghai } from './shanghai/pack.ts';
import { pack as shenzhen } from './shenzhen/pack.ts';
import { pack as taizhou } from './taizhou/pack.ts';
import { pack as wuhan } from './wuhan/pack.ts';
import { pack as xiamen } from './xiamen/pack.ts';
import type { CentrePack } from '../policy-pack.ts';

/** The pack of every folder, as written: unchecked. */
export const writtenPacks: readonly CentrePack[] = [
  beijing,
  bozhou,
  fuzhou,
  guangzhou,
  hangzhou,
  jiamusi,
  longyan,
  luan,
  nanping,
  putian,
  shanghai,
  shenzhen,
  taizhou,
  wuhan,
  xiamen,
];
