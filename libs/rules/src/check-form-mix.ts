import { asksAlike, cellAt, TABLE_SECTIONS } from '@gongkai/model';
import type { CellId, Finding, Form, Severity, TableSection } from '@gongkai/model';
import type { Examination } from './examine';
import { findingOf } from './finding-of';
import { MIXED_FORMS, ONE_ROW_OTHER, mixedMessage, oneRowOtherMessage } from './i18n/format-words';
import { cellWords, sectionWords } from './place-words';

/**
 * FMT-MIXED and S3-ONE-ROW-OTHER: a section that asks for other cells than the form in force for the year. A form with a single row of other
 * processing where the one in force has several is named by that row. A whole report in another form is an error, and so is each section of one
 * that was typed; a document in which one section is left over from another year is warned.
 */
export function checkFormMix(examination: Examination): readonly Finding[] {
  const { inForce, formOf } = examination;
  if (!inForce) return [];
  const others = TABLE_SECTIONS.flatMap((section) => {
    const form = formOf(section);
    return form && !asksAlike(section, form, inForce) ? [{ section, form }] : [];
  });
  const severity = isWhole(others, inForce) || examination.filing === 'online' ? 'error' : 'warning';
  return others.map((other) => findingFor({ ...other, inForce, severity }));
}

interface OtherSection {
  readonly section: TableSection;
  readonly form: Form;
}

/** Whether every section is of another form that could be. */
function isWhole(others: readonly OtherSection[], inForce: Form): boolean {
  const canBe = TABLE_SECTIONS.filter((section) => others.some(({ form }) => !asksAlike(section, form, inForce)));
  return canBe.every((section) => others.some((other) => other.section === section));
}

interface Mix extends OtherSection {
  readonly inForce: Form;
  readonly severity: Severity;
}

function findingFor({ section, form, inForce, severity }: Mix): Finding {
  const [cell, ...more] = section === 's3' ? otherProcessing(form) : [];
  if (cell !== undefined && more.length === 0 && otherProcessing(inForce).length > 1) {
    const path = cellWords(form, cell);
    const message = oneRowOtherMessage(path);
    return findingOf({ severity, section, path, message, rule: ONE_ROW_OTHER, cells: [cell] });
  }
  const path = sectionWords(inForce, section);
  const [expected, found] = [inForce.document, form.document];
  const message = mixedMessage(path, found, expected);
  return findingOf({ severity, section, path, message, rule: MIXED_FORMS, expected, found });
}

/** The totals of the rows of other processing. */
function otherProcessing({ grids }: Form): readonly CellId[] {
  const grid = grids.find(({ section }) => section === 's3');
  return grid ? grid.rows.filter(({ group }) => group === 'other').map((row) => cellAt(grid, row.code, 'total')) : [];
}
