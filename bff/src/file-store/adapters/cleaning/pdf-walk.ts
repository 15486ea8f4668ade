import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PDFContext, PDFObject } from '@cantoo/pdf-lib';

/** Each dictionary that lies directly inside an object, its own and its stream's included; references are not followed. */
export function* dictsIn(object: PDFObject): Generator<PDFDict> {
  const waiting: PDFObject[] = [object];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const dict = next instanceof PDFStream ? next.dict : next;
    if (dict instanceof PDFDict) {
      yield dict;
      waiting.push(...dict.values());
    } else if (dict instanceof PDFArray) for (let at = 0; at < dict.size(); at += 1) waiting.push(dict.get(at));
  }
}

/** Removes every object that nothing leads to from the root: older versions, what was hidden, what was cut loose. */
export function dropUnreachable(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const waiting: PDFObject[] = context.trailerInfo.Root === undefined ? [] : [context.trailerInfo.Root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof PDFRef) {
      if (reached.has(next)) continue;
      reached.add(next);
      const target = context.lookup(next);
      if (target !== undefined) waiting.push(target);
    } else if (next instanceof PDFArray) for (let at = 0; at < next.size(); at += 1) waiting.push(next.get(at));
    else if (next instanceof PDFDict) waiting.push(...next.values());
    else if (next instanceof PDFStream) waiting.push(...next.dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
}

/** The text of a name, wherever it lies and however it is spelled (`/J#53` is `JS`). */
export function nameOf(dict: PDFDict, key: string): string | undefined {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}

/** The names of a stream's filters in the order they were applied last to first; empty without one. */
export function filtersOf(dict: PDFDict): readonly string[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter instanceof PDFName) return [filter.decodeText()];
  if (!(filter instanceof PDFArray)) return [];
  return Array.from({ length: filter.size() }, (_, at) => {
    const name = filter.lookup(at);
    return name instanceof PDFName ? name.decodeText() : '';
  });
}
