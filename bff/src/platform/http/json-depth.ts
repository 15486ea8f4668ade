/** True when objects and lists stand deeper in each other than `limit`. Walks with a list of its own, so that no depth is too much for it. */
export function isDeeperThan(limit: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= limit; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one as object) : []));
    if (level.length === 0) return false;
  }
  return level.some((one) => typeof one === 'object' && one !== null);
}
