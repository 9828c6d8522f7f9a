import {
  cellAt,
  cellsOf,
  type CellId,
  type Confidence,
  type Form,
  type Grid,
  type Line,
  type Place,
  type Rule,
  type TableSection,
} from '@gongkai/model';
import { perObject } from '../labels/remembered';
import { keysOf } from '../labels/vocabulary';
import type { PrintedCell } from '../printed-document';
import type { PrintedLine, Leaf, Stretch } from '../tables/stretch';
import { keySet, viewOf, type GridView } from './grid-view';
import { matchInOrder, type Match } from './match-in-order';
import type { NamedCell } from '../printed-document';
import { claimSubtotals, type SubtotalClaim } from './printed-subtotals';
import { nameTheLast } from './name-the-last';
import { resolveCuts } from './resolve-cuts';
import { rowNamedIn } from '../labels/row-names';
import { isNarrowed, isNarrowedColumn } from '../labels/narrowed-labels';

/** What stands in the place of one cell; `printed` is null where the row has nothing there. */
export interface Claim {
  readonly cell: CellId;
  readonly printed: PrintedCell | null;
  /** The headings of its column and the units said above its table, which may name a unit. */
  readonly heading: string;
  readonly confidence: Confidence;
  /** A figure of its row where the row has lost its cells. */
  readonly lost?: PrintedCell;
}

/** One form's view of one section. */
export interface SectionClaims {
  readonly form: Form;
  readonly section: TableSection;
  readonly claims: readonly Claim[];
  /** The stretches that were read for it. */
  readonly stretches: readonly Stretch[];
  /** Of lines that add up others although the form has no such line. */
  readonly subtotals: readonly SubtotalClaim[];
  /** Other lines of these with a label that the form does not have. */
  readonly strangers: readonly PrintedLine[];
  /** Columns of these that the form does not have, with the line they were met in. */
  readonly strangeColumns: readonly { readonly leaf: Leaf; readonly line: PrintedLine }[];
  /** Labels that only resemble the form's, of rows and of columns. */
  readonly lookalikes: readonly Lookalike[];
  /** Lines whose cells had run together. */
  readonly cuts: readonly PrintedLine[];
  /** What stands over the tables and says that they count a part of the year. */
  readonly parts: readonly Lookalike[];
  /** What is left of the headings of columns that were told by their number and their sums alone. */
  readonly lostHeads: readonly Lookalike[];
}

export interface Lookalike {
  readonly text: string;
  readonly place: Place;
}

/** A printed line, the stretch it stands in, and the row of the form it is. */
interface FoundLine {
  readonly stretch: Stretch;
  readonly line: PrintedLine;
  readonly target: { readonly grid: Grid; readonly row: Line } | null;
  readonly alike: boolean;
}

/** Finds the cells of a section of a form among stretches. Which of two competing claims is right is not decided here: the first stands first. */
export function claimSection(form: Form, section: TableSection, unnamed: readonly Stretch[], year: number | null = null): SectionClaims {
  const printed = form.grids.filter((grid) => grid.section === section);
  const stretches = nameTheLast(printed, unnamed, form.rules);
  const grids = printed.flatMap((grid) => (grid.printedAs === 'flat' ? [grid, asLines(grid)] : [grid]));
  const views = stretches.flatMap((stretch) => viewsOf(printed, grids, { stretch, rules: form.rules, year }));
  const flat = views.filter((view) => view.grid.printedAs === 'flat');
  const lined = views.filter((view) => view.grid.printedAs === 'lines');
  const lines = findLines(
    grids,
    stretches.filter((stretch) => lined.some((view) => view.stretch === stretch)),
    year,
  );
  const resolved = resolveCuts(lines, form.rules);
  const found = lines.map((one) => ({ ...one, line: resolved?.get(one.line) ?? one.line }));
  const claims = [
    ...found.flatMap((line) => claimFound(line, lined)),
    ...flat.flatMap((view) => flatLines(view.stretch).flatMap((line) => claimFlat(view, line))),
  ];
  const used = stretches.filter((stretch) => views.some((view) => view.stretch === stretch));
  const { subtotals, strangers } = leftOver(found, lined);
  const lookalikes = [
    ...found.filter(({ alike }) => alike).map(({ line }) => lookalike(line.labels, line)),
    ...views.flatMap(alikeColumns),
  ];
  const cuts = [...found.map(({ line }) => line), ...flat.flatMap(({ stretch }) => stretch.lines)].filter((line) => line.cut !== undefined);
  return {
    form,
    section,
    claims,
    stretches: used,
    subtotals,
    strangers,
    strangeColumns: strangeColumnsOf(views),
    lookalikes,
    cuts,
    parts: partsOf(used),
    lostHeads: lostHeadsOf(views),
  };
}

