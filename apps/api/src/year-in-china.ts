/** The calendar year in China, where every due date is counted. */
export function yearInChina(now: Date): number {
  return new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear();
}

/** The calendar day in China, as an ISO date. */
export function dayInChina(now: Date): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}
