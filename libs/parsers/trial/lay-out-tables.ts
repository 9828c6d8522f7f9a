import { cellAt, type CellId, type Form, type Grid, type Line } from '@gongkai/model';
import { figureCell, label, type PageBlock, type PageCell, type PageRow } from './page';
import type { TrialFigure, TrialReport } from './trial-report';
import type { TrialWording } from './wording';

/** How tables are built, whatever the format. */
export interface TableStyle {
  /** `merged` as the template has it; `repeated` and `blank`: nothing merged, labels of groups printed in every row or only once. */
  readonly labels: 'merged' | 'repeated' | 'blank';
  /** Section two as one table or one per article. */
  readonly sectionTwo: 'one' | 'several' | 'several_under_paragraphs';
  /** Section three goes over to another page behind this row: the table is cut or its header repeated; 0 for one whole table. */
  readonly breakAfter: number;
  readonly atBreak: 'table_with_header' | 'table_without_header' | 'header_repeated';
  /** 行政复议 merged down to the row above the results, or the results merged up beneath 行政复议. */
  readonly reviewMergedDown: boolean;
}

const WIDTHS: Readonly<Record<number, readonly number[]>> = { 1: [3], 2: [1, 2], 3: [1, 1, 1] };
const NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';

/** The tables of one report in one style. */
export class TableLayout {
  constructor(
    private readonly report: TrialReport,
    private readonly wording: TrialWording,
    private readonly style: TableStyle,
  ) {}

  sectionTwo(form: Form): readonly PageBlock[] {
    const parts = gridsOf(form, 's2').map((grid) => ({ heading: grid.heading ?? '', rows: this.articleRows(grid) }));
    const titled = parts.map(({ heading, rows }) => [this.spread([label(this.wording.print(heading), 4)]), ...rows]);
    if (this.style.sectionTwo === 'one') return [table(titled.flat())];
    if (this.style.sectionTwo === 'several') return titled.map(table);
    return parts.flatMap(({ heading, rows }) => [{ kind: 'paragraph', text: heading }, table(rows)]);
  }

  sectionThree(form: Form): readonly PageBlock[] {
    const grid = gridsOf(form, 's3')[0] as Grid;
    const cut = this.style.breakAfter;
    const header = this.requestHeader(grid);
    if (cut === 0) return [table([...header, ...this.requestRows(grid, grid.rows)])];
    const [before, after] = [this.requestRows(grid, grid.rows.slice(0, cut)), this.requestRows(grid, grid.rows.slice(cut))];
    if (this.style.atBreak === 'header_repeated') return [table([...header, ...before, ...this.requestHeader(grid), ...after])];
    const second = this.style.atBreak === 'table_with_header' ? [...this.requestHeader(grid), ...after] : after;
    return [table([...header, ...before]), table(second)];
  }

  sectionFour(form: Form): readonly PageBlock[] {
    const grid = gridsOf(form, 's4')[0] as Grid;
    const [review, direct, after] = grid.rows as [Line, Line, Line];
    const results = (): readonly PageCell[] => grid.columns.map((column) => label(this.wording.line(column)));
    const down = this.style.reviewMergedDown;
    const suits = [label(this.wording.line(direct), 5), label(this.wording.line(after), 5)];
    const upper = results().map((cell) => ({ ...cell, rowSpan: 2 }));
    const header: readonly PageRow[] = [
      [label(this.wording.line(review), 5, down ? 2 : 1), label(this.wording.print('行政诉讼'), 10)],
      down ? suits : [...upper, ...suits],
      down ? [...results(), ...results(), ...results()] : [...results(), ...results()],
    ];
    const figures = grid.rows.flatMap((row) => grid.columns.map((column) => this.figure(cellAt(grid, row.code, column.code))));
    return [table([...this.unmerge(header), figures])];
  }

