import { SEVERITIES } from '../SeverityIcon';
import type { ShownFinding } from '../shown';
import type { Light } from './OfficialCell';

/** Which cells are lit and how: each by the worst finding it is in; the figures of the finding being read are marked beside its own cells. */
export function lightsOf(findings: readonly ShownFinding[], active: ShownFinding | null, year: number | null): ReadonlyMap<string, Light> {
  const lights = new Map<string, Light>();
  for (const { cell } of active?.contributors.filter((one) => one.year === null || one.year === year) ?? []) {
    lights.set(cell, { severity: active?.severity ?? 'info', active: false, contributor: true });
  }
  for (const severity of [...SEVERITIES].reverse()) {
    for (const finding of findings.filter((one) => one.severity === severity)) {
      for (const cell of finding.cells) lights.set(cell, { severity, active: false, contributor: false });
    }
  }
  for (const cell of active?.cells ?? []) {
    lights.set(cell, { severity: active?.severity ?? 'info', active: true, contributor: false });
  }
  return lights;
}
