import type { Finding, Severity, Words } from '@gongkai/model';
import { VERDICT_CLEAN, verdictSentence } from './i18n/verdict-sentence';

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

/** The verdict in one line, with its numbers: 有1处错误，改正后才能报送；另有2处提示。 */
export function verdictWords(findings: readonly Finding[]): Words {
  const verdict = verdictOf(findings);
  if (verdict === 'clean') return VERDICT_CLEAN;
  const countOf = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return verdictSentence({ error: countOf('error'), inconsistency: countOf('inconsistency'), warning: countOf('warning') });
}
