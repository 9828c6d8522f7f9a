import type { CellId, Doubt, Form } from '@gongkai/model';
import { findSections, type SectionedDocument } from '../narrative/find-sections';
import { markYears, placeOf, type YearMarks } from '../narrative/other-years';
import type { Block, PrintedDocument } from '../printed-document';
import { cellsPlaced } from './read-tables';

/** A document with the tables of one year, and a doubt for every other year whose tables stood beside them. */
export interface OwnYear {
  readonly document: SectionedDocument;
  readonly doubts: readonly Doubt[];
}

/** Tables of another year repeat those of the report from this share of their cells on. */
const REPEATS = 0.5;

/**
 * Where the same tables stand for several years (sheets side by side, an earlier report behind, last year's table for comparison), those of the report's
 * year are read: the year in the name of the document, else the latest of its titles, else the latest. The others are left out and named.
 */
export function readOwnYear(document: PrintedDocument, forms: readonly Form[]): OwnYear {
  const marks = markYears(document);
  const tabled = new Set(document.blocks.flatMap((block, at) => (block.kind === 'table' ? (marks.years[at] ?? []) : [])));
  const sectioned = (blocks: readonly Block[]): SectionedDocument => findSections({ ...document, blocks }, forms);
  if (tabled.size < 2) return { document: sectioned(document.blocks), doubts: [] };
  const own = ownYear(document, marks, tabled);
  const blocksOf = (wanted: number): readonly Block[] => document.blocks.filter((_, at) => marks.years[at] === wanted);
  const ownBlocks = document.blocks.filter((_, at) => (marks.years[at] ?? own) === own);
  const alone = sectioned(ownBlocks);
  const ownCells = cellsPlaced(alone, forms, own);
  const others = [...tabled]
    .filter((year) => year !== own && repeats(cellsPlaced(sectioned(blocksOf(year)), forms, year), ownCells))
    .sort();
  const doubts = others.map((year): Doubt => {
    const [first] = blocksOf(year);
    return { code: 'other_year', section: null, cell: null, text: String(year), place: (first && placeOf(first)) ?? null };
  });
  const left = document.blocks.filter((_, at) => !others.includes(marks.years[at] ?? own));
  return { document: left.length === ownBlocks.length ? alone : sectioned(left), doubts };
}

function ownYear({ name }: PrintedDocument, { titled }: YearMarks, tabled: ReadonlySet<number>): number {
  const named = [...tabled].filter((year) => name?.includes(String(year)));
  const reports = [...tabled].filter((year) => titled.has(year));
  return Math.max(...(named.length > 0 ? named : reports.length > 0 ? reports : tabled));
}

function repeats(cells: ReadonlySet<CellId>, own: ReadonlySet<CellId>): boolean {
  const again = [...cells].filter((cell) => own.has(cell)).length;
  return again > 0 && again >= cells.size * REPEATS;
}
