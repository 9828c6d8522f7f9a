import { printFigure } from '@gongkai/model';
import type { Alternative, CellId, Change, Form, Repair, SlipCode, TableSection } from '@gongkai/model';
import type { Examination } from '../examine';
import { allCellsOf } from '../equations-of';
import { SLIP_WORDS } from '../i18n/repair-words';
import type { Sheet } from '../open-sheet';
import { cellWords } from '../place-words';
import type { Board, Square } from './board';
import type { FoundWays, Way } from './find-ways';
import { slipOf } from './slip-of';

/** More ways are counted, not told. */
const MOST_TOLD = 10;

interface Proposal {
  readonly changes: readonly Proposed[];
  /** How far from plausible; 0 is a known slip of the pen. */
  readonly doubt: number;
  readonly place: number;
}

interface Proposed {
  readonly square: Square;
  readonly to: bigint;
  readonly slip: SlipCode | null;
  readonly doubt: number;
}

interface Paper {
  readonly form: Form;
  readonly sheet: Sheet;
  /** Where a cell is printed, counted over the form. */
  readonly placeOf: (cell: CellId) => number;
}

/** The ways as they are told, the most plausible first, then in the order of the form; null where there is none. */
export function repairOf(examination: Examination, section: TableSection, board: Board, { ways, complete }: FoundWays): Repair | null {
  const form = examination.formOf(section);
  const sheet = examination.sheet(section);
  if (!form || !sheet || ways.length === 0) return null;
  const places = new Map(allCellsOf(form).map((cell, at) => [cell, at]));
  const paper = { form, sheet, placeOf: (cell: CellId): number => places.get(cell) ?? -1 };
  const proposals = ways.map((way) => propose(paper, board, way)).sort((a, b) => a.doubt - b.doubt || a.place - b.place);
  const alternatives = proposals.slice(0, MOST_TOLD).map((proposal) => alternativeOf(examination, form, proposal));
  return { alternatives, count: ways.length, complete };
}

function propose(paper: Paper, board: Board, way: Way): Proposal {
  const changes = [...way]
    .map(([at, by]) => proposed(paper, board.squares[at] as Square, by))
    .sort((a, b) => paper.placeOf(a.square.cell) - paper.placeOf(b.square.cell));
  const [first] = changes;
  return { changes, doubt: changes.reduce((sum, { doubt }) => sum + doubt, 0), place: first ? paper.placeOf(first.square.cell) : -1 };
}

function proposed({ form, sheet }: Paper, square: Square, by: bigint): Proposed {
  const to = square.amount + by;
  const slip = square.isBlank ? null : slipOf({ form, sheet, cell: square.cell, from: square.amount, to });
  return { square, to, slip, doubt: doubtOf(form, square, slip) };
}

/** A slip explains itself; a blank may be the missing figure; totals left at zero are common; any other figure is as good as the next. */
function doubtOf(form: Form, { cell, amount, isBlank }: Square, slip: SlipCode | null): number {
  if (slip !== null) return 0;
  if (isBlank) return 1;
  return amount === 0n && isTotal(form, cell) ? 2 : 3;
}

function isTotal(form: Form, cell: CellId): boolean {
  const [section, row, column] = cell.split('/');
  return form.grids.some(
    (grid) =>
      grid.section === section &&
      (grid.rows.some((line) => line.code === row && line.computed) || grid.columns.some((line) => line.code === column && line.computed)),
  );
}

function alternativeOf(examination: Examination, form: Form, { changes }: Proposal): Alternative {
  return {
    changes: changes.map(({ square: { cell, amount, isBlank }, to, slip }): Change => {
      const { unit } = examination.cellOf(cell);
      return {
        cell,
        path: cellWords(form, cell),
        from: isBlank ? null : printFigure(amount, unit),
        to: printFigure(to, unit),
        slip: slip === null ? null : { code: slip, words: SLIP_WORDS[slip] },
      };
    }),
  };
}
