import { DECLARED, cellOf } from '@gongkai/catalogue';
import type { CellId, Declaration, Finding, Reading, Report } from '@gongkai/model';
import { readTyped } from '@gongkai/parsers/typed';
import { type CellValueRow, cellValuesOfEdition, reportOfEdition } from '../reports/edition-content';
import type { EditionRow, Provenance } from '../reports/editions.store';
import { type DraftReading, contentOfReading } from './draft-reading';
import type { DraftContent } from './drafts.store';

/** An edition with where its cells come from and what was found in it. */
export interface EditionAsFiled {
  readonly edition: EditionRow;
  readonly provenance: Provenance;
  readonly findings: readonly Finding[];
}

/** What the file of an edition said when it was read; where somebody typed over it, what it printed is read again. */
export function readingOfEdition({ edition, provenance, findings }: EditionAsFiled, year: number): DraftReading {
  const report: Report = {
    ...reportOfEdition(edition, year),
    readings: cellValuesOfEdition(edition, provenance).flatMap((value) => readingIn(edition, value)),
    declared: edition.declared.map((one) => declarationIn(edition, one)),
    residue: edition.residue.map((one) => ({ ...one, place: null })),
  };
  return { report, findings };
}

/** The draft that says what the edition says: what was read, and what was typed over it. */
export function contentOfEdition({ edition, provenance }: EditionAsFiled, reading: DraftReading, before: DraftContent): DraftContent {
  const content = contentOfReading(reading, before);
  const values = cellValuesOfEdition(edition, provenance).filter(({ typedOver }) => typedOver !== null);
  const typed = new Map<string, string | null>(values.map((value) => [value.cell, textIn(value)]));
  const cells = content.cells.map(({ cell, text }) => ({ cell, text: typed.has(cell) ? (typed.get(cell) ?? null) : text }));
  return { ...content, cells, explanations: edition.explanations };
}

function readingIn(edition: EditionRow, { cell, typedOver, ...value }: CellValueRow): readonly Reading[] {
  if (typedOver !== null) return typedOver.raw === '' ? [] : [readAgain(cell, typedOver)];
  const { raw, place, confidence, state, unit } = value;
  const printed = { cell, raw, place, confidence };
  if (state !== 'number') return [{ ...printed, state }];
  const figure = edition.figures[cellOf(cell).position - 1];
  if (figure === null || figure === undefined) throw new Error(`edition ${edition.id} counts ${cell} as a number and has none`);
  return [{ ...printed, state, amount: BigInt(figure), unit }];
}

function readAgain(cell: CellId, { raw, place }: Pick<Reading, 'raw' | 'place'>): Reading {
  const { doubt: _, ...amount } = readTyped(raw, cellOf(cell));
  return { cell, raw, place, confidence: 'exact', ...amount };
}

/** A number is typed as it is printed in its unit, what stands for none as `/`. */
function textIn({ state, amount }: CellValueRow): string | null {
  return state === 'mark' ? '/' : amount;
}

/** The section is the one whose text holds the quotation; what stands in none of them was said over the tables. */
function declarationIn({ narrative }: EditionRow, { code, amount, quotation }: EditionRow['declared'][number]): Declaration {
  const own = narrative.find(({ text }) => text.includes(quotation))?.section;
  const section = own ?? DECLARED.find((figure) => figure.code === code)?.sections[0];
  if (section === undefined) throw new Error(`the catalogue knows no figure ${code}`);
  return { code, amount: BigInt(amount), quotation, section, place: null };
}
