import type { JSX } from 'react';

interface Props {
  readonly counted: number;
  readonly expected: number;
  /** The same in a sentence, for everyone who does not see the bar. */
  readonly label: string;
}

/** Who stands behind a figure: a bar of those who are in it of those expected, with the count beside it. */
export function CoverageBadge({ counted, expected, label }: Props): JSX.Element {
  const share = expected === 0 ? 0 : counted / expected;
  return (
    <span className="gk-coverage" data-whole={expected > 0 && counted === expected} title={label}>
      <svg viewBox="0 0 40 6" width="40" height="6" aria-hidden>
        <rect width="40" height="6" rx="3" className="gk-coverage-rail" />
        <rect width={40 * share} height="6" rx="3" className="gk-coverage-fill" />
      </svg>
      <span aria-hidden>
        {counted}/{expected}
      </span>
      <span className="gk-unseen">{label}</span>
    </span>
  );
}
