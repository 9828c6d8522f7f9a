import { useMemo, useState, type JSX } from 'react';
import { useBeside } from '../../originals/use-beside';
import { shownFindings, type ReadFinding } from '../../report-parts/shown-findings';
import { bringIntoView, useActiveFinding } from '../../report-parts/use-active-finding';
import { usePointedCells } from '../../report-parts/use-pointed-cells';
import { EditionAside } from './EditionAside';
import { EditionOriginal } from './EditionOriginal';
import { EditionPaper } from './EditionPaper';
import { PrintedAppendix } from './PrintedAppendix';
import styles from './report.module.css';
import type { Edition, ReportOfPage } from './use-report';

interface Props {
  readonly report: ReportOfPage;
  readonly edition: Edition;
}

/** The paper on the left, on the right what was found and what happened, or the original; each lights the other. */
export function EditionView({ report, edition }: Props): JSX.Element {
  const findings = useMemo(() => shownFindings(edition.findings), [edition.findings]);
  const { active, choose, pick } = useActiveFinding(findings);
  const pointed = usePointedCells();
  const { beside, show } = useBeside();
  const [picked, setPicked] = useState<string | null>(null);
  const document = beside === 'original' ? (edition.document ?? null) : null;
  const chosen = document === null ? null : (picked ?? pointed[0] ?? firstCellOf(active));
  const chooseInTables = document === null ? undefined : setPicked;
  const chooseInOriginal = (cell: string): void => {
    setPicked(cell);
    bringIntoView('data-cell', cell);
  };
  return (
    <div className={styles.columns} data-beside={document === null ? undefined : 'original'}>
      <EditionPaper {...{ report, edition, findings, active, pointed, chosen }} onPick={pick} onChoose={chooseInTables} />
      {document === null ? (
        <EditionAside {...{ report, edition, findings, active }} onActive={choose} />
      ) : (
        <EditionOriginal {...{ edition, document, chosen }} onChoose={chooseInOriginal} onClose={() => show(null)} />
      )}
      <PrintedAppendix {...{ report, edition, findings }} />
    </div>
  );
}

function firstCellOf(finding: ReadFinding | null): string | null {
  return finding?.cells[0] ?? null;
}
