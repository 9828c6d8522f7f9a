import type { Language } from '@gongkai/model';
import type { JSX, ReactNode } from 'react';
import { FindingCard } from './FindingCard';
import type { FindingWords } from './finding-words';
import { findingKey } from './finding-key';
import { SEVERITIES, SeverityIcon } from './SeverityIcon';
import type { ShownFinding } from './shown';

export interface FindingListProps<F extends ShownFinding> {
  readonly findings: readonly F[];
  readonly active: F | null;
  readonly language: Language;
  readonly words: FindingWords;
  /** The finding to be read and lit; null to put the light out. */
  readonly onActive: (finding: F | null) => void;
  /** What belongs under a finding, e.g. the field for its explanation. */
  readonly below?: (finding: F) => ReactNode;
}

/** Findings by severity, worst first, each said in the form's words. */
export function FindingList<F extends ShownFinding>({
  findings,
  active,
  language,
  words,
  onActive,
  below,
}: FindingListProps<F>): JSX.Element {
  return (
    <div className="gk-findings">
      {SEVERITIES.map((severity) => {
        const own = findings.filter((finding) => finding.severity === severity);
        if (own.length === 0) return null;
        return (
          <section key={severity} aria-label={words.severities[severity]}>
            <h3 className="gk-finding-group" data-severity={severity}>
              <SeverityIcon severity={severity} /> {words.severities[severity]} <span className="gk-count">{own.length}</span>
              <small>{words.meanings[severity]}</small>
            </h3>
            <ol>
              {own.map((finding) => (
                <li key={findingKey(finding)}>
                  <FindingCard finding={finding} active={finding === active} language={language} words={words} onActive={onActive}>
                    {below?.(finding)}
                  </FindingCard>
                </li>
              ))}
            </ol>
          </section>
        );
      })}
    </div>
  );
}
