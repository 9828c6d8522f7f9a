import type { Rows } from './use-series';

const LINES = 8;

/** As many groups as one chart can tell apart, those with most in the year, shares of few behind all others; `groups` is empty where all are kept. */
export function foremost(rows: Rows, year: number): { readonly kept: Rows; readonly groups: readonly string[] } {
  const keys = [...new Set(rows.flatMap(({ group }) => (group === null ? [] : [group.key])))];
  if (keys.length <= LINES) return { kept: rows, groups: [] };
  const ranked = rows
    .filter((row) => row.year === year && row.value !== null && !row.small)
    .sort((a, b) => Number(b.value) - Number(a.value))
    .flatMap(({ group }) => (group === null ? [] : [group.key]));
  const groups = [...new Set([...ranked, ...keys])].slice(0, LINES);
  return { kept: rows.filter(({ group }) => group !== null && groups.includes(group.key)), groups };
}
