import type { Finding, Severity } from '@gongkai/model';

/** What may happen to a report with these findings, the worst of them deciding. `info` leaves a report clean. */
export type FindingsVerdict = 'clean' | 'warnings' | 'must_explain' | 'cannot_be_filed';

const VERDICTS: readonly (readonly [Severity, FindingsVerdict])[] = [
  ['error', 'cannot_be_filed'],
  ['inconsistency', 'must_explain'],
  ['warning', 'warnings'],
];

export function verdictOf(findings: readonly Finding[]): FindingsVerdict {
  const worst = VERDICTS.find(([severity]) => findings.some((finding) => finding.severity === severity));
  return worst ? worst[1] : 'clean';
}
