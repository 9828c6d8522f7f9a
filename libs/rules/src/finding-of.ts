import type { CellId, Contributor, Finding, SectionCode, Severity, Words } from '@gongkai/model';

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
  readonly expected?: string;
  readonly found?: string;
  readonly difference?: string;
  readonly contributors?: readonly Contributor[];
}

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
  };
}
