import { KEYBOARDS } from './keyboards.ts';
import type { Keyboard } from './keyboards.ts';
import type { TextKind } from './clean-text.ts';

/** WeChat chooses its keyboard by the type, and takes whatever is pasted. */
export const keyboardOf = (kind: TextKind, _asTyped: boolean): Keyboard => KEYBOARDS[kind];
