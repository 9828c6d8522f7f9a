import type { IdsTried } from './try-ids';

/** How it went, caller by caller, then every leak and fault in full. */
export function idsTable({ counts, leaks, faults, answeredFields, refusals }: IdsTried): string {
  const rows = Object.entries(counts);
  const total = rows.reduce((sum, [, { requests }]) => sum + requests, 0);
  return [
    'caller                          requests  answered     empty   refused',
    ...rows.map(
      ([name, { requests, answered, empty, refused }]) => name.padEnd(30) + [requests, answered, empty, refused].map(wide).join(''),
    ),
    `answered: ${listOf(answeredFields)}`,
    `refused with: ${listOf(refusals)}`,
    ...leaks.map((leak) => `LEAK ${leak}`),
    ...faults.map((fault) => `FAULT ${fault}`),
    `${total} requests: ${leaks.length} leaks, ${faults.length} masked faults`,
  ].join('\n');
}

const listOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .sort(([, one], [, other]) => other - one)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
const wide = (count: number): string => String(count).padStart(10);