/** Lines that are no row of the form: those that add up others, and strangers. */
function leftOver(found: readonly FoundLine[], views: readonly GridView[]): Pick<SectionClaims, 'subtotals' | 'strangers'> {
  const apart = found
    .filter(({ target }) => target === null)
    .map(({ stretch, line }) => ({
      line,
      sums: views.filter((view) => view.stretch === stretch).flatMap((view) => claimSubtotals(view, line)),
    }));
  return {
    subtotals: apart.flatMap(({ sums }) => sums),
    strangers: apart.filter(({ sums }) => sums.length === 0).map(({ line }) => line),
  };
}

/** The cells of a section of a form that lines name by their ids. */
export function claimNamed(form: Form, section: TableSection, lines: readonly NamedCell[]): SectionClaims {
  const own = new Map<string, CellId>(
    form.grids.filter((grid) => grid.section === section).flatMap((grid) => cellsOf(grid).map((cell) => [cell, cell])),
  );
  const claims = lines.flatMap(({ id, printed }): readonly Claim[] => {
    const cell = own.get(id);
    return cell ? [{ cell, printed, heading: '', confidence: 'exact' }] : [];
  });
  return {
    form,
    section,
    claims,
    stretches: [],
    subtotals: [],
    strangers: [],
    strangeColumns: [],
    lookalikes: [],
    cuts: [],
    parts: [],
    lostHeads: [],
  };
}

/** A flat grid with its rows one under the other. */
const asLines = perObject((grid: Grid): Grid => ({ ...grid, printedAs: 'lines' }));

/** As the form prints its grids; where it sees none, with the rows of a flat grid as lines of their own. */
function viewsOf(
  printed: readonly Grid[],
  turned: readonly Grid[],
  { stretch, rules, year }: { readonly stretch: Stretch; readonly rules: readonly Rule[]; readonly year: number | null },
): readonly GridView[] {
  const views = printed.flatMap((grid) => viewOf(grid, stretch, rules));
  const seen = views.length > 0 ? views : turned.flatMap((grid) => viewOf(grid, stretch, rules));
  return seen.map((view) => doubtNarrowed(view, year));
}

/** A column whose heading says that it counts something else is only like the form's. */
function doubtNarrowed(view: GridView, year: number | null): GridView {
  const { grid, stretch } = view;
  const columns = view.columns.map((match, at): Match | null => {
    const column = match && grid.columns[match.index % grid.columns.length];
    const narrowed = column && isNarrowedColumn(stretch.leaves[at]?.path ?? [], column, grid.printedAs === 'flat' ? grid.rows : [], year);
    return match && narrowed ? { ...match, confidence: 'alike' } : match;
  });
  return { ...view, columns };
}

/** Labelled lines over all stretches of a section, matched together because the statutory order runs through them. */
function findLines(grids: readonly Grid[], stretches: readonly Stretch[], year: number | null): readonly FoundLine[] {
  const targets = grids.filter((grid) => grid.printedAs === 'lines').flatMap((grid) => grid.rows.map((row) => ({ grid, row })));
  const lines = stretches.flatMap((stretch) => stretch.lines.map((line) => ({ stretch, line })));
  const printed = lines.filter(
    ({ line }) =>
      line.labels.length > 0 && (line.cut !== undefined || line.cells.some((cell) => cell !== null) || lostIn(line) !== undefined),
  );
  const flat = grids.filter((grid) => grid.printedAs === 'flat');
  const labels = printed.map(({ line }) => withRowNames(line.labels, flat));
  const rows = matchInOrder(
    labels,
    targets.map(({ row }) => ({ keys: keysOf(row), above: row.under.map(keySet) })),
  );
  return printed.map((one, index) => {
    const match = rows[index] ?? null;
    const target = match && (targets[match.index] ?? null);
    const alike = target !== null && (match?.confidence !== 'exact' || isNarrowed(labels[index]?.at(-1) ?? '', target.row, year));
    return { ...one, target, alike };
  });
}

const LONGEST_NAME = 40;

/** A row of a flat grid may be printed with the heading it stands under: 行政诉讼·复议后起诉. */
function withRowNames(labels: readonly string[], flat: readonly Grid[]): readonly string[] {
  const text = labels.join('');
  const name =
    text.length > LONGEST_NAME ? null : flat.map((grid) => rowNamedIn(text, grid)).find((named) => named?.confidence === 'exact');
  return name ? [name.row.label.zh] : labels;
}

