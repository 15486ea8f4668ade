/** As long as a key of the phone lives; nobody asks under the same number after that. */
export const WISH_KEPT_MS = 48 * 3_600_000;

/**
 * When a wish was first asked for. The core believes a request number only with the body it first came with, and the moment is part of it: a
 * repeat after a broken line, or after a crash, must say the same one.
 */
export abstract class BookingWishes {
  /** The moment of the first asking under this number; `now` when this is the first. Belongs inside a unit of work. */
  abstract firstAsked(requestNo: string, now: Date): Promise<Date>;
  /** Forgets those before a moment. */
  abstract sweep(before: Date): Promise<void>;
}
