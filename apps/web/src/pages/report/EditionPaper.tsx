import { TABLE_SECTIONS, type NarrativeSection } from '@gongkai/model';
import { OfficialTables } from '@gongkai/ui';
import { Title } from '@mantine/core';
import type { JSX } from 'react';
import { lastReturn } from '../../decisions/last-return';
import type { ReadFinding } from '../../report-parts/shown-findings';
import { formsOf } from '../../report-parts/forms-of';
import { useInapplicable } from '../../report-parts/use-inapplicable';
import { useTableWords } from '../../words/use-table-words';
import { useWords } from '../../words/use-words';
import styles from './report.module.css';
import { SectionNotes } from './SectionNotes';
import type { Edition, ReportOfPage } from './use-report';

interface Props {
  readonly report: ReportOfPage;
  readonly edition: Edition;
  readonly findings: readonly ReadFinding[];
  readonly active: ReadFinding | null;
  readonly onPick: (cell: string) => void;
  /** Cells the reader was sent to look at. */
  readonly pointed: readonly string[];
  /** The cell whose place in the original is shown; given with `onChoose` while the original is. */
  readonly chosen: string | null;
  readonly onChoose: ((cell: string) => void) | undefined;
}

/** The six sections in the order of the form. */
export function EditionPaper({ report, edition, findings, active, onPick, pointed, chosen, onChoose }: Props): JSX.Element {
  const { t, language } = useWords();
  const words = useTableWords();
  const inapplicable = useInapplicable(report.agency.id, report.year);
  const forms = formsOf(edition.forms, report.year);
  const cells = edition.cells.map((cell) => ({ ...cell, amount: cell.amount ?? null }));
  return (
    <article className={`sheet ${styles.paper}`}>
      {edition.title && <h2 className={styles.paperTitle}>{edition.title}</h2>}
      <Narrative edition={edition} section="s1" />
      {TABLE_SECTIONS.map((section) => (
        <div key={section}>
          <OfficialTables
            forms={forms}
            sections={[section]}
            cells={cells}
            findings={findings}
            year={report.year}
            active={active}
            pointed={pointed}
            language={language}
            words={words}
            comments={commentsOf(edition)}
            inapplicable={inapplicable}
            onPick={onPick}
            chosen={chosen}
            onChoose={onChoose}
          />
          <SectionNotes edition={edition} section={section} form={forms[section]} />
        </div>
      ))}
      <Narrative edition={edition} section="s5" />
      <Narrative edition={edition} section="s6" />
      {edition.signedOn && <p className={styles.signed}>{t('report.signedOn', { day: edition.signedOn })}</p>}
    </article>
  );
}

/** What the supervisor wrote beside single cells when returning the edition. */
function commentsOf(edition: Edition): ReadonlyMap<string, string> {
  return new Map(lastReturn(edition)?.comments.map(({ cell, text }) => [cell, text]));
}

function Narrative({ edition, section }: { readonly edition: Edition; readonly section: NarrativeSection }): JSX.Element {
  const { t } = useWords();
  const own = edition.narrative.find((one) => one.section === section);
  return (
    <section className={styles.narrative}>
      <Title order={3} size="h5">
        {own?.heading || t(`sections.${section}`)}
      </Title>
      {own ? own.text.split('\n').map((line, at) => <p key={at}>{line}</p>) : <p className="gk-faded">{t('report.noText')}</p>}
      <SectionNotes edition={edition} section={section} form={null} />
    </section>
  );
}
