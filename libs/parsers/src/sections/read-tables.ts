import {
  cellsOf,
  type Cell,
  type CellId,
  type Doubt,
  type Form,
  type Reading,
  type Residue,
  type Subtotal,
  type TableSection,
  TABLE_SECTIONS,
} from '@gongkai/model';
import { holdsNumber } from '../labels/figure-text';
import { perObject } from '../labels/remembered';
import { vocabularyOf } from '../labels/vocabulary';
import type { PrintedLine } from '../tables/stretch';
import { bareStretches } from '../tables/bare-lines';
import { readStream } from '../tables/read-stream';
import { readStretches } from '../tables/read-stretches';
import type { SectionedDocument } from '../narrative/find-sections';
import { chooseForm, chooseNamed, firstSettled, inYear, type ChosenForm } from './choose-form';
import { firstClaims, type Claim, type SectionClaims } from './claim-section';
import type { NamedCell } from '../printed-document';
import { sectionOf, takeNamedCells, type NamedCells } from './named-cells';
import { notFound } from './not-found';
import { numbersLeft } from './numbers-left';
import { unreadSection } from './unread-section';
import type { SubtotalClaim } from './printed-subtotals';
import { proveFigures, type CellRead } from './prove-figures';
import { readAmount } from './read-amount';

/** What the tables of a document say. */
export interface TablesRead {
  readonly chosen: Readonly<Record<TableSection, ChosenForm>>;
  readonly readings: readonly Reading[];
  readonly subtotals: readonly Subtotal[];
  readonly residue: readonly Residue[];
  readonly doubts: readonly Doubt[];
}

/**
 * Every cell of the recognised form of each section, once, in the form's order; numbers nobody claimed; what was not understood. The year the
 * document says it is of decides between forms that print a section alike.
 */
export function readTables(
  document: SectionedDocument,
  forms: readonly Form[],
  cells: readonly Cell[],
  year: number | null = null,
): TablesRead {
  const { named, chosenFor } = layoutOf(document, forms);
  const { lines, rest } = named;
  const chosen = withHeadings(chosenFor(year), document);
  const registry = new Map(cells.map((cell) => [cell.id, cell]));
  const read = TABLE_SECTIONS.flatMap((section) => (chosen[section].claims ? readSection(chosen[section].claims, registry) : []));
  const claimed = TABLE_SECTIONS.map((section) => chosen[section].claims).filter((claims) => claims !== null);
  const unknown = lines.filter((line) => !isClaimed(line, chosen, registry));
  const doubts = [
    ...TABLE_SECTIONS.flatMap((section) => chosen[section].doubts),
    ...read.flatMap(({ doubt }) => doubt ?? []),
    ...claimed.flatMap(strangerDoubts),
    ...unknown.map(unknownDoubt),
  ];
  const residue = [...numbersLeft(rest, claimed, vocabularyOf(forms)), ...unknown.flatMap(unknownResidue)];
  const subtotals = claimed.flatMap((claims) => claims.subtotals.flatMap((claim) => readSubtotal(claim, registry)));
  return { chosen, readings: read.map(({ reading }) => reading), subtotals, residue, doubts };
}

/** The cells for which something is printed, blanks included, without reading it. */
export function cellsPlaced(document: SectionedDocument, forms: readonly Form[], year: number): ReadonlySet<CellId> {
  const chosen = layoutOf(document, forms).chosenFor(year);
  const claims = TABLE_SECTIONS.flatMap((section) => chosen[section].claims?.claims ?? []);
  return new Set(claims.flatMap(({ cell, printed }) => (printed === null ? [] : [cell])));
}

/** How a document is laid out: the cells it names by their ids, and the form of each section as of a year. Worked out once for each. */
interface Layout {
  readonly named: NamedCells;
  readonly chosenFor: (year: number | null) => TablesRead['chosen'];
}

function layoutOf(document: SectionedDocument, forms: readonly Form[]): Layout {
  return layouts(document)(forms);
}

const layouts = perObject((document: SectionedDocument) =>
  perObject((forms: readonly Form[]): Layout => {
    const named = takeNamedCells(document, forms);
    const known = new Map<number | null, TablesRead['chosen']>();
    const chosenFor = (year: number | null): TablesRead['chosen'] => {
      const chosen = known.get(year) ?? chooseForms(named, forms, year);
      known.set(year, chosen);
      return chosen;
    };
    return { named, chosenFor };
  }),
);

