import { isInForce, sectionCells, type CellId, type Form, type Reading, type TableSection, TABLE_SECTIONS } from '@gongkai/model';
import { labelKey } from '../labels/label-key';
import { keysOf } from '../labels/vocabulary';
import type { SectionedDocument } from '../narrative/find-sections';
import type { Block } from '../printed-document';
import type { ChosenForm } from './choose-form';

/** What tells of which form a section is whose table was not read. */
interface Unplaced {
  readonly document: Pick<SectionedDocument, 'blocks' | 'homes' | 'end'>;
  readonly chosen: Readonly<Record<TableSection, ChosenForm>>;
  readonly forms: readonly Form[];
  readonly year: number | null;
}

/**
 * The cells of sections whose table was not read: nothing is known of them, which is not the same as blank. They are those of the form whose rows
 * alone are all printed there, else of the form of the other sections, else of the form of the year, else of the only one that section four can be
 * of; none where none is known.
 */
export function cellsNotFound(unplaced: Unplaced): readonly Reading[] {
  const { chosen, forms, year } = unplaced;
  const ofYear = year === null ? undefined : forms.find((form) => isInForce(form, year));
  const other = (chosen.s3.claims ?? chosen.s2.claims)?.form ?? ofYear ?? (chosen.s4.alike.length === 1 ? chosen.s4.alike[0] : undefined);
  const missing = TABLE_SECTIONS.filter((section) => chosen[section].claims === null);
  return missing.flatMap((section) => {
    const form = formByRows(unplaced, section) ?? other;
    return form === undefined ? [] : sectionCells(form, section).map(notFound);
  });
}

/** Of the forms whose rows are all printed in a section the one with the most; null where none is, or several have as many. */
function formByRows({ document: { blocks, homes, end }, forms }: Unplaced, section: TableSection): Form | null {
  const printed = labelKey(
    blocks
      .filter((_, at) => homes[at] === section && at < end)
      .map(textOf)
      .join(''),
  );
  const rowsOf = (form: Form) => form.grids.filter((grid) => grid.section === section).flatMap(({ rows }) => rows);
  const whole = forms.filter((form) => rowsOf(form).every((row) => [...keysOf(row)].some((key) => printed.includes(key))));
  const most = Math.max(...whole.map((form) => rowsOf(form).length));
  const [form, ...others] = whole.filter((one) => rowsOf(one).length === most);
  return form && others.length === 0 ? form : null;
}

function textOf(block: Block): string {
  if (block.kind === 'paragraph') return block.text;
  return block.kind === 'table'
    ? block.rows
        .flat()
        .map(({ text }) => text)
        .join('')
    : '';
}

/** A cell of the form that could not be placed in the document. */
export function notFound(cell: CellId): Reading {
  return { cell, raw: '', place: null, confidence: 'exact', state: 'not_found' };
}
