import type { Declaration, Place, Residue, TableSection } from '@gongkai/model';
import { holdsNumber } from '../labels/figure-text';
import type { Vocabulary } from '../labels/vocabulary';
import type { SectionedDocument } from '../narrative/find-sections';
import { isAmount, numbersIn } from '../narrative/narrative-residue';
import type { PrintedCell, Table } from '../printed-document';
import { firstClaims, type SectionClaims } from './claim-section';

/** What the cells of the forms took: cells of tables, and numbers of paragraphs by the paragraph they stand in. */
interface Taken {
  readonly cells: ReadonlySet<PrintedCell>;
  readonly numbers: ReadonlyMap<Place, readonly string[]>;
}

/**
 * Every number printed in sections two to four, in a table or beside it, that no cell of the form and no subtotal took. What counts nothing
 * (dates, numbers of documents, numbering) and what belongs to a label of the form is none.
 */
export function numbersLeft(document: SectionedDocument, found: readonly SectionClaims[], vocabulary: Vocabulary): readonly Residue[] {
  const texts = new Set(document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.place] : [])));
  const taken = takenBy(found, texts, vocabulary);
  return document.blocks.flatMap((block, index) => {
    const owner = found.find(({ stretches }) => stretches.some((stretch) => stretch.table === block))?.section;
    const section = owner ?? tableSection(document.homes[index] ?? null);
    if (section === null || block.kind === 'picture') return [];
    if (block.kind === 'table') return leftInTable(block, section, taken, vocabulary);
    return index < document.end ? leftInText(textAt(document, block.text, index), block.place, section, { taken, vocabulary }) : [];
  });
}

/** Without the numbers that the text beside the tables claims. */
export function unclaimed(residue: readonly Residue[], declared: readonly Declaration[]): readonly Residue[] {
  const claims = [...declared];
  return residue.filter(({ raw, section, place }) => {
    const at = claims.findIndex((one) => one.section === section && one.place !== null && one.place === place && isAmount(raw, one.amount));
    if (at >= 0) claims.splice(at, 1);
    return at < 0;
  });
}

function tableSection(home: string | null): TableSection | null {
  return home === 's2' || home === 's3' || home === 's4' ? home : null;
}

/** Of a heading only what follows it. */
function textAt({ headings }: SectionedDocument, text: string, index: number): string {
  const heading = headings.find(({ block }) => block === index);
  return heading ? heading.rest : text;
}

function takenBy(found: readonly SectionClaims[], texts: ReadonlySet<Place>, { words }: Vocabulary): Taken {
  const cells = new Set(found.flatMap(cellsTaken));
  const numbers = new Map<Place, readonly string[]>();
  for (const { text, place } of cells) {
    if (!texts.has(place)) continue;
    const raw = numbersIn(text, words).map((number) => number.raw);
    numbers.set(place, [...(numbers.get(place) ?? []), ...raw]);
  }
  return { cells, numbers };
}

function cellsTaken({ claims, subtotals, cuts, stretches }: SectionClaims): readonly PrintedCell[] {
  const spent = [...cuts, ...stretches.flatMap(({ lines }) => lines)].flatMap((line) => line.spent ?? []);
  const claimed = [...firstClaims(claims).values(), ...subtotals].flatMap(({ printed }) => printed ?? []);
  return [...claimed, ...spent];
}

/** Cells on either side of a number that are told with it. */
const AROUND = 10;
const LONGEST_CONTEXT = 60;
const LONGEST_FIGURE = 20;

function leftInTable(table: Table, section: TableSection, { cells }: Taken, { words }: Vocabulary): readonly Residue[] {
  return table.rows.flatMap((row) =>
    row.flatMap((cell, index) => {
      if (cells.has(cell)) return [];
      const numbers = holdsNumber(cell.text) ? [cell.text] : numbersOf(cell.text, words);
      if (numbers.length === 0) return [];
      const around = row.slice(Math.max(0, index - AROUND), index + AROUND).map(({ text }) => text.replaceAll('\n', ''));
      const context = around.filter((text) => text !== '').join(' ').slice(0, LONGEST_CONTEXT); // prettier-ignore
      return numbers.map((raw) => ({ raw, context, section, place: cell.place }));
    }),
  );
}

/** A short cell is told as it is printed; a longer one is a text with numbers in it. */
function numbersOf(text: string, words: RegExp): readonly string[] {
  const numbers = numbersIn(text, words).map(({ raw }) => raw);
  return numbers.length > 0 && text.length <= LONGEST_FIGURE ? [text] : numbers;
}

function leftInText(
  text: string,
  place: Place,
  section: TableSection,
  { taken, vocabulary }: { readonly taken: Taken; readonly vocabulary: Vocabulary },
): readonly Residue[] {
  const open = [...(taken.numbers.get(place) ?? [])];
  return numbersIn(text, vocabulary.words).flatMap(({ raw, context }) => {
    const at = open.indexOf(raw);
    if (at < 0) return [{ raw, context, section, place }];
    open.splice(at, 1);
    return [];
  });
}