/** A section without a form whose heading is printed is there and was not read. */
function withHeadings(chosen: TablesRead['chosen'], document: SectionedDocument): TablesRead['chosen'] {
  const told = (section: TableSection): ChosenForm => {
    const unread = chosen[section].doubts[0]?.code === 'section_missing' ? unreadSection(document, section) : null;
    return unread ? { claims: null, doubts: [unread], alike: [] } : chosen[section];
  };
  return { s2: told('s2'), s3: told('s3'), s4: told('s4') };
}

/**
 * By the ids of cells where a document has them, else by layout, else from the words of the section without its rows; by its rows without their
 * headings where that finds more.
 */
function chooseForms({ lines, rest }: NamedCells, forms: readonly Form[], year: number | null): TablesRead['chosen'] {
  const vocabulary = vocabularyOf(forms);
  const stretches = readStretches(rest, vocabulary);
  const choose = (section: TableSection): ChosenForm => {
    const choice = { forms, section, year };
    return firstSettled(
      [
        () => chooseNamed(choice, lines),
        () => chooseForm(choice, stretches),
        () => chooseForm(choice, readStream(rest, section, vocabulary)),
      ],
      () => chooseForm(choice, bareStretches(rest, section, { vocabulary, widths: widthsOf(forms, section) })),
    );
  };
  const chosen = { s2: choose('s2'), s3: choose('s3'), s4: choose('s4') };
  const told = year ?? yearTold(chosen);
  return { s2: inYear(chosen.s2, told), s3: inYear(chosen.s3, told), s4: inYear(chosen.s4, told) };
}

/** Of a document that names no year, when the form began that one of its sections alone can be of. */
function yearTold(chosen: TablesRead['chosen']): number | null {
  const sure = [chosen.s3, chosen.s2, chosen.s4].find(({ claims, alike }) => claims !== null && alike.length === 1);
  return sure?.claims?.form.years.first ?? null;
}

/** How many figures a row may have. */
function widthsOf(forms: readonly Form[], section: TableSection): readonly number[] {
  const grids = forms.flatMap((form) => form.grids).filter((grid) => grid.section === section);
  const flat = grids.filter(({ printedAs }) => printedAs === 'flat');
  const widths = [...grids.map(({ columns }) => columns.length), ...flat.map(({ rows, columns }) => rows.length * columns.length)];
  return [...new Set(widths)].sort((left, right) => right - left);
}

/** Whether the form of its section has the cell; where that form is in doubt, whether any has. */
function isClaimed({ id }: NamedCell, chosen: TablesRead['chosen'], registry: ReadonlyMap<string, Cell>): boolean {
  const section = sectionOf(id);
  const claims = section && chosen[section].claims;
  return claims ? claims.claims.some(({ cell }) => cell === id) : registry.has(id);
}

function unknownDoubt({ id, printed }: NamedCell): Doubt {
  return { code: 'cell_unrecognised', section: sectionOf(id), cell: null, text: id === '' ? printed.text : id, place: printed.place };
}

function unknownResidue({ id, printed }: NamedCell): readonly Residue[] {
  return holdsNumber(printed.text) ? [{ raw: printed.text, context: id, section: sectionOf(id), place: printed.place }] : [];
}

function readSection(found: SectionClaims, registry: ReadonlyMap<CellId, Cell>): readonly CellRead[] {
  const claims = firstClaims(found.claims);
  const copies = copiesOf(found.claims);
  const grids = found.form.grids.filter((grid) => grid.section === found.section);
  const read = grids.flatMap(cellsOf).flatMap((id) => {
    const cell = registry.get(id);
    return cell
      ? [
          agreedCell(
            readCell(cell, claims.get(id)),
            cell,
            (copies.get(id) ?? []).filter((claim) => claim !== claims.get(id)),
          ),
        ]
      : [];
  });
  return proveFigures(read, found.form, registry);
}

