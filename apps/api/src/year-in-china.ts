/** The calendar year in China, where every due date is counted. */
export function yearInChina(now: Date): number {
  return new Date(now.getTime() + 8 * 3_600_000).getUTCFullYear();
}
