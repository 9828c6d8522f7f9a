import type { Dice } from './dice';
import { label, type TrialPage, type PageBlock, type PageCell, type PageRow } from './page';

/** What people do to a table between the template and the web site. */
export const DAMAGES = [
  'row_lost',
  'row_twice',
  'rows_swapped',
  'cell_lost',
  'cell_added',
  'column_added',
  'column_lost',
  'typo',
  'label_lost',
  'header_lost',
  'note_row',
  'foreign_table',
  'cells_merged',
  'table_cut',
  'tables_joined',
  'rows_of_nothing',
] as const;
export type Damage = (typeof DAMAGES)[number];

type Rows = readonly PageRow[];
type Damaging = (rows: Rows, dice: Dice) => readonly Rows[];

/** Damages that a format without spans cannot show: a merged cell looks there like one with a blank beside it. */
export const NEEDS_SPANS: readonly Damage[] = ['cells_merged'];

/** A page with one of its tables damaged. */
export function damagePage(page: TrialPage, damage: Damage, dice: Dice): TrialPage {
  const tables = page.blocks.flatMap((block, index) => (block.kind === 'table' ? [index] : []));
  const at = dice.pick(tables);
  const { rows } = page.blocks[at] as Extract<PageBlock, { kind: 'table' }>;
  const next = page.blocks[at + 1];
  const joins = damage === 'tables_joined' && next?.kind === 'table';
  const damaged = joins ? [[...rows, ...next.rows]] : DAMAGING[damage](rows, dice);
  const blocks = damaged.map((one): PageBlock => ({ kind: 'table', rows: one }));
  return { ...page, blocks: page.blocks.toSpliced(at, joins ? 2 : 1, ...blocks) };
}

const figureRows = (rows: Rows): readonly number[] => rows.flatMap((row, index) => (row.some((cell) => cell.figure) ? [index] : []));
const isWhole = (row: PageRow): boolean => row.every((cell) => cell.rowSpan === 1);

/** Of rows that begin no merged cell, so that the others stay where they are. */
function pickRow(rows: Rows, dice: Dice): number {
  const whole = figureRows(rows).filter((index) => isWhole(rows[index] as PageRow));
  return whole.length > 0 ? dice.pick(whole) : 0;
}

/** Of rows that end with a figure: a blank pushed out at the end looks like the empty column some programs leave there. None: -1. */
function pickEnding(rows: Rows, dice: Dice): number {
  const ending = figureRows(rows).filter((index) => (rows[index] as PageRow).at(-1)?.text !== '');
  return ending.length > 0 ? dice.pick(ending) : -1;
}

/** Of rows without blank cells beside the figures: where one of those is gone a blank would stand in its place. */
function pickFull(rows: Rows, dice: Dice): number {
  const full = figureRows(rows).filter((index) => (rows[index] as PageRow).every((cell) => cell.figure !== null || cell.text !== ''));
  return dice.pick(full.length > 0 ? full : [0]);
}

function changeRow(rows: Rows, at: number, change: (row: PageRow) => PageRow): readonly Rows[] {
  return [rows.map((row, index) => (index === at ? change(row) : row))];
}

function pickCell(row: PageRow, dice: Dice, figures: boolean): number {
  const found = row.flatMap((cell, index) => ((cell.figure !== null) === figures && cell.text !== '' ? [index] : []));
  return found.length > 0 ? dice.pick(found) : dice.roll(row.length);
}

function typo(text: string, dice: Dice): string {
  const at = dice.roll(Math.max(1, text.length));
  const [left, right] = [text.slice(0, at), text.slice(at + 1)];
  return dice.pick([left + right, `${left}${text.charAt(at)}${text.charAt(at)}${right}`, `${left}某${right}`]);
}

const FOREIGN: Rows = [
  [label('项目'), label('总计'), label('其他')],
  [label('网站浏览量'), label('1203'), label('7')],
  [label('规章'), label('88'), label('9')],
];

const DAMAGING: Readonly<Record<Damage, Damaging>> = {
  row_lost: (rows, dice) => [rows.toSpliced(pickRow(rows, dice), 1)],
  row_twice: (rows, dice) => {
    const at = pickRow(rows, dice);
    const again = (rows[at] as PageRow).map((cell) => (cell.figure ? label('77', cell.columnSpan) : cell));
    return [rows.toSpliced(at + 1, 0, again)];
  },
  rows_swapped: (rows, dice) => {
    const [one, two] = [pickRow(rows, dice), pickRow(rows, dice)];
    return [rows.with(one, rows[two] as PageRow).with(two, rows[one] as PageRow)];
  },
  cell_lost: (rows, dice) => changeRow(rows, pickFull(rows, dice), (row) => row.toSpliced(pickCell(row, dice, true), 1)),
  cell_added: (rows, dice) => changeRow(rows, pickEnding(rows, dice), (row) => row.toSpliced(dice.roll(row.length), 0, label('5'))),
  column_added: (rows, dice) => {
    const from = rows.length - figureRows(rows).length;
    return [rows.map((row, index) => [...row, label(index < from ? dice.pick(['小计', '备注', '合计数']) : '3')])];
  },
  column_lost: (rows, dice) => {
    const back = 1 + dice.roll(3);
    return [rows.map((row) => (row.length > back ? row.toSpliced(row.length - back, 1) : row))];
  },
  typo: (rows, dice) =>
    changeCells(rows, dice, 1 + dice.roll(3), (cell) => (cell.figure ? cell : { ...cell, text: typo(cell.text, dice) })),
  label_lost: (rows, dice) => changeCells(rows, dice, 1, (cell) => (cell.figure ? cell : { ...cell, text: '' })),
  header_lost: (rows) => [
    rows.slice(
      Math.max(
        0,
        rows.findIndex((row) => row.some((cell) => cell.figure)),
      ),
    ),
  ],
  note_row: (rows, dice) => [
    rows.toSpliced(dice.roll(rows.length), 0, [label(dice.pick(['单位：件', '注：1.本表由办公室汇总', '说明', '2023年度']), width(rows))]),
  ],
  foreign_table: (rows, dice) => (dice.once(2) ? [FOREIGN, rows] : [rows, FOREIGN]),
  cells_merged: (rows, dice) =>
    changeRow(rows, pickFull(rows, dice), (row) => {
      const at = pickCell(row, dice, true);
      const next = row[at + 1];
      return next
        ? row.toSpliced(at, 2, { ...(row[at] as PageCell), columnSpan: (row[at] as PageCell).columnSpan + next.columnSpan })
        : row;
    }),
  table_cut: (rows, dice) => {
    const at = 1 + dice.roll(Math.max(1, rows.length - 1));
    return [rows.slice(0, at), rows.slice(at)].filter((part) => part.length > 0);
  },
  tables_joined: (rows) => [rows],
  rows_of_nothing: (rows, dice) => [
    rows.toSpliced(
      dice.roll(rows.length),
      0,
      Array.from({ length: width(rows) }, () => label('')),
    ),
  ],
};

function changeCells(rows: Rows, dice: Dice, times: number, change: (cell: PageCell) => PageCell): readonly Rows[] {
  let changed = rows;
  for (let done = 0; done < times; done += 1) {
    const at = dice.roll(changed.length);
    const cell = pickCell(changed[at] as PageRow, dice, false);
    changed = changed.map((row, index) => (index === at ? row.map((one, place) => (place === cell ? change(one) : one)) : row));
  }
  return [changed];
}

function width(rows: Rows): number {
  return Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.columnSpan, 0)));
}
