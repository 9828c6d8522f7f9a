import { isFigure } from '../labels/figure-text';
import { saysPartOfYear } from '../labels/part-of-year';
import { countsOtherwise, unitLines } from '../labels/printed-units';
import { seemsKnown, type Vocabulary } from '../labels/vocabulary';
import type { SectionedDocument } from '../narrative/find-sections';
import type { Table } from '../printed-document';
import { runsOf, type Run } from './header-rows';
import { continuedLines, keptLines, occupiedRows } from './kept-spans';
import { linesWithoutSpans, lostLines } from './lost-spans';
import { joinRepeated } from './joined-columns';
import { ownCellLines } from './own-cells';
import type { HeadedLines, Leaf, Stretch } from './stretch';

/** A table of a report has a few hundred cells in at most twenty columns; larger ones are something else. */
const MOST_CELLS = 5000;
const MOST_LEAVES = 100;
const LONGEST_UNITS = 40;

/** All headers and lines of a document's tables. Rows without header go on with the columns of the header before them. */
export function readStretches(document: SectionedDocument, vocabulary: Vocabulary): readonly Stretch[] {
  const stretches: Stretch[] = [];
  document.blocks.forEach((block, index) => {
    if (block.kind !== 'table' || cellCount(block) > MOST_CELLS) return;
    const home = document.homes[index] ?? null;
    const before = stretches.at(-1)?.leaves ?? null;
    const caption = captionOf(document, index);
    const runs = runsOf(block, vocabulary);
    const above = textsAbove(block, runs);
    const said = [...unitLines(caption), ...above.filter((text) => unitLines([text]).length > 0 || countsOtherwise(text))];
    const units = said.length > 0 ? { units: said } : {};
    const part = [...caption, ...above, ...headingOf(document, index)].find(saysPartOfYear);
    const found = headedLinesOf(block, runs, { vocabulary, before });
    stretches.push(
      ...found.map((lines, at) => {
        const over = at === 0 ? { caption, ...(part === undefined ? {} : { part }) } : {};
        return { table: block, home, ...over, ...units, ...lines };
      }),
    );
  });
  return stretches;
}

/** The short texts in the rows above the first header of a table, which may speak of units. */
function textsAbove(table: Table, [first, ...others]: readonly Run[]): readonly string[] {
  if (!first || hasHeader(first) || others.length === 0) return [];
  const texts = table.rows.slice(0, first.bodyEnd).flatMap((row) => row.map(({ text }) => text));
  return texts.filter((text) => text.length <= LONGEST_UNITS);
}

/** The heading that a block stands under. */
function headingOf({ headings }: SectionedDocument, index: number): readonly string[] {
  return headings
    .filter(({ block }) => block < index)
    .slice(-1)
    .map(({ text }) => text);
}

/** More paragraphs than this are a text of their own. */
const MOST_CAPTIONS = 6;

/** The paragraphs before a table, up to the table or heading before them. */
function captionOf({ blocks, headings }: SectionedDocument, index: number): readonly string[] {
  const texts: string[] = [];
  for (let at = index - 1; at >= 0 && texts.length < MOST_CAPTIONS; at -= 1) {
    const block = blocks[at];
    if (block?.kind !== 'paragraph' || headings.some((heading) => heading.block === at)) break;
    texts.unshift(block.text);
  }
  return texts;
}

interface Around {
  readonly vocabulary: Vocabulary;
  /** The columns of the table before. */
  readonly before: readonly Leaf[] | null;
}

function headedLinesOf(table: Table, runs: readonly Run[], { vocabulary, before }: Around): readonly HeadedLines[] {
  const rows = table.spans === 'kept' && (before || runs.some(hasHeader)) ? occupiedRows(table) : null;
  const headed = (run: Run) => (rows ? keptLines(table, rows, run, vocabulary) : fittingLines(table, run, vocabulary));
  const goOn = (run: Run, leaves: readonly Leaf[]) =>
    rows ? continuedLines(table, rows, run, { leaves, vocabulary }) : continuedWithoutSpans(table, run, leaves);
  const found: HeadedLines[] = [];
  for (const run of runs) {
    const leaves = found.at(-1)?.leaves ?? before;
    const lines = hasHeader(run) ? headed(run) : leaves && goOn(run, leaves);
    if (lines && lines.leaves.length <= MOST_LEAVES) found.push(lines);
  }
  return found;
}

function hasHeader(run: Run): boolean {
  return run.headerStart < run.bodyStart;
}

/** Of the ways in which tables lose their spans the one that places more cells behind labels and under columns. */
function fittingLines(table: Table, run: Run, vocabulary: Vocabulary): HeadedLines | null {
  const [counted, own] = [lostLines, ownCellLines].map((read) => read(table, run, vocabulary)).map((read) => read && joinRepeated(read));
  return (placedCells(own, vocabulary) > placedCells(counted, vocabulary) ? own : counted) ?? null;
}

function placedCells(read: HeadedLines | null | undefined, vocabulary: Vocabulary): number {
  if (!read) return -1;
  const known = read.leaves.map(({ path }) => seemsKnown(vocabulary.leaves, path.at(-1) ?? ''));
  const placed = read.lines.filter(({ labels }) => !isFigure(labels.at(-1) ?? ''));
  return placed.reduce((sum, { cells }) => sum + cells.filter((cell, at) => cell !== null && known[at] === true).length, 0);
}

function continuedWithoutSpans(table: Table, run: Run, leaves: readonly Leaf[]): HeadedLines {
  const rows = table.rows.slice(run.bodyStart, run.bodyEnd);
  return { leaves, lines: linesWithoutSpans(rows, { labels: null, leaves: leaves.length }) };
}

function cellCount(table: Table): number {
  return table.rows.reduce((count, row) => count + row.length, 0);
}
