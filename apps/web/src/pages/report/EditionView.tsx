import { useMemo, type JSX } from 'react';
import { shownFindings } from '../../report-parts/shown-findings';
import { useActiveFinding } from '../../report-parts/use-active-finding';
import { usePointedCells } from '../../report-parts/use-pointed-cells';
import { EditionAside } from './EditionAside';
import { EditionPaper } from './EditionPaper';
import styles from './report.module.css';
import type { Edition, ReportOfPage } from './use-report';

interface Props {
  readonly report: ReportOfPage;
  readonly edition: Edition;
}

/** The paper on the left, what was found and what happened on the right; each lights the other. */
export function EditionView({ report, edition }: Props): JSX.Element {
  const findings = useMemo(() => shownFindings(edition.findings), [edition.findings]);
  const { active, choose, pick } = useActiveFinding(findings);
  const pointed = usePointedCells();
  return (
    <div className={styles.columns}>
      <EditionPaper {...{ report, edition, findings, active }} onPick={pick} pointed={pointed} />
      <EditionAside {...{ report, edition, findings, active }} onActive={choose} />
    </div>
  );
}
