/**
 * The smallest number of steps from 1 to `most` for which something holds, given that it holds from some number on; null when not even
 * `most` steps are enough. About log2(most) trials.
 */
export function smallestFrom(most: number, holds: (steps: number) => boolean): number | null {
  if (most < 1 || !holds(most)) return null;
  let fails = 0;
  let held = most;
  while (held - fails > 1) {
    const middle = Math.floor((fails + held) / 2);
    if (holds(middle)) held = middle;
    else fails = middle;
  }
  return held;
}

/** The first number of steps for which something holds, one by one: for what may cease to hold again (ages, ends of validity). */
export function firstOf(most: number, holds: (steps: number) => boolean): number | null {
  for (let steps = 1; steps <= most; steps += 1) if (holds(steps)) return steps;
  return null;
}
