import type { Experience } from './bystanders';
import type { AttackFigures } from './run-attacks';

const HEADINGS = [
  'attack',
  'refused with',
  'attempts',
  'cpu s each',
  'most MB',
  'dashboard p50/p95 ms',
  'before',
  'times',
  'filing p50/p95 ms',
  'before',
];
const MOST_MEGABYTES = 600;
const MOST_TIMES = 2;

/** The figures as a table of text; `times`: the p95 of the dashboard over that just before. */
export function attackTable(figures: readonly AttackFigures[]): string {
  const rows = figures.map((each) => [
    each.attack,
    each.died ? 'THE API ENDED' : each.refusedWith.join(' '),
    String(each.attempts),
    each.processorSeconds.toFixed(3),
    each.megabytes.toFixed(0),
    times(each.attacked.dashboard),
    times(each.calm.dashboard),
    slowerBy(each).toFixed(2),
    times(each.attacked.filing),
    times(each.calm.filing),
  ]);
  const widths = HEADINGS.map((heading, at) => Math.max(heading.length, ...rows.map((row) => row[at]?.length ?? NaN)));
  const lines = [HEADINGS, ...rows].map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? NaN)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}

const times = ({ p50, p95, answered }: Experience): string => `${p50.toFixed(0)} / ${p95.toFixed(0)} (${answered})`;
const slowerBy = ({ attacked, calm }: AttackFigures): number => attacked.dashboard.p95 / calm.dashboard.p95;

/** What an attack did that none may, in words. */
export function wrongsOf(figures: readonly AttackFigures[]): readonly string[] {
  return figures.flatMap((each) => [
    ...(each.died ? [`${each.attack}: the api ended`] : []),
    ...(each.refusedWith.includes('nothing') ? [`${each.attack}: went through`] : []),
    ...(each.megabytes < MOST_MEGABYTES ? [] : [`${each.attack}: ${each.megabytes.toFixed(0)} MB`]),
    ...(slowerBy(each) <= MOST_TIMES ? [] : [`${each.attack}: the dashboard takes longer than ${MOST_TIMES} times`]),
    ...[...each.attacked.dashboard.failed, ...each.attacked.filing.failed].map(
      (code) => `${each.attack}: others were refused with ${code}`,
    ),
  ]);
}
