import { SEVERITIES } from '../SeverityIcon';
import type { ShownFinding } from '../shown';
import type { Light } from './OfficialCell';

/** Which cells are lit and how: those pointed at from elsewhere, the others by the worst finding it is in; the figures of the finding being read are marked beside its own cells. */
export function lightsOf(
  findings: readonly ShownFinding[],
  active: ShownFinding | null,
  year: number | null,
  pointed: readonly string[] = [],
): ReadonlyMap<string, Light> {
  const lights = new Map<string, Light>();
  for (const { cell } of active?.contributors.filter((one) => one.year === null || one.year === year) ?? []) {
    lights.set(cell, { severity: active?.severity ?? null, active: false, first: false, contributor: true, pointed: false });
  }
  const worstLast = [...SEVERITIES].reverse().flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  for (const finding of worstLast) {
    const { severity } = finding;
    causesOf(finding).forEach((cell, at) => {
      const before = lights.get(cell);
      const first = at === 0 || (before?.first === true && before.severity === severity);
      lights.set(cell, { severity, active: false, first, contributor: false, pointed: false });
    });
  }
  if (active !== null)
    readingOf(active).forEach((cell, at) => {
      const first = at === 0 || lights.get(cell)?.first === true;
      lights.set(cell, { severity: active.severity, active: true, first, contributor: false, pointed: false });
    });
  for (const cell of pointed) lights.set(cell, { ...(lights.get(cell) ?? UNFOUND), active: true, pointed: true });
  return lights;
}

const UNFOUND: Light = { severity: null, active: false, first: false, contributor: false, pointed: false };

/** A finding about more cells than these lights only the one to look at first, until it is read. */
const MOST_LIT = 6;

/**
 * The few cells that are likely wrong: of a relation that does not hold the one to look at first and what the only repair would change, not all that
 * were added up nor all that could be changed; of any other finding what it names.
 */
function causesOf({ cells, contributors, repair }: ShownFinding): readonly string[] {
  if (contributors.length === 0) return cells.length > MOST_LIT ? cells.slice(0, 1) : cells;
  const changed = repair?.count === 1 ? repair.alternatives.flatMap(({ changes }) => changes.map(({ cell }) => cell)) : [];
  return [...new Set([...cells.slice(0, 1), ...changed])];
}

/** With all that could be changed, and all that are named. */
function readingOf({ cells, contributors, repair }: ShownFinding): readonly string[] {
  if (contributors.length === 0) return cells;
  return [...new Set([...cells.slice(0, 1), ...(repair?.alternatives.flatMap(({ changes }) => changes.map(({ cell }) => cell)) ?? [])])];
}
