import type { ShownFinding } from '@gongkai/ui';
import type { FindingWordsFragment } from '../generated/graphql';

export type ReadFinding = FindingWordsFragment & ShownFinding;

/** Findings as they travel, with what is not there said as null. */
export function shownFindings(findings: readonly FindingWordsFragment[]): readonly ReadFinding[] {
  return findings.map((finding) => ({
    ...finding,
    expected: finding.expected ?? null,
    found: finding.found ?? null,
    difference: finding.difference ?? null,
    contributors: finding.contributors.map((one) => ({ ...one, year: one.year ?? null, amount: one.amount ?? null })),
    repair: shownRepair(finding.repair ?? null),
  }));
}

function shownRepair(repair: FindingWordsFragment['repair'] | null): ReadFinding['repair'] {
  if (!repair) return null;
  const alternatives = repair.alternatives.map(({ changes }) => ({
    changes: changes.map((change) => ({ ...change, from: change.from ?? null, slip: change.slip ?? null })),
  }));
  return { ...repair, alternatives };
}
