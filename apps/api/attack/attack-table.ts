import type { AttackFigures } from './run-attacks';

const HEADINGS = [
  'attack',
  'refused with',
  'attempts',
  'cpu s each',
  'most MB',
  'dashboard p50/p95 ms',
  'times',
  'filing p50/p95 ms',
  'others failed',
];

/** The figures as a table of text; `times`: the p95 of the dashboard over that of the baseline. */
export function attackTable(figures: readonly AttackFigures[]): string {
  const baseline = figures.find(({ attack }) => attack === 'baseline')?.dashboard.p95 ?? NaN;
  const rows = figures.map((each) => [
    each.attack,
    each.died ? 'THE API ENDED' : each.refusedWith.join(' '),
    String(each.attempts),
    each.processorSeconds.toFixed(3),
    each.megabytes.toFixed(0),
    `${each.dashboard.p50.toFixed(0)} / ${each.dashboard.p95.toFixed(0)}`,
    (each.dashboard.p95 / baseline).toFixed(2),
    `${each.filing.p50.toFixed(0)} / ${each.filing.p95.toFixed(0)} (${each.filing.answered})`,
    [...each.dashboard.failed, ...each.filing.failed].join(' '),
  ]);
  const widths = HEADINGS.map((heading, at) => Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? NaN)));
  return [HEADINGS, ...rows]
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? NaN))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What an attack did that none may, in words. */
export function wrongsOf(figures: readonly AttackFigures[]): readonly string[] {
  const baseline = figures.find(({ attack }) => attack === 'baseline');
  return figures.flatMap((each) => {
    if (each === baseline || baseline === undefined) return [];
    return [
      ...(each.died ? [`${each.attack}: the api ended`] : []),
      ...(each.refusedWith.includes('nothing') ? [`${each.attack}: went through`] : []),
      ...(each.megabytes < MOST_MEGABYTES ? [] : [`${each.attack}: ${each.megabytes.toFixed(0)} MB`]),
      ...(each.dashboard.p95 <= baseline.dashboard.p95 * MOST_TIMES
        ? []
        : [`${each.attack}: the dashboard takes longer than ${MOST_TIMES} times`]),
      ...[...each.dashboard.failed, ...each.filing.failed].map((code) => `${each.attack}: others were refused with ${code}`),
    ];
  });
}

const MOST_MEGABYTES = 600;
const MOST_TIMES = 2;