  private articleRows(grid: Grid): readonly PageRow[] {
    const widths = WIDTHS[grid.columns.length] as readonly number[];
    const headings = grid.columns.map((column, index) => label(this.columnLabel(column), widths[index]));
    return [
      this.spread([label(this.wording.print('信息内容')), ...headings]),
      ...grid.rows.map((row) => {
        const figures = grid.columns.map((column, index) => this.figure(cellAt(grid, row.code, column.code), widths[index]));
        return this.spread([label(this.wording.line(row)), ...figures]);
      }),
    ];
  }

  private columnLabel(column: Line): string {
    return column.code === 'amount' ? `采购总金额${this.report.procurementUnit}` : this.wording.line(column);
  }

  private requestHeader(grid: Grid): readonly PageRow[] {
    const [person, ...others] = grid.columns.map((column) => label(this.wording.line(column))) as [PageCell, ...PageCell[]];
    const total = others.pop() as PageCell;
    return this.unmerge([
      [label(NOTE, 3, 3), label(this.wording.print('申请人情况'), 7)],
      [{ ...person, rowSpan: 2 }, label(this.wording.print('法人或其他组织'), 5), { ...total, rowSpan: 2 }],
      others,
    ]);
  }

  private requestRows(grid: Grid, rows: readonly Line[]): readonly PageRow[] {
    const printed = rows.map((row, at): PageRow => {
      const above = row.under.flatMap((heading, depth): readonly PageCell[] => {
        const before = rows[at - 1];
        if (before && sameHeadings(before, row, depth)) return [];
        const rest = rows.slice(at);
        const end = rest.findIndex((other) => !sameHeadings(other, row, depth));
        return [label(this.wording.print(heading), 1, end < 0 ? rest.length : end)];
      });
      const own = label(this.wording.line(row), 3 - row.under.length);
      return [...above, own, ...grid.columns.map((column) => this.figure(cellAt(grid, row.code, column.code)))];
    });
    return this.unmerge(printed);
  }

  private figure(cell: CellId, columnSpan = 1): PageCell {
    return figureCell(cell, this.report.figures.get(cell) as TrialFigure, columnSpan);
  }

  /** One row without cells merged down. */
  private spread(row: PageRow): PageRow {
    return this.style.labels === 'merged' ? row : row.flatMap((cell) => apart(cell, false));
  }

  /** The same rows without merged cells, where the style has none. */
  private unmerge(rows: readonly PageRow[]): readonly PageRow[] {
    if (this.style.labels === 'merged') return rows;
    const repeats = this.style.labels === 'repeated';
    const pending: { readonly cell: PageCell; left: number; readonly column: number }[] = [];
    return rows.map((row) => {
      const line: PageCell[] = [];
      const queue = [...row];
      const width = 10 + 5;
      for (let column = 0; column < width;) {
        const above = pending.find((one) => one.left > 0 && one.column === column);
        const cell = above ? { ...above.cell, text: repeats ? above.cell.text : '' } : queue.shift();
        if (!cell) break;
        if (above) above.left -= 1;
        else if (cell.rowSpan > 1) pending.push({ cell, left: cell.rowSpan - 1, column });
        line.push(...apart(cell, false));
        column += cell.columnSpan;
      }
      return line;
    });
  }
}

/** A merged cell as its first place and blanks. */
function apart(cell: PageCell, repeats: boolean): readonly PageCell[] {
  return Array.from({ length: cell.columnSpan }, (_, index) =>
    index === 0 ? { ...cell, columnSpan: 1, rowSpan: 1 } : label(repeats ? cell.text : ''),
  );
}

function sameHeadings(left: Line, right: Line, depth: number): boolean {
  return right.under.slice(0, depth + 1).every((heading, index) => left.under[index] === heading);
}

function table(rows: readonly PageRow[]): PageBlock {
  return { kind: 'table', rows };
}

function gridsOf(form: Form, section: Grid['section']): readonly Grid[] {
  return form.grids.filter((grid) => grid.section === section);
}
