/** ISO 8601 with `Z`. */
export type Instant = string;
/** `YYYY-MM-DD`, a day in China. */
export type CivilDate = string;
/** `YYYY-MM`. */
export type Month = string;
/** An integer in fen (1/100 yuan). */
export type FenAmount = number;
/** An integer in millionths of the annual rate: 2.60 % = 26000. */
export type RateMillionths = number;

/**
 * A figure the core owns. It is never a bare number: it is known and dated, known but old (the core did not answer, this is
 * the last value), or unknown. Unknown is shown as 暂未取得, never as 0.
 */
export type Dated<T> =
  | { readonly state: 'fresh'; readonly asOf: Instant; readonly value: T }
  | { readonly state: 'stale'; readonly asOf: Instant; readonly value: T }
  | { readonly state: 'unknown'; readonly reason: 'core-down' };

/** A reason code with the figures its sentence needs; the sentence itself is the phone's. */
export interface Reason {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}
