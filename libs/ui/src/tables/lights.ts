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
    lights.set(cell, { severity: active?.severity ?? 'info', active: false, first: false, contributor: true });
  }
  const worstLast = [...SEVERITIES].reverse().flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  for (const { cells, severity } of worstLast) {
    cells.forEach((cell, at) => {
      const before = lights.get(cell);
      const first = at === 0 || (before?.first === true && before.severity === severity);
      lights.set(cell, { severity, active: false, first, contributor: false });
    });
  }
  for (const cell of pointed) lights.set(cell, { severity: 'info', active: true, first: false, contributor: false });
  active?.cells.forEach((cell, at) => {
    const first = at === 0 || lights.get(cell)?.first === true;
    lights.set(cell, { severity: active.severity, active: true, first, contributor: false });
  });
  return lights;
}
