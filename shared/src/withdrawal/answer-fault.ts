import { isPlainDate } from '../calendar/index.ts';
import type { PlainDate } from '../calendar/index.ts';

/** A field as far as its answer is looked at. */
export interface AnswerField {
  readonly kind: 'text' | 'choice' | 'amount' | 'date' | 'number' | 'file';
  readonly choices?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}
/** What is wrong with an answer. */
export type AnswerRule = 'type' | 'choice' | 'minimum' | 'maximum' | 'format' | 'date' | 'future';

/** Before anybody's certificate. */
const FIRST_DAY = '1900-01-01';

function rangeFault(value: number, { minimum, maximum }: AnswerField): AnswerRule | null {
  if (minimum !== undefined && value < minimum) return 'minimum';
  return maximum !== undefined && value > maximum ? 'maximum' : null;
}

function dateFault(value: string, today: PlainDate): AnswerRule | null {
  if (!isPlainDate(value) || value < FIRST_DAY) return 'date';
  return value > today ? 'future' : null;
}

/**
 * What is wrong with the answer to a field, of whatever origin it is; null when it fits. Amounts are whole fen, numbers whole; a day is a real
 * one and not ahead; a text keeps its length and pattern. A paper is no answer. Never throws.
 */
export function answerFault(field: AnswerField, value: unknown, today: PlainDate): AnswerRule | null {
  if (field.kind === 'amount' || field.kind === 'number') return typeof value === 'number' && Number.isSafeInteger(value) ? rangeFault(value, field) : 'type';
  if (typeof value !== 'string' || field.kind === 'file') return 'type';
  if (field.kind === 'choice') return (field.choices ?? []).indexOf(value) >= 0 ? null : 'choice';
  if (field.kind === 'date') return dateFault(value, today);
  return rangeFault(value.length, field) ?? (field.pattern === undefined || new RegExp(field.pattern).test(value) ? null : 'format');
}
