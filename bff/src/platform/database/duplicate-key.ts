function driverError(error: unknown): { code?: unknown; errno?: unknown } {
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
