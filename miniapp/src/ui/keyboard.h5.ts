import { KEYBOARDS } from './keyboards.ts';
import type { Keyboard } from './keyboards.ts';
import type { TextKind } from './clean-text.ts';

/** A number field swallows what is no number without a word; as typed it is a text field, and `inputmode` brings the keys of numbers. */
export const keyboardOf = (kind: TextKind, asTyped: boolean): Keyboard => (asTyped ? 'text' : KEYBOARDS[kind]);