/** The first figure of a row that has lost its cells. */
function lostIn({ cells, stray }: PrintedLine): PrintedCell | undefined {
  return cells.every((cell) => cell === null) ? stray.find(({ text }) => /\d/.test(text)) : undefined;
}

function claimFound({ stretch, line, target, alike }: FoundLine, views: readonly GridView[]): readonly Claim[] {
  const view = views.find((one) => one.stretch === stretch && one.grid === target?.grid);
  const claims = view && target ? claimLine(view, line, target.row.code) : [];
  return alike ? claims.map((claim) => (claim.confidence === 'exact' ? { ...claim, confidence: 'alike' } : claim)) : claims;
}

function claimLine(view: GridView, line: PrintedLine, row: string): readonly Claim[] {
  return claimLeaves(view, line, (index) => {
    const column = view.grid.columns[index];
    return column ? cellAt(view.grid, row, column.code) : null;
  });
}

function claimFlat(view: GridView, line: PrintedLine): readonly Claim[] {
  const width = view.grid.columns.length;
  return claimLeaves(view, line, (index) => {
    const row = view.grid.rows[Math.floor(index / width)];
    const column = view.grid.columns[index % width];
    return row && column ? cellAt(view.grid, row.code, column.code) : null;
  });
}

function claimLeaves(view: GridView, line: PrintedLine, cellOf: (index: number) => CellId | null): readonly Claim[] {
  const figure = lostIn(line);
  const lost = figure ? { lost: figure } : {};
  const units = view.stretch.units ?? [];
  return view.stretch.leaves.flatMap((leaf, at) => {
    const match = view.columns[at] ?? null;
    const cell = match && cellOf(match.index);
    const confidence = line.cut || view.stretch.nameInferred ? 'inferred' : (match?.confidence ?? 'exact');
    return cell === null
      ? []
      : [{ cell, printed: line.cells[at] ?? null, heading: [...units, ...leaf.path].join('\n'), confidence, ...lost }];
  });
}

function alikeColumns({ stretch, columns }: GridView): readonly Lookalike[] {
  const [line] = stretch.lines;
  return stretch.leaves.flatMap((leaf, at) => (line && columns[at]?.confidence === 'alike' ? [lookalike(leaf.path, line)] : []));
}

/** One for each table. */
function partsOf(stretches: readonly Stretch[]): readonly Lookalike[] {
  return stretches.flatMap(({ part, lines: [line] }) => (part !== undefined && line ? [lookalike([part], line)] : []));
}

/** One for each table. */
function lostHeadsOf(views: readonly GridView[]): readonly Lookalike[] {
  const bare = [
    ...new Map(views.flatMap(({ stretch }) => (stretch.heads || stretch.nameInferred ? [[stretch.table, stretch] as const] : []))).values(),
  ];
  return bare.flatMap(({ heads, caption, lines: [line] }) => (line ? [lookalike(heads ?? caption?.slice(-1) ?? [], line)] : []));
}

function lookalike(labels: readonly string[], { place }: PrintedLine): Lookalike {
  return { text: labels.join(' / '), place };
}

/** Lines with more than half of the places: a note under the table is no line of figures, nor is a blank one beside a filled one. */
function flatLines({ lines }: Stretch): readonly PrintedLine[] {
  const whole = lines.filter(({ cells }) => cells.filter((cell) => cell !== null).length * 2 > cells.length);
  const filled = whole.filter(({ cells }) => cells.some((cell) => cell !== null && cell.text !== ''));
  return filled.length > 0 ? filled : whole;
}

function strangeColumnsOf(views: readonly GridView[]): SectionClaims['strangeColumns'] {
  const stretches = [...new Set(views.map((view) => view.stretch))];
  return stretches.flatMap((stretch) => {
    const own = views.filter((view) => view.stretch === stretch);
    const strange = stretch.leaves.map((_, at) => own.every((view) => (view.columns[at] ?? null) === null));
    return stretch.leaves.flatMap((leaf, at) => {
      const line = stretch.lines.find((one) => strange[at] === true && (one.cells[at]?.text ?? '') !== '');
      return line ? [{ leaf, line }] : [];
    });
  });
}

/** Where a cell stands twice, the first one printed counts. */
export function firstClaims(claims: readonly Claim[]): ReadonlyMap<CellId, Claim> {
  const first = new Map<CellId, Claim>();
  for (const claim of claims) {
    if (!first.get(claim.cell)?.printed) first.set(claim.cell, claim);
  }
  return first;
}
