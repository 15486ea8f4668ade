function driverError(error: unknown): { code?: unknown; errno?: unknown; fatal?: unknown } {
  if (typeof error !== 'object' || error === null) return {};
  const inner = (error as { driverError?: unknown }).driverError;
  return typeof inner === 'object' && inner !== null ? inner : error;
}

/** True when a unique index or primary key refused a row, whichever engine said so. */
export function isDuplicateKey(error: unknown): boolean {
  const { code, errno } = driverError(error);
  return code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || code === 'ER_DUP_ENTRY' || errno === 1062;
}

/** Deadlock (1213), lock wait (1205), snapshot conflict of MariaDB 11.6+ (1020), a busy SQLite file: the same work may succeed at once. */
export function isWorthRerunning(error: unknown): boolean {
  const { code, errno } = driverError(error);
  return errno === 1213 || errno === 1205 || errno === 1020 || (typeof code === 'string' && code.startsWith('SQLITE_BUSY'));
}

/** Too many connections (1040, 1203), a server that shuts down (1053, 1079), a connection it ended (1927, 2006, 2013, 4031). */
const TURNED_AWAY: readonly unknown[] = [1040, 1053, 1079, 1203, 1927, 2006, 2013, 4031];

/**
 * True when the database could not be reached or is held by somebody else: nothing is wrong with the request, and a later one may succeed. The
 * driver of MySQL and MariaDB marks whatever ended a connection, or kept one from being made, as `fatal`; errors of other lines bear no such mark.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { code, errno, fatal } = driverError(error);
  const sqlite = typeof code === 'string' && /^SQLITE_(BUSY|LOCKED|CANTOPEN)/.test(code);
  return sqlite || fatal === true || TURNED_AWAY.includes(errno) || isWorthRerunning(error);
}
