import { isInForce, sectionCells, type CellId, type Form, type Reading, type TableSection } from '@gongkai/model';
import type { Chosen } from './choose-form';

const SECTIONS: readonly TableSection[] = ['s2', 's3', 's4'];

/**
 * The cells of sections whose table was not read: nothing is known of them, which is not the same as blank. They are those of the form of the
 * other sections, else of the form of the year, else of the only one that section four can be of; none where none is known.
 */
export function cellsNotFound(
  chosen: Readonly<Record<TableSection, Chosen>>,
  forms: readonly Form[],
  year: number | null,
): readonly Reading[] {
  const ofYear = year === null ? undefined : forms.find((form) => isInForce(form, year));
  const form = (chosen.s3.claims ?? chosen.s2.claims)?.form ?? ofYear ?? (chosen.s4.alike.length === 1 ? chosen.s4.alike[0] : undefined);
  const missing = SECTIONS.filter((section) => chosen[section].claims === null);
  return form === undefined ? [] : missing.flatMap((section) => sectionCells(form, section).map(notFound));
}

/** A cell of the form that could not be placed in the document. */
export function notFound(cell: CellId): Reading {
  return { cell, raw: '', place: null, confidence: 'exact', state: 'not_found' };
}
