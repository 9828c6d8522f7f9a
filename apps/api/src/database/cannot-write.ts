/** The SQLSTATE of an error of PostgreSQL; null of any other fault. */
export function sqlState(fault: unknown): string | null {
  return typeof fault === 'object' &&
    fault !== null &&
    'code' in fault &&
    typeof fault.code === 'string' &&
    /^[0-9A-Z]{5}$/.test(fault.code)
    ? fault.code
    : null;
}

/** The server has no room for more rows: disk, memory or another resource (class 53), but for connections, which are a matter of moments. */
export function isFull(fault: unknown): boolean {
  const state = sqlState(fault);
  return state !== null && state.startsWith('53') && state !== '53300';
}

/** The server takes no rows: a standby, or one that was set so (25006). */
export function isReadOnly(fault: unknown): boolean {
  return sqlState(fault) === '25006';
}
