import { cellOf, findCell } from '@gongkai/catalogue';
import { readFigure, type Reading, type Report } from '@gongkai/model';
import type { EarlierYearQuery } from '../../generated/graphql';

export type EarlierEdition = NonNullable<EarlierYearQuery['edition']>;

/** A kept edition as the rules read one: what was printed, totals that were derived left blank. */
export function reportFromEdition(edition: EarlierEdition, year: number): Report {
  const { s2 = null, s3 = null, s4 = null } = edition.forms;
  return {
    title: edition.title ?? null,
    agencyName: null,
    year,
    period: null,
    signedOn: edition.signedOn ?? null,
    forms: { s2, s3, s4 },
    readings: edition.cells.flatMap(readingOf),
    narrative: edition.narrative,
    declared: [],
    residue: [],
    doubts: [],
  };
}

function readingOf({ cell: id, state, amount, unit, raw, confidence }: EarlierEdition['cells'][number]): readonly Reading[] {
  const cell = findCell(id)?.id;
  if (cell === undefined) return [];
  const printed = { cell, raw, place: null, confidence };
  if (state !== 'number') return [{ ...printed, state }];
  const exact = amount == null ? null : readFigure(amount, unit ?? cellOf(cell).unit);
  return exact === null ? [{ ...printed, state: 'unreadable' }] : [{ ...printed, state, amount: exact, unit }];
}
