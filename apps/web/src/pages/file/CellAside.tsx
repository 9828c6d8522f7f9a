import { Button } from '@mantine/core';
import { cellOf } from '@gongkai/catalogue';
import { printFigure, type CellId, type Reading } from '@gongkai/model';
import { cellWords } from '@gongkai/rules';
import { memo, type JSX } from 'react';
import { Link } from 'react-router';
import { SaidOfCell } from '../../report-parts/CellComments';
import { useWords } from '../../words/use-words';
import { cellWordsIn } from './cell-words-in';
import { ExplanationField } from './ExplanationField';
import styles from './file.module.css';
import { NoteField } from './NoteField';
import { TakeButtons } from './TakeButtons';
import type { YearDesk } from './use-year-desk';

/** Characters that a cell of the tables shows whole. */
const LONGEST_SHOWN = 16;

/** What is known of the cell with the focus: the five years before, where its text comes from, what is wrong with it. */
export const CellAside = memo(function CellAside({ desk }: { readonly desk: YearDesk }): JSX.Element {
  const { t, say } = useWords();
  const { focus, grid } = desk.sheet;
  const entry = desk.entries.get(focus);
  const file = desk.file?.readings.get(focus);
  const findings = (desk.findings ?? []).filter(({ cells: [first] }) => first === focus);
  return (
    <section className={`sheet ${styles.cell}`} aria-labelledby="focused-cell" data-focused={focus}>
      <h2 id="focused-cell">{say(cellWords(grid.form, focus))}</h2>
      {desk.comments.byCell.get(focus)?.map((comment) => (
        <div key={comment.id} className={styles.comment} data-comment={comment.outcome}>
          <SaidOfCell comment={comment} about={say(cellWords(grid.form, focus))} onAnswered={desk.draft.retry} />
        </div>
      ))}
      {entry && entry.text.length > LONGEST_SHOWN && <p>{t('entry.saysWhole', { text: entry.text })}</p>}
      <Years desk={desk} cell={focus} />
      {entry?.isTotal && (
        <p>{t(entry.was === null ? 'entry.totalHint' : 'entry.totalDiffers', { printed: entry.text, worked: entry.was })}</p>
      )}
      {entry?.isTotal && entry.was !== null && <TakeBack desk={desk} cell={focus} text={entry.was} />}
      <Carried desk={desk} cell={focus} />
      {desk.file !== null && file !== undefined && !entry?.isTotal && (
        <p>{t(file.text === '' ? 'entry.fileBlank' : 'entry.fileSays', { name: desk.file.name, text: file.text })}</p>
      )}
      {findings.map((finding) => (
        <div key={finding.code} className={styles.cellFinding} data-severity={finding.severity}>
          <p>{say(finding.message)}</p>
          <TakeButtons finding={finding} desk={desk} />
        </div>
      ))}
      <Notes desk={desk} cell={focus} />
    </section>
  );
});

/** What is noted of the cell, and of the table it stands in. */
function Notes({ desk, cell }: CellProps): JSX.Element {
  const { t } = useWords();
  const { section } = cellOf(cell);
  return (
    <>
      <NoteField key={cell} on={cell} label={t('entry.note')} text={desk.noteOn(cell)} onNote={desk.note} />
      <NoteField
        key={section}
        on={section}
        label={t('entry.noteOnSection', { section: t(`sectionsShort.${section}`) })}
        text={desk.noteOn(section)}
        onNote={desk.note}
      />
    </>
  );
}

function Years({ desk: { earlier }, cell }: CellProps): JSX.Element {
  const { t } = useWords();
  if (earlier === null) return <p className="gk-faded">{t('fault.waiting')}</p>;
  if (earlier.length === 0) return <p className="gk-faded">{t('entry.noEarlier')}</p>;
  return (
    <dl className={styles.before} data-before>
      {earlier.toReversed().map(({ year, reportId, report }) => (
        <div key={year}>
          <dt>{year}</dt>
          <dd>
            <Link to={`/reports/${reportId}?cells=${cell}`}>
              {printed(
                report.readings.find((one) => one.cell === cell),
                t('entry.notInForm'),
              )}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function printed(reading: Reading | undefined, otherwise: string): string {
  if (reading === undefined || reading.state === 'not_in_form') return otherwise;
  if (reading.state === 'number') return printFigure(reading.amount, reading.unit);
  return reading.raw === '' ? '—' : reading.raw;
}

interface CellProps {
  readonly desk: YearDesk;
  readonly cell: CellId;
}

/** A figure that last year's report hands on, with its source; one that was changed wants a reason. */
function Carried({ desk, cell }: CellProps): JSX.Element | null {
  const { t, say } = useWords();
  const carried = desk.draft.carried.find((one) => one.cell === cell);
  if (carried === undefined) return null;
  const isChanged = desk.entries.get(cell)?.origin === 'carried_changed';
  const isOwed = isChanged && desk.sheet.grid.form.rules.some(({ id, severity }) => id === carried.rule && severity === 'inconsistency');
  const finding = desk.findings?.find(({ code, cells }) => code === carried.rule && cells.some((one) => one === cell));
  const from = desk.earlier?.find(({ year }) => year === carried.year)?.report.forms;
  const form = from?.[cellOf(cell).section] ?? desk.draft.content.form;
  return (
    <div className={styles.carried} data-carried={isChanged ? 'changed' : 'kept'}>
      <p>
        {t('entry.carried', { amount: carried.amount })}{' '}
        <Link to={`/reports/${carried.edition.report.id}?cells=${carried.from}`}>
          {t('entry.carriedFrom', { year: carried.year, cell: say(cellWordsIn(form, carried.from)) })}
        </Link>
      </p>
      {isChanged && <TakeBack desk={desk} cell={cell} text={carried.amount} />}
      {isOwed && <ExplanationField finding={finding ?? { code: carried.rule, cells: [cell] }} desk={desk} />}
    </div>
  );
}

function TakeBack({ desk, cell, text }: CellProps & { readonly text: string }): JSX.Element {
  const { t } = useWords();
  const take = (): void => {
    desk.sheet.step({ kind: 'take', texts: new Map([[cell, text]]) });
    desk.sheet.lead(cell);
  };
  return (
    <Button size="compact-xs" variant="light" onClick={take}>
      {t('entry.take', { values: text })}
    </Button>
  );
}
