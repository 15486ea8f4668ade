import type { ColumnOptions, ValueTransformer } from 'typeorm';

/** Which engine the rows live in; both are served by one code path. */
export type Engine = 'sqlite' | 'mysql' | 'mariadb';

/** SQLite hands a bigint over as number, MySQL as text: both become an exact number here, or an error. */
function safeInteger(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw new RangeError('a bigint column holds a value that is not a safe integer');
  return number;
}

/** Integer fen, or any other whole number. Throws on what a double cannot hold exactly. */
export const integerTransformer: ValueTransformer = {
  to: (value: unknown) => (typeof value === 'number' ? safeInteger(value) : value),
  from: (value: unknown) => (value === null || value === undefined ? value : safeInteger(value)),
};

/** An instant: `Date` in the row, epoch milliseconds in the database. */
export const instantTransformer: ValueTransformer = {
  to: (value: unknown) => (value instanceof Date ? safeInteger(value.getTime()) : value),
  from: (value: unknown) => (value === null || value === undefined ? value : new Date(safeInteger(value))),
};

type More = Pick<ColumnOptions, 'name' | 'nullable' | 'primary'>;

/** `@Column(fenColumn())`: integer fen as bigint. */
export const fenColumn = (more: More = {}): ColumnOptions => ({ type: 'bigint', transformer: integerTransformer, ...more });
/** `@Column(integerColumn())`: a whole number (counts, versions) as bigint. */
export const integerColumn = fenColumn;
/** `@Column(instantColumn())`: a `Date` as epoch milliseconds in bigint. */
export const instantColumn = (more: More = {}): ColumnOptions => ({ type: 'bigint', transformer: instantTransformer, ...more });
/** `@Column(civilDateColumn())`: `YYYY-MM-DD` as text. */
export const civilDateColumn = (more: More = {}): ColumnOptions => ({ type: 'varchar', length: 10, ...more });