function readCell(cell: Cell, claim: Claim | undefined): CellRead {
  if (!claim?.printed) {
    const doubt: Doubt = { code: 'cell_missing', section: cell.section, cell: cell.id, text: '', place: null };
    return { reading: notFound(cell.id), doubt };
  }
  const { text: raw, place, workedOut } = claim.printed;
  const confidence = workedOut ? 'inferred' : claim.confidence;
  const { doubt: code, ...amount } = readAmount(raw, cell, claim.heading);
  const doubt: Doubt | null = code && { code, section: cell.section, cell: cell.id, text: raw, place };
  return { reading: { cell: cell.id, raw, place, confidence, ...amount }, doubt };
}

/** Where something is printed for a cell, for each cell. */
function copiesOf(claims: readonly Claim[]): ReadonlyMap<CellId, readonly Claim[]> {
  const copies = new Map<CellId, Claim[]>();
  for (const claim of claims) {
    if (claim.printed === null || claim.printed.text === '') continue;
    const same = copies.get(claim.cell);
    if (same) same.push(claim);
    else copies.set(claim.cell, [claim]);
  }
  return copies;
}

/** Where other copies of a cell can be read and say something else, none is taken. */
function agreedCell(first: CellRead, cell: Cell, others: readonly Claim[]): CellRead {
  const amounts = others.map((claim) => readAmount(claim.printed?.text ?? '', cell, claim.heading)).map(saidBy);
  if (amounts.every((amount) => amount === saidBy(first.reading) || amount === null)) return first;
  const { raw, place, confidence } = first.reading;
  return { ...first, reading: { cell: cell.id, raw, place, confidence, state: 'unreadable' } };
}

/** What two copies are compared by; null where one cannot be read. */
function saidBy(read: Pick<Reading, 'state'> & { readonly amount?: bigint }): string | null {
  if (read.state === 'number') return `${read.amount}`;
  return read.state === 'unreadable' ? null : read.state;
}

/** A blank subtotal says nothing, nor does one that cannot be read. */
function readSubtotal({ label, cells, printed }: SubtotalClaim, registry: ReadonlyMap<CellId, Cell>): readonly Subtotal[] {
  const cell = registry.get(cells[0] as CellId);
  const read = cell ? readAmount(printed.text, cell, '') : null;
  return read?.state === 'number' ? [{ label, cells, raw: printed.text, amount: read.amount, place: printed.place }] : [];
}

function strangerDoubts({
  section,
  claims,
  cuts,
  strangers,
  strangeColumns,
  lookalikes,
  parts,
  lostHeads,
}: SectionClaims): readonly Doubt[] {
  const first = firstClaims(claims);
  const repeated = claims.flatMap((claim) => {
    const { cell, printed, lost } = claim;
    const again = printed ?? (first.get(cell)?.printed ? lost : undefined);
    return again && again.text !== '' && first.get(cell) !== claim ? [{ cell, again }] : [];
  });
  const rows = strangers.filter((line) => line.cells.some((cell) => holdsNumber(cell?.text ?? '')));
  return [
    ...rows.map((line): Doubt => ({ code: 'row_unrecognised', section, cell: null, text: line.labels.join(' / '), place: line.place })),
    ...strangeColumns.map(({ leaf, line }): Doubt => ({
      code: 'column_unrecognised',
      section,
      cell: null,
      text: leaf.path.join(' / '),
      place: line.place,
    })),
    ...cuts.flatMap((line) => cutDoubts(line, section)),
    ...lookalikes.map(({ text, place }): Doubt => ({ code: 'label_alike', section, cell: null, text, place })),
    ...parts.map(({ text, place }): Doubt => ({ code: 'part_of_year', section, cell: null, text, place })),
    ...lostHeads.map(({ text, place }): Doubt => ({ code: 'heads_inferred', section, cell: null, text, place })),
    ...repeated.map(({ cell, again }): Doubt => ({ code: 'cell_repeated', section, cell, text: again.text, place: again.place })),
  ];
}

const WAYS_TOLD = 3;

/** Cells that had run together: cut in the only way, or in none of several. */
function cutDoubts({ labels, cut, place }: PrintedLine, section: TableSection): readonly Doubt[] {
  if (!cut) return [];
  const code = cut.ways.length === 1 ? 'cells_inferred' : 'cells_ambiguous';
  const ways = cut.ways
    .slice(0, WAYS_TOLD)
    .map((way) => way.join(' '))
    .join('；');
  return [{ code, section, cell: null, text: `${labels.join(' / ')} ${cut.text}${ways === '' ? '' : `：${ways}`}`.trim(), place }];
}
