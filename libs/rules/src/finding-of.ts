import type { CellId, Consequence, Contributor, Finding, Repair, SectionCode, Severity, Words } from '@gongkai/model';
import type { CodedRule, RuleWords } from './coded-rule';

/** What a check has to say itself; the rest of a finding is empty unless given. */
export interface FindingParts {
  readonly severity: Severity;
  readonly section: SectionCode | null;
  readonly path: Words;
  readonly message: Words;
  readonly rule: Pick<CodedRule, 'code'> & RuleWords;
  readonly cells?: readonly CellId[];
  readonly expected?: string | null;
  readonly found?: string | null;
  readonly difference?: string | null;
  readonly contributors?: readonly Contributor[];
  readonly consequences?: readonly Consequence[];
  readonly repair?: Repair | null;
}

/** A finding with all its fields, always in the same order: the same report gives the same JSON everywhere. */
export function findingOf(parts: FindingParts): Finding {
  const { severity, section, path, message, rule } = parts;
  return {
    code: rule.code,
    severity,
    section,
    cells: parts.cells ?? [],
    path,
    message,
    expected: parts.expected ?? null,
    found: parts.found ?? null,
    difference: parts.difference ?? null,
    contributors: parts.contributors ?? [],
    says: rule.says,
    basis: rule.basis,
    remedy: rule.remedy,
    consequences: parts.consequences ?? [],
    repair: parts.repair ?? null,
  };
}
