import type { JSX } from 'react';
import { useActiveFinding } from '../../report-parts/use-active-finding';
import { EditionAside } from './EditionAside';
import { EditionPaper } from './EditionPaper';
import styles from './report.module.css';
import type { Edition, Report } from './use-report';

interface Props {
  readonly report: Report;
  readonly edition: Edition;
}

/** The paper on the left, what was found and what happened on the right; each lights the other. */
export function EditionView({ report, edition }: Props): JSX.Element {
  const reading = useActiveFinding(edition.findings);
  return (
    <div className={styles.columns}>
      <EditionPaper report={report} edition={edition} active={reading.active} onPick={reading.pick} />
      <EditionAside report={report} edition={edition} active={reading.active} onActive={reading.choose} />
    </div>
  );
}
