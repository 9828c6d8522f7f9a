import { cellsOf, type CellId, type Form, type Reading, type TableSection } from '@gongkai/model';
import type { Chosen } from './choose-form';

const SECTIONS: readonly TableSection[] = ['s2', 's3', 's4'];

/**
 * The cells of sections whose table was not read: nothing is known of them, which is not the same as blank. They are those of the form of the
 * other sections, else of the form of the year (section four is the same in all and tells none); none where neither is known.
 */
export function cellsNotFound(
  chosen: Readonly<Record<TableSection, Chosen>>,
  forms: readonly Form[],
  year: number | null,
): readonly Reading[] {
  const form = (chosen.s3.claims ?? chosen.s2.claims)?.form ?? forms.find(({ years }) => isOf(year, years));
  return SECTIONS.filter((section) => chosen[section].claims === null).flatMap((section) =>
    (form?.grids ?? []).filter((grid) => grid.section === section).flatMap((grid) => cellsOf(grid).map(notFound)),
  );
}

/** A cell of the form that could not be placed in the document. */
export function notFound(cell: CellId): Reading {
  return { cell, raw: '', place: null, confidence: 'exact', state: 'not_found' };
}

function isOf(year: number | null, { first, last }: Form['years']): boolean {
  return year !== null && first <= year && (last === null || year <= last);
}
