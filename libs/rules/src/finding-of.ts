import type { CellId, Consequence, Contributor, Finding, Repair, SectionCode, Severity, Words } from '@gongkai/model';

/** The law behind a finding and what to do about it, in words. */
export interface RuleWords {
  readonly says: Words;
  readonly basis: string;
  readonly remedy: Words;
}

/** What a check has to say itself; the rest of a finding is empty unless given. */
export interface Said {
  readonly code: string;
  readonly severity: Severity;
  readonly section: SectionCode | null;
  readonly path: Words;
  readonly message: Words;
  readonly rule: RuleWords;
  readonly cells?: readonly CellId[];
  readonly expected?: string | null;
  readonly found?: string | null;
  readonly difference?: string | null;
  readonly contributors?: readonly Contributor[];
  readonly consequences?: readonly Consequence[];
  readonly repair?: Repair | null;
}

/** A finding with all its fields, always in the same order: the same report gives the same JSON everywhere. */
export function findingOf(said: Said): Finding {
  const { code, severity, section, path, message, rule } = said;
  return {
    code,
    severity,
    section,
    cells: said.cells ?? [],
    path,
    message,
    expected: said.expected ?? null,
    found: said.found ?? null,
    difference: said.difference ?? null,
    contributors: said.contributors ?? [],
    says: rule.says,
    basis: rule.basis,
    remedy: rule.remedy,
    consequences: said.consequences ?? [],
    repair: said.repair ?? null,
  };
}
