import { address, day, listOf, oneOf, orNull, recordOf, text } from './shape.ts';
import type { Shape } from './shape.ts';

export const source = recordOf({ id: text, title: text, url: orNull(address), date: orNull(day), seenOn: day, confidence: oneOf('high', 'medium', 'low') });

/** A list of dated, sourced figures, each with a value of this shape. */
export function figuresOf(value: Shape): Shape {
  return listOf(recordOf({ value, source, validFrom: day }, { validTo: day, conflict: recordOf({ words: text, source }) }));
}
