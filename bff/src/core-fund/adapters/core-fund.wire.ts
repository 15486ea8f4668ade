/** The core's own field names (JGJ/T 320-2014); they stop in this folder. Values are text unless the interface says otherwise. */
export type WireObject = Readonly<Record<string, unknown>>;

export interface WireHead {
  readonly JYDM: string;
  readonly QQLSH: string;
  readonly XYM: string;
  /** The moment of the reply, China time. */
  readonly XYSJ: string;
}
export interface WireReply {
  readonly head: WireHead;
  readonly body: WireObject;
}
export type TransactionCode =
  | 'GR1001' | 'GR1002' | 'GR1003' | 'FC1001' | 'HY1001' | 'TQ1002' | 'TQ1003' | 'TQ1004' | 'TQ1005' | 'GT1001' | 'SJ1001' | 'CL1001'
  | 'DK1001' | 'DK1002' | 'DK1003' | 'WD1001' | 'WD1002' | 'YY1001' | 'YY1002' | 'YY1003' | 'GX1001' | 'YH1001' | 'YH1002'
  | 'ZD1001' | 'ZD1002' | 'ZD1003';

/** A reply that does not read as the interface says. `field` names where, never what stood there. */
export class WireError extends Error {
  constructor(readonly field: string) {
    super(`the field ${field} of the core's reply is missing or not as agreed`);
    this.name = 'WireError';
  }
}

export function objectOf(value: unknown, field: string): WireObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WireError(field);
  return value as WireObject;
}
export function text(from: WireObject, field: string): string {
  const value = from[field];
  if (typeof value !== 'string' || value === '') throw new WireError(field);
  return value;
}
export function textOr<T>(from: WireObject, field: string, otherwise: T): string | T {
  return from[field] === undefined ? otherwise : text(from, field);
}
/** A count: JSON number or digits. */
export function count(from: WireObject, field: string): number {
  const value = from[field];
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) throw new WireError(field);
  return number;
}
export function list(from: WireObject, field: string): readonly WireObject[] {
  const value = from[field];
  if (!Array.isArray(value)) throw new WireError(field);
  return value.map((item) => objectOf(item, field));
}
/** A list the core leaves out when it has nothing to say. */
export const listOrNone = (from: WireObject, field: string): readonly WireObject[] => (from[field] === undefined ? [] : list(from, field));
/** One of the keys of a code table. */
export function code<T>(from: WireObject, field: string, table: Readonly<Record<string, T>>): T {
  const value = text(from, field);
  if (!Object.hasOwn(table, value)) throw new WireError(field);
  return table[value] as T;
}
