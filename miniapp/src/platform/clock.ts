/** The phone's own clock: for keeping time between two events here, never for deciding what a person may do. */
export const clock = {
  /** Milliseconds since 1970. */
  now: (): number => Date.now(),
};
