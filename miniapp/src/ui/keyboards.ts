import type { TextKind } from './clean-text.ts';

export type Keyboard = 'text' | 'number' | 'digit' | 'idcard';

/** Which keys each kind of text needs. */
export const KEYBOARDS: Record<TextKind, Keyboard> = {
  text: 'text', search: 'text', digits: 'number', mobile: 'number', code: 'number', id: 'idcard', money: 'digit',
};
