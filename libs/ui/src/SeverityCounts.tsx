import type { Severity } from '@gongkai/model';
import type { JSX } from 'react';
import { SEVERITIES, SeverityIcon } from './SeverityIcon';

interface Props {
  readonly severities: readonly Severity[];
  readonly words: Readonly<Record<Severity, string>>;
  /** Said where there is no finding at all. */
  readonly none: string;
}

/** How many findings of each severity, in one short line. */
export function SeverityCounts({ severities, words, none }: Props): JSX.Element {
  if (severities.length === 0) return <span className="gk-faded">{none}</span>;
  return (
    <span className="gk-severity-counts">
      {SEVERITIES.map((severity) => {
        const count = severities.filter((one) => one === severity).length;
        if (count === 0) return null;
        return (
          <span key={severity} data-severity={severity} title={words[severity]}>
            <SeverityIcon severity={severity} size={15} />
            {count}
            <span className="gk-unseen">{words[severity]}</span>
          </span>
        );
      })}
    </span>
  );
}
