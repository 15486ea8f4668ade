import { isPlainDate } from '../calendar/index.ts';

/** Looks at a value of unknown origin and adds what is wrong with it, each fault beginning with its place. */
export type Shape = (value: unknown, at: string, faults: string[]) => void;
type Shapes = Readonly<Record<string, Shape>>;

function shapeOf(fits: (value: unknown) => boolean, fault: string): Shape {
  return (value, at, faults) => {
    if (!fits(value)) faults.push(`${at} ${fault}`);
  };
}

export const text: Shape = shapeOf((value) => typeof value === 'string' && value.trim() !== '', 'is no text');
export const day: Shape = shapeOf((value) => typeof value === 'string' && isPlainDate(value), 'is no day');
/** Fen, months, millionths: whole, never negative, exact. */
export const whole: Shape = shapeOf((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0, 'is no whole number from 0');
export const flag: Shape = shapeOf((value) => typeof value === 'boolean', 'is neither true nor false');
export const address: Shape = shapeOf((value) => typeof value === 'string' && /^https?:\/\/[^\s]+$/.test(value), 'is no address');

export function oneOf(...words: readonly string[]): Shape {
  return shapeOf((value) => typeof value === 'string' && words.indexOf(value) >= 0, `is none of ${words.join(', ')}`);
}

export function orNull(shape: Shape): Shape {
  return (value, at, faults) => {
    if (value !== null) shape(value, at, faults);
  };
}

export function listOf(shape: Shape): Shape {
  return (value, at, faults) => {
    if (!Array.isArray(value)) faults.push(`${at} is no list`);
    else value.forEach((one: unknown, index) => shape(one, `${at}[${index}]`, faults));
  };
}

const own = (keys: object, key: string): boolean => Object.prototype.hasOwnProperty.call(keys, key);

/** Exactly these members: a rule that this program does not know must not be overlooked in silence. */
export function recordOf(needed: Shapes, optional: Shapes = {}): Shape {
  return (value, at, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      faults.push(`${at} is no record`);
      return;
    }
    const members = value as Readonly<Record<string, unknown>>;
    const place = (key: string): string => (at === '' ? key : `${at}.${key}`);
    for (const key of Object.keys(needed)) {
      if (own(members, key)) needed[key]?.(members[key], place(key), faults);
      else faults.push(`${place(key)} is missing`);
    }
    for (const key of Object.keys(members)) {
      if (own(needed, key)) continue;
      if (own(optional, key)) optional[key]?.(members[key], place(key), faults);
      else faults.push(`${place(key)} is not known`);
    }
  };
}

/** A record of any names, each member of this shape. */
export function mapOf(shape: Shape): Shape {
  return (value, at, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) faults.push(`${at} is no record`);
    else for (const [key, member] of Object.entries(value)) shape(member, `${at}.${key}`, faults);
  };
}

/** A record of one of several kinds, told apart by its `kind`. */
export function kindOf(kinds: Readonly<Record<string, Shape>>): Shape {
  return (value, at, faults) => {
    const kind: unknown = typeof value === 'object' && value !== null ? (value as { readonly kind?: unknown }).kind : undefined;
    if (typeof kind === 'string' && own(kinds, kind)) kinds[kind]?.(value, at, faults);
    else faults.push(`${at}.kind is none of ${Object.keys(kinds).join(', ')}`);
  };
}
